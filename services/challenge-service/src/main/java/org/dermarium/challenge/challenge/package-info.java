/** Challenges: the dates and rules under which teams answer tasks. */
@NullMarked
package org.dermarium.challenge.challenge;

import org.jspecify.annotations.NullMarked;
