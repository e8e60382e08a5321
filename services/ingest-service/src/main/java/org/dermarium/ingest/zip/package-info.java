/**
 * ZIP files becoming accessions, all of them or none. Nothing inside a ZIP is trusted.
 */
@NullMarked
package org.dermarium.ingest.zip;

import org.jspecify.annotations.NullMarked;
