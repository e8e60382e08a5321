/**
 * Groups of images of one contributor, with the licence and attribution they come under. Private as contributors
 * are; whether a caller sees a cohort is decided here and nowhere else.
 */
@NullMarked
package org.dermarium.ingest.cohort;

import org.jspecify.annotations.NullMarked;
