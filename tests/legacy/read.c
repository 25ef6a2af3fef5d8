/* legacy-read: each FILE decoded and cleaned into FILE.got, and a line with the
 * name of its encoding at standard output.
 */
#include <stdio.h>

#include "common/base/file.h"
#include "common/text/legacy.h"
#include "common/text/normalize.h"

enum { FILE_MAX_BYTES = 16 << 20 };

static bool
read_one(const char *path)
{
    strbuf bytes = STRBUF_INIT, name = STRBUF_INIT;
    arena a = ARENA_INIT;
    bool well = file_read(&bytes, path, FILE_MAX_BYTES, NULL) == TRACUU_OK;
    legacy_text got = legacy_read(&a, strbuf_span(&bytes));
    span clean = normalize_clean(&a, got.text).text;
    FILE *out;

    strbuf_print(&name, "%s.got", path);
    out = well ? fopen(name.ptr, "w") : NULL;
    well = out && fwrite(clean.ptr, 1, clean.len, out) == clean.len;
    if (out && fclose(out) != 0)
        well = false;
    puts(encoding_name(got.encoding));
    strbuf_release(&bytes);
    strbuf_release(&name);
    arena_release(&a);
    return well;
}

int
main(int count, char **paths)
{
    bool well = true;

    for (int i = 1; i < count; i++)
        well = read_one(paths[i]) && well;
    return well ? 0 : 1;
}
