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

/* A test and the rows of the table that it is run over, one by one: the row
 * is table[_i].  0 rows: a test without a table. */
typedef struct unit_table {
    const TTest *test;
    int rows;
} unit_table;

/* Adds a suite to those that unit_main runs; all of a layer are one program,
 * since linking is what takes the time of a build. */
void unit_add(const char *name, const unit_table *tables, size_t count);

/* UNIT_TABLES("symbol", UNIT_TABLE(reads_it, spellings), ...) */
#define UNIT_TABLE(test, table)                                                \
    {                                                                          \
        test, (int)(sizeof(table) / sizeof *(table))                           \
    }

#define UNIT_TABLES(name, ...)                                                 \
    __attribute__((constructor)) static void add_suite(void)                   \
    {                                                                          \
        const unit_table tables[] = {__VA_ARGS__};                             \
        unit_add(name, tables, sizeof tables / sizeof *tables);                \
    }

#define UNIT_MAIN(name, ...)                                                   \
    __attribute__((constructor)) static void add_suite(void)                   \
    {                                                                          \
        const TTest *const tests[] = {__VA_ARGS__};                            \
        unit_table tables[sizeof tests / sizeof *tests] = {{NULL, 0}};         \
                                                                               \
        for (size_t i = 0; i < sizeof tests / sizeof *tests; i++)              \
            tables[i].test = tests[i];                                         \
        unit_add(name, tables, sizeof tables / sizeof *tables);                \
    }

#endif
