/** The measures of predictions against a truth, on plain arrays, and the curves behind them. Pure computation. */
@NullMarked
package org.dermarium.challenge.metric;

import org.jspecify.annotations.NullMarked;
