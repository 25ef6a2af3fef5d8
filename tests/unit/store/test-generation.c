#include "common/store/generation.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/base/file.h"
#include "tests/unit/folder.h"
#include "tests/unit/unit.h"

static char dir[96];

static void
begin(void)
{
    folder_make();
    snprintf(dir, sizeof dir, "%s/new/index", folder);
}

/* Publishes a generation whose passages are a folder with one file. */
static void
publish(arena *a, unsigned want)
{
    generation next;
    tracuu_error err;
    const char *scratch;
    int fd;

    ck_assert_int_eq(generation_scratch(&scratch, a, dir, &err), TRACUU_OK);
    ck_assert_int_eq(generation_next(&next, a, dir, &err), TRACUU_OK);
    ck_assert_uint_eq(next.number, want);
    ck_assert(span_starts_with(span_of(next.folder), span_of(scratch)));
    ck_assert_int_eq(mkdir(next.passages, 0777), 0);
    fd = open(
        arena_print(a, "%s/data", next.passages).ptr, O_CREAT | O_WRONLY, 0666);
    ck_assert_int_ge(fd, 0);
    close(fd);
    ck_assert_int_eq(generation_publish(&next, dir, &err), TRACUU_OK);
    ck_assert_int_ne(access(scratch, F_OK), 0);
}

START_TEST(a_new_generation_takes_the_place_of_the_old_one)
{
    arena a = ARENA_INIT;
    generation first, second;
    tracuu_error err;

    begin();
    ck_assert_int_eq(
        generation_current(&first, &a, dir, &err), TRACUU_INDEX_MISSING);
    publish(&a, 1);
    ck_assert_int_eq(generation_current(&first, &a, dir, &err), TRACUU_OK);
    ck_assert_int_eq(access(first.passages, F_OK), 0);
    publish(&a, 2);
    ck_assert_int_eq(generation_current(&second, &a, dir, &err), TRACUU_OK);
    ck_assert_uint_eq(second.number, 2);
    ck_assert_int_ne(access(first.folder, F_OK), 0);
    arena_release(&a);
}
END_TEST

START_TEST(what_a_killed_build_left_is_no_hindrance)
{
    arena a = ARENA_INIT;
    generation next, now;
    const char *scratch;
    tracuu_error err;

    begin();
    publish(&a, 1);
    generation_scratch(&scratch, &a, dir, &err);
    ck_assert_int_eq(generation_next(&next, &a, dir, &err), TRACUU_OK);
    ck_assert_int_eq(mkdir(arena_print(&a, "%s/gen-000002", dir).ptr, 0777), 0);
    ck_assert_int_eq(
        symlink("gen-9", arena_print(&a, "%s/current.new", dir).ptr), 0);
    publish(&a, 2);
    ck_assert_int_eq(generation_current(&now, &a, dir, &err), TRACUU_OK);
    ck_assert_uint_eq(now.number, 2);
    ck_assert_int_eq(access(now.passages, F_OK), 0);
    arena_release(&a);
}
END_TEST

START_TEST(a_link_to_nothing_is_damage)
{
    const char *targets[] = {"gen-000009", "elsewhere", "gen-0"};
    arena a = ARENA_INIT;
    generation now;
    tracuu_error err;

    begin();
    publish(&a, 1);
    for (size_t i = 0; i < 3; i++) {
        const char *link = arena_print(&a, "%s/current", dir).ptr;

        ck_assert_int_eq(unlink(link), 0);
        ck_assert_int_eq(symlink(targets[i], link), 0);
        ck_assert_int_eq(
            generation_current(&now, &a, dir, &err), TRACUU_INDEX_DAMAGED);
    }
    arena_release(&a);
}
END_TEST

START_TEST(one_process_writes_at_a_time)
{
    char pid[32];
    tracuu_error err = {0};
    int fd, other;

    begin();
    ck_assert_int_eq(generation_lock(&fd, dir, &err), TRACUU_OK);
    ck_assert_int_eq(generation_lock(&other, dir, &err), TRACUU_INDEX_LOCKED);
    ck_assert_int_eq(other, -1);
    snprintf(pid, sizeof pid, "process %ld;", (long)getpid());
    ck_assert_ptr_nonnull(strstr(err.message, pid));
    close(fd);
    ck_assert_int_eq(generation_lock(&fd, dir, &err), TRACUU_OK);
    close(fd);
}
END_TEST

UNIT_MAIN("generation", a_new_generation_takes_the_place_of_the_old_one,
    what_a_killed_build_left_is_no_hindrance, a_link_to_nothing_is_damage,
    one_process_writes_at_a_time)
