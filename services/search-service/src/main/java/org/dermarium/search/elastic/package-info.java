/** Elasticsearch's own answers: for as long as the columns are being filled, and where they cannot be trusted. */
@NullMarked
package org.dermarium.search.elastic;

import org.jspecify.annotations.NullMarked;
