/**
 * Metadata files: sent, checked, and applied as a whole.
 */
@NullMarked
package org.dermarium.ingest.metadatafile;

import org.jspecify.annotations.NullMarked;
