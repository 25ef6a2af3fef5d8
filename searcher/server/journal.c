#include "searcher/server/journal.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "common/base/fail.h"
#include "common/base/json.h"
#include "common/base/memory.h"

struct journal {
    pthread_mutex_t lock;
    const char *access, *audit; /* paths */
    int access_fd, audit_fd;    /* -1: none */
};

static tracuu_status
open_file(int *fd, const char *path, tracuu_error *err)
{
    int next;

    if (!path)
        return TRACUU_OK;
    if (!strcmp(path, "-"))
        next = dup(STDOUT_FILENO);
    else
        next = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0640);
    if (next < 0)
        return fail_errno(err, "cannot write", path);
    if (*fd >= 0)
        close(*fd);
    *fd = next;
    return TRACUU_OK;
}

tracuu_status
journal_reopen(journal *j, tracuu_error *err)
{
    tracuu_status status;

    pthread_mutex_lock(&j->lock);
    status = open_file(&j->access_fd, j->access, err);
    if (status == TRACUU_OK)
        status = open_file(&j->audit_fd, j->audit, err);
    pthread_mutex_unlock(&j->lock);
    return status;
}

tracuu_status
journal_new(
    journal **out, const char *access, const char *audit, tracuu_error *err)
{
    journal *j = memory_take_zero(1, sizeof *j);
    tracuu_status status;

    pthread_mutex_init(&j->lock, NULL);
    j->access = access;
    j->audit = audit;
    j->access_fd = j->audit_fd = -1;
    status = journal_reopen(j, err);
    if (status != TRACUU_OK) {
        journal_free(j);
        j = NULL;
    }
    *out = j;
    return status;
}

void
journal_free(journal *j)
{
    if (!j)
        return;
    if (j->access_fd >= 0)
        close(j->access_fd);
    if (j->audit_fd >= 0)
        close(j->audit_fd);
    pthread_mutex_destroy(&j->lock);
    free(j);
}

/* As Apache writes it: what could end the field or the line is \xhh. */
static void
put_quoted(strbuf *out, span s)
{
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];

        if (c < 0x20 || c == 0x7F || c >= 0x80)
            strbuf_print(out, "\\x%02x", c);
        else if (c == '"' || c == '\\')
            strbuf_print(out, "\\%c", c);
        else
            strbuf_add_char(out, (char)c);
    }
}

static void
put_or_dash(strbuf *out, span s)
{
    if (s.len)
        put_quoted(out, s);
    else
        strbuf_add_char(out, '-');
}

/* A name is one field: blanks are not let in. */
static void
put_user(strbuf *out, const char *user)
{
    size_t start = out->len;

    put_or_dash(out, span_of(user));
    for (size_t i = start; i < out->len; i++)
        if (out->ptr[i] == ' ')
            out->ptr[i] = '_';
}

static void
put_time(strbuf *out, const char *format)
{
    time_t now = time(NULL);
    struct tm parts;
    char text[64];

    if (strftime(text, sizeof text, format, localtime_r(&now, &parts)))
        strbuf_add_string(out, text);
}

static void
put_access(strbuf *out, const journal_entry *e)
{
    strbuf_print(out, "%s - ", e->client);
    put_user(out, e->user);
    strbuf_add_string(out, " [");
    put_time(out, "%d/%b/%Y:%H:%M:%S %z");
    strbuf_add_string(out, "] \"");
    put_quoted(out, span_of(e->method));
    strbuf_add_char(out, ' ');
    put_quoted(out, span_of(e->target));
    strbuf_print(out, " %s\" %d %zu \"", e->version, e->status, e->bytes);
    put_or_dash(out, e->referer);
    strbuf_add_string(out, "\" \"");
    put_or_dash(out, e->agent);
    strbuf_add_string(out, "\"\n");
}

static void
put_audit(strbuf *out, const journal_entry *e)
{
    strbuf when = STRBUF_INIT;
    json j;

    put_time(&when, "%Y-%m-%dT%H:%M:%S%z");
    json_init(&j, out);
    json_open(&j, '{');
    json_member(&j, "time", strbuf_span(&when));
    json_member_text(&j, "client", e->client);
    json_member_text(&j, "user", e->user);
    json_member_text(&j, "labels", e->labels);
    json_member_text(&j, "document", e->document);
    json_member_text(&j, "target", e->target);
    json_member_integer(&j, "status", e->status);
    json_close(&j);
    strbuf_add_char(out, '\n');
    strbuf_release(&when);
}

/* One write a line; a full disk costs the line, not the answer. */
static void
put(int fd, const strbuf *line)
{
    ssize_t done = fd >= 0 ? write(fd, line->ptr, line->len) : 0;

    (void)done;
}

void
journal_write(journal *j, const journal_entry *e)
{
    strbuf line = STRBUF_INIT, audit = STRBUF_INIT;

    if (j->access)
        put_access(&line, e);
    if (j->audit && e->document)
        put_audit(&audit, e);
    pthread_mutex_lock(&j->lock);
    put(j->access_fd, &line);
    put(j->audit_fd, &audit);
    pthread_mutex_unlock(&j->lock);
    strbuf_release(&line);
    strbuf_release(&audit);
}
