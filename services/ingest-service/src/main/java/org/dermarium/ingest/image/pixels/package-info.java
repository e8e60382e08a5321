/**
 * Decoded pixels: turned upright, made into thumbnails.
 */
@NullMarked
package org.dermarium.ingest.image.pixels;

import org.jspecify.annotations.NullMarked;
