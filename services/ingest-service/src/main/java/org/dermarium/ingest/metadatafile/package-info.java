/**
 * Metadata files: sent, checked, and applied completely or not at all.
 */
@NullMarked
package org.dermarium.ingest.metadatafile;

import org.jspecify.annotations.NullMarked;
