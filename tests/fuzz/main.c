/* main: drives a fuzz target without libFuzzer.
 *
 *     fuzz-NAME [-t SECONDS] [-s SEED] FILE...
 *
 * Gives the target each file whole, then mutations of them until the time is
 * over: bytes flipped, pieces removed, doubled, swapped between files, and
 * words that parsers trip over put in.  The input at work stands in
 * crash-NAME.bin when the target dies.  Not clever as a coverage-guided
 * fuzzer is, but it needs a compiler only.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUTS_MAX = 4096, SIZE_MAX_INPUT = 1 << 16 };

typedef struct input {
    uint8_t *bytes;
    size_t size;
} input;

static input inputs[INPUTS_MAX];
static size_t input_count;
static uint8_t work[SIZE_MAX_INPUT];
static size_t work_size;
static char crash_name[256];
static uint64_t state = 1;

/* xorshift64*: the same mutations for the same seed everywhere. */
static uint64_t
draw(void)
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return state * 2685821657736338717u;
}

static size_t
below(size_t limit)
{
    return limit ? (size_t)(draw() % limit) : 0;
}

static void
load(const char *path)
{
    FILE *file = fopen(path, "rb");
    input *in = &inputs[input_count];

    if (!file || input_count == INPUTS_MAX) {
        if (file)
            fclose(file);
        return;
    }
    in->bytes = malloc(SIZE_MAX_INPUT);
    if (in->bytes) {
        in->size = fread(in->bytes, 1, SIZE_MAX_INPUT, file);
        input_count++;
    }
    fclose(file);
}

/* Replaces work[at, at + old) by `size` bytes, as far as there is room. */
static void
change_piece(size_t at, size_t old, const uint8_t *bytes, size_t size)
{
    size_t tail = work_size - at - old;

    if (at + size + tail > SIZE_MAX_INPUT)
        return;
    memmove(work + at + size, work + at + old, tail);
    if (size)
        memcpy(work + at, bytes, size);
    work_size = at + size + tail;
}

static void
put_word(void)
{
    static const char *const words[] = {"\xff", "\xc3", "\xe1\xbb", "\xcc\x81",
        "\xcc\x9b", "\xe2\x80\x8b", "\xc4\x91", "/", "-", "\"", "(", ":", "*",
        "số ", "khóa ", "Điều ", "khoản ", "ngày 31/12/", "9999999999999",
        "48-CT/TW", "30/2020/NĐ-CP", "{\"", "\\u0000", "\\ud800", "]", "\n\n",
        "<", "&#", "</", "[", "\xed\xa0\x80", "\xf4\x90\x80\x80"};
    const char *word = words[below(sizeof words / sizeof *words)];

    change_piece(below(work_size + 1), 0, (const uint8_t *)word, strlen(word));
}

static void
mutate(void)
{
    size_t at = below(work_size), size = below(64);
    const input *other = &inputs[below(input_count)];

    if (size > work_size - at)
        size = work_size - at;
    switch (below(6)) {
    case 0:
        if (work_size)
            work[at] ^= (uint8_t)(1u << below(8));
        break;
    case 1:
        change_piece(at, size, NULL, 0);
        break;
    case 2:
        change_piece(at, 0, work + at, size);
        break;
    case 3:
        at = below(other->size);
        size = size < other->size - at ? size : other->size - at;
        change_piece(below(work_size + 1), 0, other->bytes + at, size);
        break;
    case 4:
        if (work_size)
            work[at] = (uint8_t)draw();
        break;
    default:
        put_word();
    }
}

/* Keeps the input that ended the target; async-signal-safe. */
static void
keep(int signal_number)
{
    int file = open(crash_name, O_WRONLY | O_CREAT | O_TRUNC, 0644);

    if (file >= 0) {
        ssize_t written = write(file, work, work_size);

        (void)written;
        close(file);
    }
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static void
try_one(void)
{
    /* A copy of the exact size lets AddressSanitizer see its end. */
    uint8_t *copy = malloc(work_size ? work_size : 1);

    if (!copy)
        return;
    memcpy(copy, work, work_size);
    alarm(20);
    LLVMFuzzerTestOneInput(copy, work_size);
    alarm(0);
    free(copy);
}

static unsigned long
run(time_t seconds)
{
    time_t end = time(NULL) + seconds;
    unsigned long tries = 0;

    for (size_t i = 0; i < input_count; i++, tries++) {
        memcpy(work, inputs[i].bytes, inputs[i].size);
        work_size = inputs[i].size;
        try_one();
    }
    for (; time(NULL) < end; tries++) {
        const input *in = &inputs[below(input_count)];
        size_t from = below(in->size), most = 1 + below(4096);

        /* A piece of the file: small inputs are tried more often. */
        work_size = in->size - from < most ? in->size - from : most;
        memcpy(work, in->bytes + from, work_size);
        for (size_t n = 1 + below(8); n > 0; n--)
            mutate();
        try_one();
    }
    return tries;
}

int
main(int argc, char **argv)
{
    const char *name = strrchr(argv[0], '/');
    time_t seconds = 10;
    int c;

    name = name ? name + 1 : argv[0];
    snprintf(crash_name, sizeof crash_name, "crash-%s.bin", name);
    while ((c = getopt(argc, argv, "t:s:")) != -1) {
        if (c == 't')
            seconds = strtol(optarg, NULL, 10);
        else if (c == 's')
            state = strtoull(optarg, NULL, 10) | 1;
        else
            return 2;
    }
    for (int i = optind; i < argc; i++)
        load(argv[i]);
    if (!input_count)
        inputs[input_count++] = (input){(uint8_t *)"48-CT/TW", 8};
    signal(SIGABRT, keep);
    signal(SIGSEGV, keep);
    signal(SIGALRM, keep);
    printf("%s: %lu inputs\n", name, run(seconds));
    return 0;
}
