/**
 * Events enter a service in batches: parsed one by one, applied together, committed when applied. What cannot be applied
 * goes to the group's dead-letter topic with its cause; an outage of the store is waited out, never dead-lettered.
 */
@NullMarked
package org.dermarium.inbox;

import org.jspecify.annotations.NullMarked;
