#include "indexer/extract-limits.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "indexer/extract-tool.h"
#include "indexer/extract.h"

enum { FEW_FILES = 64 };

static void
limit(__rlimit_resource_t what, rlim_t to)
{
    struct rlimit now;

    if (getrlimit(what, &now) != 0)
        return;
    now.rlim_cur = to < now.rlim_max ? to : now.rlim_max;
    setrlimit(what, &now);
}

/* ---- files ---- */

static int
add_folder(int rules, const char *path, uint64_t allowed)
{
    struct landlock_path_beneath_attr beneath = {.allowed_access = allowed};
    int done;

    beneath.parent_fd = open(path, O_PATH | O_CLOEXEC);
    if (beneath.parent_fd < 0)
        return errno == ENOENT;
    done = (int)syscall(SYS_landlock_add_rule, rules,
               LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) == 0;
    close(beneath.parent_fd);
    return done;
}

static int
hold_files(void)
{
    static const char *const programs[] = {
        "/usr", "/lib", "/lib64", "/bin", "/nix/store"};
    static const char *const tables[] = {
        "/etc/fonts", "/etc/ld.so.cache", "/var/cache/fontconfig"};
    const uint64_t read = LANDLOCK_ACCESS_FS_READ_FILE;
    const uint64_t look = read | LANDLOCK_ACCESS_FS_READ_DIR;
    struct landlock_ruleset_attr all = {
        .handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1};
    int rules = (int)syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0);
    int done = rules >= 0;

    for (unsigned i = 0; done && i < sizeof programs / sizeof *programs; i++)
        done =
            add_folder(rules, programs[i], look | LANDLOCK_ACCESS_FS_EXECUTE);
    for (unsigned i = 0; done && i < 1; i++)
        done = add_folder(rules, tables[0], look) &&
               add_folder(rules, tables[1], read) &&
               add_folder(rules, tables[2], look);
    done =
        done && add_folder(rules, tool_folder(), look) &&
        add_folder(rules, "/dev/null", read | LANDLOCK_ACCESS_FS_WRITE_FILE) &&
        add_folder(rules, "/dev/urandom", read) &&
        syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    if (rules >= 0)
        close(rules);
    return done;
}

/* ---- calls ---- */

static int
hold_calls(void)
{
    static const int forbidden[] = {SCMP_SYS(socket), SCMP_SYS(socketpair),
        SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen), SCMP_SYS(accept),
        SCMP_SYS(accept4), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv),
        SCMP_SYS(process_vm_writev), SCMP_SYS(pidfd_open),
        SCMP_SYS(pidfd_getfd), SCMP_SYS(kcmp), SCMP_SYS(mount),
        SCMP_SYS(umount2), SCMP_SYS(move_mount), SCMP_SYS(open_tree),
        SCMP_SYS(fsopen), SCMP_SYS(pivot_root), SCMP_SYS(chroot),
        SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(add_key),
        SCMP_SYS(request_key), SCMP_SYS(keyctl), SCMP_SYS(bpf),
        SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd),
        SCMP_SYS(io_uring_setup), SCMP_SYS(init_module), SCMP_SYS(finit_module),
        SCMP_SYS(delete_module), SCMP_SYS(kexec_load), SCMP_SYS(reboot),
        SCMP_SYS(swapon), SCMP_SYS(settimeofday), SCMP_SYS(clock_settime),
        SCMP_SYS(sethostname), SCMP_SYS(chmod), SCMP_SYS(fchmodat),
        SCMP_SYS(chown), SCMP_SYS(fchownat), SCMP_SYS(lchown), SCMP_SYS(setuid),
        SCMP_SYS(setgid), SCMP_SYS(utimensat), SCMP_SYS(truncate),
        SCMP_SYS(mq_open), SCMP_SYS(shmget), SCMP_SYS(msgget),
        SCMP_SYS(semget)};
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    int done = filter != NULL;

    for (unsigned i = 0; done && i < sizeof forbidden / sizeof *forbidden; i++)
        seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), forbidden[i], 0);
    done = done && seccomp_load(filter) == 0;
    if (filter)
        seccomp_release(filter);
    return done;
}

limits_held
limits_set(void)
{
    limits_held held = {0, 0};

    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, INPUT_MAX);
    limit(RLIMIT_NOFILE, FEW_FILES);
#ifndef __SANITIZE_ADDRESS__
    limit(RLIMIT_AS, (rlim_t)EXTRACT_MEMORY_MB << 20);
#endif
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return held;
    held.landlock = hold_files();
    held.seccomp = hold_calls();
    return held;
}

/* The limit on processor time counts from the start of the process. */
void
limits_allow_seconds(int seconds)
{
    struct rusage used;

    getrusage(RUSAGE_SELF, &used);
    limit(RLIMIT_CPU, (rlim_t)used.ru_utime.tv_sec +
                          (rlim_t)used.ru_stime.tv_sec + (rlim_t)seconds + 1);
}
