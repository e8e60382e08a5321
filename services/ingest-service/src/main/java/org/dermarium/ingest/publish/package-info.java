/**
 * Publication under a public id, public or embargoed; lifting of embargoes; withdrawal. Emits {@code image-
 * published}, {@code image-released} and {@code image-withdrawn}.
 */
@NullMarked
package org.dermarium.ingest.publish;

import org.jspecify.annotations.NullMarked;
