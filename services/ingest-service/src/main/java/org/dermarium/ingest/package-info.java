/**
 * The ingest service: contributors, cohorts, uploads, accessions, metadata, review and publication. Owner of the
 * {@code images} events.
 */
@NullMarked
package org.dermarium.ingest;

import org.jspecify.annotations.NullMarked;
