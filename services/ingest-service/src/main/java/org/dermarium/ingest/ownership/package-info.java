/**
 * A change of a contributor's owners, which changes who may see its embargoed images and so is told for each of them
 * by {@code image-metadata-changed}.
 */
@NullMarked
package org.dermarium.ingest.ownership;

import org.jspecify.annotations.NullMarked;
