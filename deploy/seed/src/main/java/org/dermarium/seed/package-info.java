/**
 * Fills an archive through its public API alone, as contributors and staff would: the demonstration, the MILK10k data
 * set, and the set behind the recorded answers of the reference archive. Every load can be stopped and run again.
 */
@NullMarked
package org.dermarium.seed;

import org.jspecify.annotations.NullMarked;
