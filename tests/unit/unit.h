/* unit: the frame of a Check program.
 *
 *     START_TEST(drops_marks) { ... } END_TEST
 *     UNIT_MAIN("unicode", drops_marks, keeps_digits)
 *
 * A test's name is the sentence it proves.
 */
#ifndef TESTS_UNIT_H
#define TESTS_UNIT_H

#include <check.h>
#include <stdlib.h>

#include "common/base/span.h"

#define ck_assert_span_eq(got, want)                                           \
    do {                                                                       \
        span got_ = (got), want_ = span_of(want);                              \
        ck_assert_msg(span_equal(got_, want_), "'%.*s' is not '%.*s'",         \
            SPAN_PRINT(got_), SPAN_PRINT(want_));                              \
    } while (0)

static inline int
unit_run(const char *name, const TTest *const *tests, size_t count)
{
    Suite *suite = suite_create(name);
    TCase *all = tcase_create(name);
    SRunner *runner;
    int failed;

    tcase_set_timeout(all, 300);
    for (size_t i = 0; i < count; i++)
        tcase_add_test(all, tests[i]);
    suite_add_tcase(suite, all);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* A test and the rows of the table that it is run over, one by one: the row
 * is table[_i]. */
typedef struct unit_table {
    const TTest *test;
    int rows;
} unit_table;

static inline int
unit_run_tables(const char *name, const unit_table *tables, size_t count)
{
    Suite *suite = suite_create(name);
    TCase *all = tcase_create(name);
    SRunner *runner;
    int failed;

    tcase_set_timeout(all, 300);
    for (size_t i = 0; i < count; i++)
        tcase_add_loop_test(all, tables[i].test, 0, tables[i].rows);
    suite_add_tcase(suite, all);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

/* UNIT_TABLES("symbol", UNIT_TABLE(reads_it, spellings), ...) */
#define UNIT_TABLE(test, table)                                                \
    {                                                                          \
        test, (int)(sizeof(table) / sizeof *(table))                           \
    }

#define UNIT_TABLES(name, ...)                                                 \
    int main(void)                                                             \
    {                                                                          \
        const unit_table tables[] = {__VA_ARGS__};                             \
        return unit_run_tables(name, tables, sizeof tables / sizeof *tables);  \
    }

#define UNIT_MAIN(name, ...)                                                   \
    int main(void)                                                             \
    {                                                                          \
        const TTest *const tests[] = {__VA_ARGS__};                            \
        return unit_run(name, tests, sizeof tests / sizeof *tests);            \
    }

#endif
