#include "searcher/server/metrics.h"

#include <inttypes.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

enum { CLASSES = 6, BOUNDS = 11 };

static const char *const route_names[METRICS_ROUTES] = {"page", "static",
    "search", "document", "references", "related", "graph", "suggest", "status",
    "export", "feed", "other"};

/* Milliseconds; the last has no bound. */
static const unsigned bounds[BOUNDS] = {
    1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000};

typedef struct tally {
    atomic_uint_fast64_t by_class[CLASSES]; /* of the status: 2xx, ... */
    atomic_uint_fast64_t within[BOUNDS + 1];
    atomic_uint_fast64_t took_us;
} tally;

static tally tallies[METRICS_ROUTES];
static atomic_uint_fast64_t shut;

void
metrics_count(metrics_route route, int status, uint64_t took_us)
{
    tally *t = &tallies[route];
    size_t i = 0;

    while (i < BOUNDS && took_us > bounds[i] * UINT64_C(1000))
        i++;
    atomic_fetch_add(
        &t->by_class[status / 100 < CLASSES ? status / 100 : 0], 1);
    atomic_fetch_add(&t->within[i], 1);
    atomic_fetch_add(&t->took_us, took_us);
}

void
metrics_shut(size_t count)
{
    atomic_fetch_add(&shut, count);
}

static void
put_requests(strbuf *out)
{
    strbuf_add_string(out,
        "# HELP tracuu_http_requests_total Requests answered.\n"
        "# TYPE tracuu_http_requests_total counter\n");
    for (size_t r = 0; r < METRICS_ROUTES; r++) {
        for (unsigned c = 1; c < CLASSES; c++) {
            uint64_t count = atomic_load(&tallies[r].by_class[c]);

            if (count)
                strbuf_print(out,
                    "tracuu_http_requests_total{route=\"%s\",code=\"%uxx\"} "
                    "%" PRIu64 "\n",
                    route_names[r], c, count);
        }
    }
}

static void
put_durations_of(strbuf *out, const char *name, tally *t)
{
    uint64_t sum = 0;

    for (size_t i = 0; i <= BOUNDS; i++) {
        sum += atomic_load(&t->within[i]);
        strbuf_print(out,
            "tracuu_http_request_duration_seconds_bucket{route=\"%s\",le=\"",
            name);
        if (i < BOUNDS)
            strbuf_print(out, "%g", bounds[i] / 1000.0);
        else
            strbuf_add_string(out, "+Inf");
        strbuf_print(out, "\"} %" PRIu64 "\n", sum);
    }
    strbuf_print(out,
        "tracuu_http_request_duration_seconds_sum{route=\"%s\"} %.6f\n"
        "tracuu_http_request_duration_seconds_count{route=\"%s\"} %" PRIu64
        "\n",
        name, (double)atomic_load(&t->took_us) / 1e6, name, sum);
}

static void
put_durations(strbuf *out)
{
    strbuf_add_string(out,
        "# HELP tracuu_http_request_duration_seconds From the whole request "
        "to the end of its answer.\n"
        "# TYPE tracuu_http_request_duration_seconds histogram\n");
    for (size_t r = 0; r < METRICS_ROUTES; r++)
        put_durations_of(out, route_names[r], &tallies[r]);
}

static void
put_value(strbuf *out, const char *name, const char *type, const char *help,
    uint64_t value)
{
    strbuf_print(out, "# HELP %s %s\n# TYPE %s %s\n%s %" PRIu64 "\n", name,
        help, name, type, name, value);
}

/* Bytes of memory that the process has in use. */
static uint64_t
resident(void)
{
    FILE *in = fopen("/proc/self/statm", "r");
    uint64_t pages = 0;

    if (!in)
        return 0;
    if (fscanf(in, "%*u %" SCNu64, &pages) != 1)
        pages = 0;
    fclose(in);
    return pages * (uint64_t)sysconf(_SC_PAGESIZE);
}

void
metrics_print(strbuf *out, const metrics_now *now)
{
    put_requests(out);
    put_durations(out);
    put_value(out, "tracuu_connections", "gauge", "Open connections.",
        now->connections);
    put_value(out, "tracuu_requests_waiting", "gauge",
        "Requests that wait for a thread.", now->waiting);
    put_value(out, "tracuu_requests_running", "gauge",
        "Requests that are being answered.", now->running);
    put_value(out, "tracuu_connections_shut_total", "counter",
        "Connections shut because they were too slow.", atomic_load(&shut));
    put_value(out, "process_resident_memory_bytes", "gauge",
        "Memory in use, in bytes.", resident());
}
