/**
 * What is kept in Elasticsearch and how it gets there: the documents, their mapping, the indices behind the alias, and
 * the projections that merge events into them by version.
 */
@NullMarked
package org.dermarium.search.index;

import org.jspecify.annotations.NullMarked;
