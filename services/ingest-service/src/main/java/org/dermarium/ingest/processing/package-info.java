/**
 * Takes waiting accessions through the picture's pipeline and writes the outcomes with {@code image-uploaded}.
 */
@NullMarked
package org.dermarium.ingest.processing;

import org.jspecify.annotations.NullMarked;
