#include "searcher/server/page-say.h"

static const struct {
    const char *vietnamese, *english;
} messages[SAY_COUNT] = {
#define SAY_ROW(id, vietnamese, english) [SAY_##id] = {vietnamese, english},
    SAY_TABLE(SAY_ROW)
#undef SAY_ROW
};

const char *
say_of(bool vietnamese, say_id id)
{
    return vietnamese ? messages[id].vietnamese : messages[id].english;
}
