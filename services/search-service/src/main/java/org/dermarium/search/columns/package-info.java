/**
 * The searched fields of every image in memory, column by column, for counts, facets, sums and the order of lists. Each
 * instance holds all of them and follows the index in Elasticsearch (ADR 025).
 */
@NullMarked
package org.dermarium.search.columns;

import org.jspecify.annotations.NullMarked;
