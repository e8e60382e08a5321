/**
 * Single files becoming accessions.
 */
@NullMarked
package org.dermarium.ingest.intake;

import org.jspecify.annotations.NullMarked;
