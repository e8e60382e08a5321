/**
 * Measurements of the running archive, each beside the ceiling that the machine sets: what the same files cost when nothing
 * but the unavoidable work is done. Started by {@code bench/run}, written to {@code bench/RESULTS.md}.
 */
@NullMarked
package org.dermarium.bench;

import org.jspecify.annotations.NullMarked;
