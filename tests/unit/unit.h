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

    tcase_set_timeout(all, 60);
    for (size_t i = 0; i < count; i++)
        tcase_add_test(all, tests[i]);
    suite_add_tcase(suite, all);
    runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

#define UNIT_MAIN(name, ...)                                                   \
    int main(void)                                                             \
    {                                                                          \
        const TTest *const tests[] = {__VA_ARGS__};                            \
        return unit_run(name, tests, sizeof tests / sizeof *tests);            \
    }

#endif
