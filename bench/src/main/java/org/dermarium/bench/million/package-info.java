/**
 * An archive with a million images: how fast its read models take them in, and how fast every read is then. Started by
 * {@code bench/million}, which writes the section of {@code bench/RESULTS.md}.
 */
@NullMarked
package org.dermarium.bench.million;

import org.jspecify.annotations.NullMarked;
