/* metrics: what the server did, counted for Prometheus.
 *
 * Requests by family of paths and status, and how long they took; safe from
 * any thread, without a lock.
 */
#ifndef SERVER_METRICS_H
#define SERVER_METRICS_H

#include <stdint.h>

#include "common/base/strbuf.h"

/* Families of paths. */
typedef enum metrics_route {
    METRICS_PAGE,
    METRICS_STATIC,
    METRICS_SEARCH,
    METRICS_DOCUMENT,
    METRICS_REFERENCES,
    METRICS_RELATED,
    METRICS_GRAPH,
    METRICS_SUGGEST,
    METRICS_STATUS,
    METRICS_EXPORT,
    METRICS_FEED,
    METRICS_OTHER,
    METRICS_ROUTES
} metrics_route;

/* What is so at this moment. */
typedef struct metrics_now {
    size_t connections, waiting, running;
} metrics_now;

void metrics_count(metrics_route route, int status, uint64_t took_us);

/* A connection that was shut because it was too slow. */
void metrics_shut(size_t count);

/* Appends all of it in the text format. */
void metrics_print(strbuf *out, const metrics_now *now);

#endif
