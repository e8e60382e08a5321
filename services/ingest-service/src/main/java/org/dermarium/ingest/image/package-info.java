/**
 * One picture, free of any storage: what it really is, whether it may be decoded, its pixels upright, its bytes
 * without anything that tells of camera, place or person, its thumbnail.
 */
@NullMarked
package org.dermarium.ingest.image;

import org.jspecify.annotations.NullMarked;
