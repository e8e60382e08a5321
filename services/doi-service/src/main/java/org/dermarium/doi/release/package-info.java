/**
 * Frozen releases: the images of a DOI, their metadata, attributions and licences in one ZIP archive that never changes.
 * Keeps for itself what it may have to pack, in a consumer group of its own, and builds without asking anyone.
 */
@NullMarked
package org.dermarium.doi.release;

import org.jspecify.annotations.NullMarked;
