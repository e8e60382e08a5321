/**
 * Problems of metadata, in one shape for a field, a row and a file.
 */
@NullMarked
package org.dermarium.ingest.problem;

import org.jspecify.annotations.NullMarked;
