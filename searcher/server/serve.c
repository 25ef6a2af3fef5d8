#include "searcher/server/serve.h"

#include <signal.h>
#include <stdio.h>

#include "searcher/server/http.h"
#include <tracuu.h>

static void
help(bool vietnamese)
{
    strbuf out = STRBUF_INIT;

    strbuf_add_string(&out, vietnamese ? "cách dùng: tracuu serve [TÙY CHỌN]\n"
                                       : "usage: tracuu serve [OPTIONS]\n");
    settings_help(&out, vietnamese);
    fwrite(out.ptr, 1, out.len, stdout);
    strbuf_release(&out);
}

/* Threads that are started later inherit that these signals wait for
 * sigwait. */
static void
hold_signals(sigset_t *held)
{
    sigemptyset(held);
    sigaddset(held, SIGTERM);
    sigaddset(held, SIGINT);
    pthread_sigmask(SIG_BLOCK, held, NULL);
    signal(SIGPIPE, SIG_IGN);
}

tracuu_status
serve_run(int argc, char **argv, bool vietnamese, tracuu_error *err)
{
    server_settings s;
    http *h = NULL;
    sigset_t held;
    int got;
    tracuu_status status = settings_read(&s, argc, argv, err);

    if (status == TRACUU_OK && s.help) {
        help(vietnamese);
    } else if (status == TRACUU_OK) {
        hold_signals(&held);
        status = http_start(&h, &s, err);
        if (status == TRACUU_OK) {
            fprintf(stderr, "http://%s/\n", s.listen);
            sigwait(&held, &got);
            http_stop(h);
        }
    }
    settings_release(&s);
    return status;
}
