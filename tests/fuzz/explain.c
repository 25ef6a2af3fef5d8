/* explain: any bytes through every stage of a document, and as JSON Lines.
 *
 * The first byte says which stage and which form.
 */
#include <stdint.h>

#include <tracuu.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data + 1;
    tracuu_text *out = NULL;
    tracuu_stage stage;

    if (size < 1)
        return 0;
    stage = data[0] % TRACUU_STAGE_COUNT;
    if (data[0] & 0x80)
        tracuu_explain_json(&out, stage, text, size - 1, NULL);
    else
        tracuu_explain_text(&out, stage, text, size - 1, NULL);
    tracuu_text_free(out);
    return 0;
}
