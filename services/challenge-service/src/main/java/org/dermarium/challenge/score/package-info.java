/**
 * Scores submissions. The bus tells of each; it is noted, and workers of any instance take it up with a lease. Score,
 * status and event are written in one transaction, so that a submission ends once however often a worker dies.
 */
@NullMarked
package org.dermarium.challenge.score;

import org.jspecify.annotations.NullMarked;
