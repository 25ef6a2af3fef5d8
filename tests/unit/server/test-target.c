#include "searcher/server/address.h"
#include "searcher/server/peer.h"
#include "searcher/server/target.h"
#include "tests/unit/unit.h"

static const struct {
    const char *raw, *path, *first; /* path NULL: refused */
} targets[] = {
    {"/", "/", NULL},
    {"/doc/48-CT%2FTW?q=a+b%2Bc", "/doc/48-CT/TW", "a b+c"},
    {"/a?&&x", "/a", ""},
    {"/a?x=1=2", "/a", "1=2"},
    {"/a+b", "/a+b", NULL},
    {"/a%00", NULL, NULL},
    {"/a%0a", NULL, NULL},
    {"/a%2", NULL, NULL},
    {"/a?x=%g0", NULL, NULL},
    {"/a#b", NULL, NULL},
    {"a", NULL, NULL},
    {"", NULL, NULL},
    {"http://a/", NULL, NULL},
};

START_TEST(a_target_is_decoded_or_refused)
{
    arena a = ARENA_INIT;
    target *t = arena_take(&a, sizeof *t);
    bool read = target_read(t, &a, targets[_i].raw);

    ck_assert_int_eq(read, targets[_i].path != NULL);
    if (read)
        ck_assert_str_eq(t->path, targets[_i].path);
    if (read && targets[_i].first)
        ck_assert_str_eq(t->params[0].value, targets[_i].first);
    arena_release(&a);
}
END_TEST

START_TEST(what_is_encoded_is_decoded_again)
{
    static const char text[] = "48-CT/TW khóa X?&=+%#\x01";
    arena a = ARENA_INIT;
    strbuf out = STRBUF_INIT;

    target_encode(&out, text);
    ck_assert_str_eq(target_decode(&a, strbuf_span(&out), true), text);
    strbuf_release(&out);
    arena_release(&a);
}
END_TEST

static const struct {
    const char *list, *from;
    bool in;
} ranges[] = {
    {"127.0.0.1", "127.0.0.1", true},
    {"127.0.0.0/8", "127.9.9.9", true},
    {"10.0.0.0/9", "10.127.0.1", true},
    {"10.0.0.0/9", "10.128.0.1", false},
    {"0.0.0.0/0", "192.0.2.1", true},
    {"0.0.0.0/0", "2001:db8::1", false},
    {"2001:db8::/32", "2001:db8:1::1", true},
    {"10.0.0.1, 10.0.0.2", "10.0.0.2:80", true},
    {"::1", "[::1]:80", true},
    {"local", "127.0.0.1", false},
};

START_TEST(an_address_is_in_a_list_or_not)
{
    address_list list = VEC_INIT;
    address a;

    ck_assert(address_read_list(&list, ranges[_i].list));
    ck_assert(address_read(&a, span_of(ranges[_i].from)));
    ck_assert_int_eq(address_in(&a, &list), ranges[_i].in);
    vec_release(&list);
}
END_TEST

START_TEST(a_bucket_empties_and_fills)
{
    peer_limits limits = {
        .connections = 2, .rate = 10, .burst = 3, .loopback = true};
    peer_table *t = peer_table_new(&limits);
    address a, b;

    ck_assert(address_read(&a, SPAN("10.0.0.1")));
    ck_assert(address_read(&b, SPAN("10.0.0.2")));
    for (int i = 0; i < 3; i++)
        ck_assert(peer_ask(t, &a, 1000));
    ck_assert(!peer_ask(t, &a, 1050));
    ck_assert(peer_ask(t, &b, 1050));
    ck_assert(peer_ask(t, &a, 1101));
    ck_assert(!peer_ask(t, &a, 1101));
    ck_assert(peer_enter(t, &a) && peer_enter(t, &a));
    ck_assert(!peer_enter(t, &a));
    peer_leave(t, &a);
    peer_sweep(t, 900000);
    ck_assert(peer_enter(t, &a));
    ck_assert(!peer_enter(t, &a));
    peer_table_free(t);
}
END_TEST

UNIT_TABLES("target", UNIT_TABLE(a_target_is_decoded_or_refused, targets),
    {what_is_encoded_is_decoded_again, 0},
    UNIT_TABLE(an_address_is_in_a_list_or_not, ranges),
    {a_bucket_empties_and_fills, 0})
