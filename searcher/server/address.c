#include "searcher/server/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>

static const uint8_t mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};

static address
of_four(const void *four)
{
    address a;

    memcpy(a.bytes, mapped, sizeof mapped);
    memcpy(a.bytes + 12, four, 4);
    return a;
}

address
address_of(const struct sockaddr *from)
{
    address a = {{0}};
    struct sockaddr_in four;
    struct sockaddr_in6 six;

    if (from && from->sa_family == AF_INET) {
        memcpy(&four, from, sizeof four);
        a = of_four(&four.sin_addr);
    } else if (from && from->sa_family == AF_INET6) {
        memcpy(&six, from, sizeof six);
        memcpy(a.bytes, &six.sin6_addr, sizeof a.bytes);
    }
    return a;
}

/* The address of "[::1]:80" and of "192.0.2.1:80" without its port. */
static span
without_port(span text)
{
    size_t colon = span_find(text, SPAN(":"), 0);

    if (text.len && text.ptr[0] == '[') {
        size_t end = span_find(text, SPAN("]"), 0);

        return end < text.len ? span_slice(text, 1, end) : text;
    }
    if (colon < text.len && span_find(text, SPAN(":"), colon + 1) == SIZE_MAX)
        text.len = colon;
    return text;
}

bool
address_read(address *out, span text)
{
    char copy[ADDRESS_TEXT];
    uint8_t four[4];

    text = without_port(span_trim(text));
    if (!text.len || text.len >= sizeof copy)
        return false;
    memcpy(copy, text.ptr, text.len);
    copy[text.len] = '\0';
    if (inet_pton(AF_INET, copy, four) == 1) {
        *out = of_four(four);
        return true;
    }
    return inet_pton(AF_INET6, copy, out->bytes) == 1;
}

static bool
is_mapped(const address *a)
{
    return !memcmp(a->bytes, mapped, sizeof mapped);
}

static bool
is_local(const address *a)
{
    static const address local = {{0}};

    return !memcmp(a, &local, sizeof local);
}

void
address_write(char out[ADDRESS_TEXT], const address *a)
{
    if (is_local(a))
        snprintf(out, ADDRESS_TEXT, "local");
    else if (is_mapped(a))
        inet_ntop(AF_INET, a->bytes + 12, out, ADDRESS_TEXT);
    else
        inet_ntop(AF_INET6, a->bytes, out, ADDRESS_TEXT);
}

bool
address_is_loopback(const address *a)
{
    return is_local(a) || (is_mapped(a) && a->bytes[12] == 127) ||
           !memcmp(a->bytes, &in6addr_loopback, sizeof a->bytes);
}

static bool
read_bits(address_range *out, span text)
{
    unsigned most = is_mapped(&out->base) ? 32 : 128, bits = 0;

    if (!text.len || text.len > 3)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
        bits = bits * 10 + (unsigned)(text.ptr[i] - '0');
    }
    out->bits = bits + (128 - most);
    return bits <= most;
}

static bool
read_range(address_range *out, span text)
{
    size_t slash = span_find(text, SPAN("/"), 0);

    *out = (address_range){.bits = 128};
    if (span_equal(text, SPAN("local")))
        return true;
    if (slash > text.len)
        return address_read(&out->base, text);
    return address_read(&out->base, span_slice(text, 0, slash)) &&
           read_bits(out, span_from(text, slash + 1));
}

bool
address_read_list(address_list *out, const char *text)
{
    span rest = span_of(text), one;

    while (rest.len && span_next_field(&rest, ',', &one)) {
        address_range range;

        if (!read_range(&range, span_trim(one)))
            return false;
        vec_push(out, range);
    }
    return true;
}

static bool
in_range(const address *a, const address_range *r)
{
    unsigned whole = r->bits / 8, rest = r->bits % 8;

    if (memcmp(a->bytes, r->base.bytes, whole) != 0)
        return false;
    return !rest || !((a->bytes[whole] ^ r->base.bytes[whole]) >> (8 - rest));
}

bool
address_in(const address *a, const address_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (in_range(a, &list->at[i]))
            return true;
    return false;
}
