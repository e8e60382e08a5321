/**
 * The data dictionary: every field of an image's metadata with its type, values, privacy, labels and facet, and the two
 * trees. It is the one place that ingest, events, the query language, search and the web app learn fields from.
 */
@NullMarked
package org.dermarium.dictionary;

import org.jspecify.annotations.NullMarked;
