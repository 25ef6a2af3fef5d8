/* main: runs the suites that the files of a layer added, or the one that is
 * named.
 *
 * usage: unit-LAYER [SUITE]
 */
#include <stdio.h>
#include <string.h>

#include "tests/unit/unit.h"

enum { SUITES_MAX = 100, SECONDS = 300 };

static struct {
    const char *name;
    Suite *suite;
} suites[SUITES_MAX];
static size_t suite_count;

void
unit_add(const char *name, const unit_table *tables, size_t count)
{
    Suite *suite = suite_create(name);
    TCase *all = tcase_create(name);

    tcase_set_timeout(all, SECONDS);
    for (size_t i = 0; i < count; i++)
        if (tables[i].rows)
            tcase_add_loop_test(all, tables[i].test, 0, tables[i].rows);
        else
            tcase_add_test(all, tables[i].test);
    suite_add_tcase(suite, all);
    if (suite_count == SUITES_MAX)
        abort(); /* Check's own assertions count in tests only */
    suites[suite_count].name = name;
    suites[suite_count++].suite = suite;
}

int
main(int argc, char **argv)
{
    SRunner *runner = srunner_create(NULL);
    size_t run = 0;
    int failed;

    for (size_t i = 0; i < suite_count; i++) {
        if (argc > 1 && strcmp(argv[1], suites[i].name))
            continue;
        srunner_add_suite(runner, suites[i].suite);
        run++;
    }
    if (!run) {
        fprintf(stderr, "there is no suite '%s'\n", argc > 1 ? argv[1] : "");
        return EXIT_FAILURE;
    }
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
