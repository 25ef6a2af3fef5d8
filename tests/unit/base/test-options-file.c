#include "common/base/options-file.h"

#include "tests/unit/folder.h"

static option_file file;
static tracuu_error err;
static const char *index_at;
static long jobs;
static bool rebuild;
static option_list paths;
static const option_spec specs[] = {
    {"index", 'i', OPTION_TEXT, "DIR", "", &index_at},
    {"jobs", 'j', OPTION_NUMBER, "N", "", &jobs},
    {"rebuild", 0, OPTION_FLAG, NULL, "", &rebuild},
    {"path", 0, OPTION_LIST, "PATH", "", &paths},
};

static tracuu_status
read_text(const char *text, bool some)
{
    const option_section sections[] = {
        {"", some, specs, 4}, {"khac", false, NULL, 0}};

    options_file_release(&file);
    free(paths.at);
    paths = (option_list){NULL, 0, 0};
    folder_write_text("tracuu/config", text);
    return options_file_read(
        &file, folder_path("tracuu/config"), sections, 2, &err);
}

START_TEST(each_line_sets_an_option_and_lists_grow)
{
    folder_make();
    ck_assert_int_eq(read_text("\xEF\xBB\xBF# ghi chú\n\nindex = /srv/a b\n"
                               "jobs=3\nrebuild = yes\n; ghi chú\n"
                               "path = /một\npath = /hai\n[khac]\nx = y\n",
                         false),
        TRACUU_OK);
    ck_assert_str_eq(index_at, "/srv/a b");
    ck_assert_int_eq(jobs, 3);
    ck_assert(rebuild);
    ck_assert_uint_eq(paths.count, 2);
    ck_assert_str_eq(paths.at[1], "/hai");
    ck_assert_int_eq(read_text("rebuild = off", false), TRACUU_OK);
    ck_assert(!rebuild);
    ck_assert_int_eq(read_text("", false), TRACUU_OK);
}
END_TEST

START_TEST(what_cannot_be_meant_is_told_with_its_line)
{
    static const char *const bad[] = {"\nmau = do\n", "\njobs = -1\n",
        "\nrebuild = 2\n", "\n[mau]\nx = y\n", "\nchữ\n"};
    char line[256];

    folder_make();
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        ck_assert_int_eq(read_text(bad[i], false), TRACUU_USAGE);
        ck_assert_ptr_nonnull(
            strstr(err.message, i == 3 ? "line 3" : "line 2"));
    }
    memset(line, 'x', sizeof line);
    memcpy(line, "path = ", 7);
    line[191] = '\0';
    ck_assert_int_eq(read_text(line, false), TRACUU_USAGE);
    line[190] = '\0';
    ck_assert_int_eq(read_text(line, false), TRACUU_OK);
    ck_assert_uint_eq(strlen(paths.at[0]), 183);
}
END_TEST

START_TEST(names_of_another_program_are_passed_over_where_it_shares_a_section)
{
    folder_make();
    ck_assert_int_eq(read_text("mau = do\nindex = /x\n", true), TRACUU_OK);
    ck_assert_str_eq(index_at, "/x");
}
END_TEST

START_TEST(the_file_is_looked_for_where_files_of_settings_are)
{
    const option_section section = {"", false, specs, 4};

    folder_make();
    folder_write_text("tracuu/config", "jobs = 7\n");
    setenv("XDG_CONFIG_HOME", folder, 1);
    ck_assert_int_eq(
        options_file_read(&file, NULL, &section, 1, &err), TRACUU_OK);
    ck_assert_int_eq(jobs, 7);
    ck_assert_str_eq(file.path, folder_path("tracuu/config"));
    options_file_release(&file);
    ck_assert_int_eq(
        options_file_read(&file, folder_path("khong-co"), &section, 1, &err),
        TRACUU_NOT_FOUND);
    options_file_release(&file);
}
END_TEST

UNIT_MAIN("options-file", each_line_sets_an_option_and_lists_grow,
    what_cannot_be_meant_is_told_with_its_line,
    names_of_another_program_are_passed_over_where_it_shares_a_section,
    the_file_is_looked_for_where_files_of_settings_are)
