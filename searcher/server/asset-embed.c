/* asset-embed: writes files as the C table that asset.c includes.
 * usage: asset-embed FILE... >assets.inc
 *
 * A program of the build, which knows nothing of the rest.
 */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static uint64_t hash = UINT64_C(0xCBF29CE484222325);

static const char *
name_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

static int
put_bytes(int number, const char *path)
{
    FILE *in = fopen(path, "rb");
    unsigned column = 0;
    int c;

    if (!in)
        return perror(path), 1;
    printf("static const unsigned char asset_%d[] = {", number);
    while ((c = getc(in)) != EOF) {
        printf("%s%d,", column++ % 16 ? "" : "\n    ", c);
        hash = (hash ^ (unsigned)c) * UINT64_C(0x100000001B3);
    }
    printf("0\n};\n");
    return fclose(in);
}

int
main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (put_bytes(i, argv[i]))
            return 1;
    printf("static const asset assets[] = {\n");
    for (int i = 1; i < argc; i++)
        printf("    {\"%s\", asset_%d, sizeof asset_%d - 1},\n",
            name_of(argv[i]), i, i);
    printf("};\n#define ASSET_VERSION \"%016" PRIx64 "\"\n", hash);
    return 0;
}
