/* address: where a connection comes from.
 *
 * Sixteen bytes of IPv6; an IPv4 address is mapped (::ffff:a.b.c.d), and a
 * socket of this machine without an address is all zero.
 */
#ifndef SERVER_ADDRESS_H
#define SERVER_ADDRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/socket.h>

#include "common/base/span.h"
#include "common/base/vec.h"

typedef struct address {
    uint8_t bytes[16];
} address;

/* An address and how many of its bits count. */
typedef struct address_range {
    address base;
    unsigned bits; /* 0 to 128 */
} address_range;

typedef VEC(address_range) address_list;

address address_of(const struct sockaddr *from);

/* "192.0.2.1", "2001:db8::1", "[::1]:80", "192.0.2.1:80"; false for what is
 * none.  A port is left out. */
bool address_read(address *out, span text);

enum { ADDRESS_TEXT = 48 };

/* As people write it; "local" for all zero. */
void address_write(char out[ADDRESS_TEXT], const address *a);

/* This machine itself: 127.0.0.0/8, ::1, or a socket without address. */
bool address_is_loopback(const address *a);

/* "127.0.0.1,10.0.0.0/8,local"; false where one of them is none. */
bool address_read_list(address_list *out, const char *text);
bool address_in(const address *a, const address_list *list);

#endif
