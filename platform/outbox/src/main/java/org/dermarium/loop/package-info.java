/** Threads that go on for as long as a service runs, whatever happens to them. */
@NullMarked
package org.dermarium.loop;

import org.jspecify.annotations.NullMarked;
