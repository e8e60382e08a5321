/** The methods with which a team answers a task, their manuscripts and reviews. */
@NullMarked
package org.dermarium.challenge.approach;

import org.jspecify.annotations.NullMarked;
