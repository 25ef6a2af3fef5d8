#include "searcher/server/routes.h"

#include "searcher/server/asset.h"
#include "searcher/server/page.h"

void
routes_answer(reply *out, const request *in)
{
    if (asset_answer(out, in) || page_answer(out, in))
        return;
    out->status = 404;
    out->type = "text/plain; charset=utf-8";
    strbuf_add_string(&out->body, "404\n");
}
