/**
 * What a service does behind its requests: jobs wait in a table of the service's own database, are added in the
 * transaction that makes them necessary, and are done by whichever instance is free.
 *
 * <p>Any number of instances may run. A job is held by a lease that is renewed while the work goes on, and every effect
 * in the database is fenced: it commits together with the check that the job is still held, else it is rolled back with
 * {@link org.dermarium.work.ClaimLost}. Effects elsewhere (objects, calls) must be safe to repeat, as a process may die
 * right after them.
 *
 * <p>A service names the location {@code classpath:db/work} to Flyway, adds jobs by
 * {@link org.dermarium.work.WorkQueue#add}, and declares a {@link org.dermarium.work.loop.Worker} for each queue; the
 * loops come by themselves. The tests of each queue extend {@code WorkContract}.
 */
@NullMarked
package org.dermarium.work;

import org.jspecify.annotations.NullMarked;
