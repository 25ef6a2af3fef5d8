#include "searcher/server/access-token.h"

#include <strings.h>
#include <sys/stat.h>

#include "common/base/fail.h"
#include "common/base/file.h"
#include "searcher/server/access.h"

enum { FILE_MAX = 1024 * 1024, ROWS_MAX = 10000 };

/* ---- the file ---- */

/* The next word of a line, up to white space. */
static span
next_word(span *rest)
{
    size_t end = 0;
    span word;

    *rest = span_trim(*rest);
    while (end < rest->len && rest->ptr[end] != ' ' && rest->ptr[end] != '\t')
        end++;
    word = span_slice(*rest, 0, end);
    *rest = span_from(*rest, end);
    return word;
}

static const char *
read_row(token_row *out, arena *a, span line)
{
    span name = next_word(&line), labels = next_word(&line);

    out->token = arena_copy(a, next_word(&line));
    out->name = arena_string(a, name);
    if (span_equal(labels, SPAN("-")))
        out->labels = "";
    else
        out->labels = labels.len ? access_labels(a, labels) : NULL;
    if (!out->token.len || span_trim(line).len)
        return "a line is NAME LABELS TOKEN";
    if (!out->labels)
        return "labels are 1 to 32 of a-z 0-9 _ -, with commas between";
    if (out->token.len < TOKEN_SHORTEST || out->token.len > TOKEN_LONGEST)
        return "a token has 16 to 256 characters";
    return NULL;
}

static tracuu_status
check_mode(const char *path, tracuu_error *err)
{
    struct stat found;

    if (stat(path, &found))
        return fail_errno(err, "cannot read", path);
    if (found.st_mode & S_IRWXO)
        return fail(err, TRACUU_USAGE,
            "everybody may read '%s'; chmod 640 it, it has tokens", path);
    return TRACUU_OK;
}

tracuu_status
token_read(token_table *out, const char *path, tracuu_error *err)
{
    strbuf text = STRBUF_INIT;
    span rest, line;
    unsigned number = 0;
    tracuu_status status = check_mode(path, err);

    *out = (token_table){0};
    if (status == TRACUU_OK)
        status = file_read(&text, path, FILE_MAX, err);
    out->at = arena_array(&out->arena, ROWS_MAX, sizeof *out->at);
    rest = strbuf_span(&text);
    while (status == TRACUU_OK && rest.len && span_next_line(&rest, &line)) {
        const char *wrong;

        number++;
        line = span_trim(line);
        if (!line.len || line.ptr[0] == '#')
            continue;
        wrong = out->count < ROWS_MAX
                    ? read_row(&out->at[out->count++], &out->arena, line)
                    : "there are too many tokens";
        if (wrong)
            status = fail(
                err, TRACUU_USAGE, "line %u of '%s': %s", number, path, wrong);
    }
    strbuf_release(&text);
    if (status != TRACUU_OK)
        token_release(out);
    return status;
}

void
token_release(token_table *t)
{
    arena_release(&t->arena);
    *t = (token_table){0};
}

/* ---- a request ---- */

static int
digit_of(char c)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *at = c ? strchr(digits, c) : NULL;

    return at ? (int)(at - digits) : -1;
}

/* RFC 4648; what is none ends it. */
static span
base64(arena *a, span text)
{
    char *out = arena_raw(a, text.len + 1);
    unsigned bits = 0, count = 0;
    size_t length = 0;

    for (size_t i = 0; i < text.len; i++) {
        int digit = digit_of(text.ptr[i]);

        if (digit < 0)
            break;
        bits = bits << 6 | (unsigned)digit;
        count += 6;
        if (count < 8)
            continue;
        count -= 8;
        out[length++] = (char)(bits >> count & 0xFF);
    }
    return (span){out, length};
}

span
token_said(arena *a, span authorization)
{
    span pair;
    size_t colon;

    if (authorization.len > 7 && !strncasecmp(authorization.ptr, "Bearer ", 7))
        return span_trim(span_from(authorization, 7));
    if (authorization.len <= 6 ||
        strncasecmp(authorization.ptr, "Basic ", 6) != 0)
        return (span){NULL, 0};
    pair = base64(a, span_trim(span_from(authorization, 6)));
    colon = span_find(pair, SPAN(":"), 0);
    return colon < pair.len ? span_from(pair, colon + 1) : (span){NULL, 0};
}

static bool
is_same(span a, span b)
{
    unsigned differs = a.len != b.len;

    for (size_t i = 0; i < a.len; i++)
        differs |= (unsigned char)(a.ptr[i] ^ (i < b.len ? b.ptr[i] : 0));
    return !differs;
}

const token_row *
token_find(const token_table *t, span token)
{
    const token_row *found = NULL;

    for (size_t i = 0; i < t->count; i++)
        if (is_same(t->at[i].token, token))
            found = &t->at[i];
    return found;
}
