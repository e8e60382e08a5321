/** How states travel: the table of topics, the types of events, and their form on the wire. */
@NullMarked
package org.dermarium.events.bus;

import org.jspecify.annotations.NullMarked;
