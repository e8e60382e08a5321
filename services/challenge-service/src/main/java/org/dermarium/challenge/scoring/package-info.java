/**
 * Scores submissions. Each waits in a queue from the transaction that took it in, workers of any instance take it up, and
 * score, status and event are written in one transaction: a submission ends once, however often a worker dies.
 */
@NullMarked
package org.dermarium.challenge.scoring;

import org.jspecify.annotations.NullMarked;
