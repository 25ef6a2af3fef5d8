#ifndef TRACUU_H
#define TRACUU_H
#include <tracuu/error.h>
#include <tracuu/types.h>
#endif
