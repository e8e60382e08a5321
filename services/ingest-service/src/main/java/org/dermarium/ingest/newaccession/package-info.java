/**
 * How accessions begin: single images here, files of ZIPs through {@code NewAccessions}. Knows nothing of what follows.
 */
@NullMarked
package org.dermarium.ingest.newaccession;

import org.jspecify.annotations.NullMarked;
