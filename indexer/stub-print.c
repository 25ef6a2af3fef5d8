#include "searcher/print.h"

print_style
print_style_for(int fd)
{
    (void)fd;
    return (print_style){0};
}

void
print_error_text(strbuf *out, const tracuu_error *e, const print_style *s)
{
    (void)s;
    strbuf_print(out, "%s\n", e->message);
}

void
print_error_json(strbuf *out, const tracuu_error *e)
{
    strbuf_print(out, "%s\n", e->message);
}
