/**
 * Metadata as it is stored with images, its history, and the application of rows to it. Rows of metadata files and
 * metadata sent with a single image go the same way.
 */
@NullMarked
package org.dermarium.ingest.imagemetadata;

import org.jspecify.annotations.NullMarked;
