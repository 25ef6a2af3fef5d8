#include "searcher/server/access.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>

#include "common/base/fail.h"
#include "common/base/file.h"
#include "searcher/server/access-token.h"

enum { LABELS_MAX = 64, LABEL_BYTES = 32 };

struct access {
    const server_settings *settings;
    address_list proxies;
    pthread_rwlock_t lock; /* of the tokens */
    token_table tokens;
    arena arena;
    const char *anonymous; /* labels */
};

/* ---- labels ---- */

static bool
is_label(span s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];

        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '_' &&
            c != '-')
            return false;
    }
    return s.len > 0 && s.len <= LABEL_BYTES;
}

static int
by_bytes(const void *a, const void *b)
{
    return span_compare(*(const span *)a, *(const span *)b);
}

static const char *
join(arena *a, span *labels, size_t count)
{
    char *out = arena_raw(a, count * (LABEL_BYTES + 1) + 1), *at = out;

    qsort(labels, count, sizeof *labels, by_bytes);
    for (size_t i = 0; i < count; i++) {
        if (i && span_equal(labels[i - 1], labels[i]))
            continue;
        if (at > out)
            *at++ = ',';
        memcpy(at, labels[i].ptr, labels[i].len);
        at += labels[i].len;
    }
    *at = '\0';
    return out;
}

const char *
access_labels(arena *a, span text)
{
    span labels[LABELS_MAX], rest = span_trim(text), one;
    size_t count = 0;

    if (span_equal(rest, SPAN("*")))
        return "*";
    while (rest.len && span_next_field(&rest, ',', &one)) {
        one = span_trim(one);
        if (!one.len)
            continue;
        if (count == LABELS_MAX || !is_label(one))
            return NULL;
        labels[count++] = one;
    }
    return join(a, labels, count);
}

const char *
access_union(access_rules *rules, arena *a)
{
    strbuf all = STRBUF_INIT;
    const char *labels;

    strbuf_add_string(&all, rules->anonymous);
    pthread_rwlock_rdlock(&rules->lock);
    for (size_t i = 0; i < rules->tokens.count; i++)
        strbuf_print(&all, ",%s", rules->tokens.at[i].labels);
    pthread_rwlock_unlock(&rules->lock);
    labels = strchr(all.ptr, '*') ? "*" : access_labels(a, strbuf_span(&all));
    strbuf_release(&all);
    return labels ? labels : "*";
}

/* ---- what a request says of itself ---- */

/* The last address that no trusted proxy has: what stands before it was
 * written by who knows whom. */
static address
client_of(const access_rules *rules, span chain, const address *from)
{
    address client = *from;

    while (chain.len) {
        const char *comma = memrchr(chain.ptr, ',', chain.len);
        size_t start = comma ? (size_t)(comma - chain.ptr) + 1 : 0;
        address next;

        if (!address_read(&next, span_from(chain, start)))
            break;
        client = next;
        if (!address_in(&client, &rules->proxies))
            break;
        chain.len = start ? start - 1 : 0;
    }
    return client;
}

static void
take_proxy(
    grant *out, arena *a, const access_rules *rules, const header_list *headers)
{
    const server_settings *s = rules->settings;
    span scheme = strict_value(headers, "X-Forwarded-Proto");
    span host = strict_value(headers, "X-Forwarded-Host");
    span user, labels;

    out->trusted = true;
    out->client = client_of(
        rules, strict_value(headers, "X-Forwarded-For"), &out->client);
    if (span_equal(scheme, SPAN("https")))
        out->scheme = "https";
    if (host.len)
        out->host = arena_string(a, host);
    if (s->user_header) {
        user = strict_value(headers, s->user_header);
        out->user = arena_string(a, user);
    }
    if (!s->label_header || s->public_only)
        return;
    labels = strict_value(headers, s->label_header);
    out->labels = labels.ptr ? access_labels(a, labels) : rules->anonymous;
    if (out->labels)
        return;
    out->status = 400;
    out->why = "the labels that the proxy gives are none";
    out->labels = "";
}

static void
take_token(
    grant *out, arena *a, access_rules *rules, const header_list *headers)
{
    span said = strict_value(headers, "Authorization");
    span token = token_said(a, said);
    const token_row *row;

    if (!said.ptr)
        return;
    pthread_rwlock_rdlock(&rules->lock);
    row = token_find(&rules->tokens, token);
    if (row) {
        out->user = arena_string(a, span_of(row->name));
        out->labels = arena_string(a, span_of(row->labels));
    } else {
        out->status = 401;
        out->why = "the token is not known here";
    }
    pthread_rwlock_unlock(&rules->lock);
}

void
access_grant(grant *out, arena *a, access_rules *rules,
    const header_list *headers, const address *from)
{
    span host = strict_value(headers, "Host");

    *out = (grant){.user = "",
        .why = "",
        .labels = rules->anonymous,
        .client = *from,
        .scheme = "http",
        .host = host.len ? arena_string(a, host) : NULL};
    if (address_in(from, &rules->proxies))
        take_proxy(out, a, rules, headers);
    if (rules->settings->tokens && !out->status)
        take_token(out, a, rules, headers);
}

/* ---- the rules ---- */

tracuu_status
access_reload(access_rules *rules, tracuu_error *err)
{
    token_table next = {0}, old;
    tracuu_status status;

    if (!rules->settings->tokens)
        return TRACUU_OK;
    status = token_read(&next, rules->settings->tokens, err);
    if (status != TRACUU_OK)
        return status;
    pthread_rwlock_wrlock(&rules->lock);
    old = rules->tokens;
    rules->tokens = next;
    pthread_rwlock_unlock(&rules->lock);
    token_release(&old);
    return TRACUU_OK;
}

tracuu_status
access_new(access_rules **out, const server_settings *s, tracuu_error *err)
{
    access_rules *rules = memory_take_zero(1, sizeof *rules);
    tracuu_status status = TRACUU_OK;

    rules->settings = s;
    pthread_rwlock_init(&rules->lock, NULL);
    rules->anonymous = access_labels(&rules->arena, span_of(s->labels));
    if (!rules->anonymous)
        status = fail(err, TRACUU_USAGE,
            "'%s' are no labels; labels are 1 to 32 of a-z 0-9 _ -", s->labels);
    else if (!address_read_list(&rules->proxies, s->proxies))
        status = fail(err, TRACUU_USAGE,
            "'%s' are no addresses; write them like 127.0.0.1,10.0.0.0/8",
            s->proxies);
    else
        status = access_reload(rules, err);
    if (status != TRACUU_OK) {
        access_free(rules);
        rules = NULL;
    }
    *out = rules;
    return status;
}

void
access_free(access_rules *rules)
{
    if (!rules)
        return;
    token_release(&rules->tokens);
    vec_release(&rules->proxies);
    arena_release(&rules->arena);
    pthread_rwlock_destroy(&rules->lock);
    free(rules);
}
