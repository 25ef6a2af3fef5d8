/* print-route-ports: where the nets of a drawing touch the boxes.
 *
 * The ends at one side of a box are spread over it in the order of where they
 * go, so that few cross; those at the top and at the bottom of a column never
 * stand on one another.
 */
#ifndef SEARCHER_PRINT_ROUTE_PORTS_H
#define SEARCHER_PRINT_ROUTE_PORTS_H

#include "searcher/print-route.h"

/* Sets the places of all ends; the gutters must be known. */
void print_route_ports(route *r);

#endif
