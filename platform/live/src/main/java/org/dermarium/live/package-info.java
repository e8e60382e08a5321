/**
 * What changes, for those who look at it just now. The database tells every instance of each committed change, so that it
 * does not matter which instance somebody's line ends at. A service names its changes by triggers:
 * {@code perform pg_notify('live', 'cohort 7: 12 13')}.
 */
@NullMarked
package org.dermarium.live;

import org.jspecify.annotations.NullMarked;
