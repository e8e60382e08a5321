/**
 * The scores of classification tasks: reading truths and predictions, naming every problem, and the metrics. Pure
 * computation, the same result for the same bytes; publishes nothing.
 */
@NullMarked
package org.dermarium.challenge.scoring;

import org.jspecify.annotations.NullMarked;
