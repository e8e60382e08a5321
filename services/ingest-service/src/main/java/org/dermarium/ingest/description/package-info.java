/**
 * What is said about images: metadata applied row by row, with its history; metadata files checked and applied as a whole. Emits {@code image-metadata-changed}.
 */
@NullMarked
package org.dermarium.ingest.description;

import org.jspecify.annotations.NullMarked;
