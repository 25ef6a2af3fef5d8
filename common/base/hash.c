#include "common/base/hash.h"

#define PRIME UINT64_C(0x100000001B3)

uint64_t
hash_add(uint64_t hash, span s)
{
    for (size_t i = 0; i < s.len; i++)
        hash = (hash ^ (unsigned char)s.ptr[i]) * PRIME;
    return hash;
}
