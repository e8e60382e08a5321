/**
 * Processes that outlive the launcher: what is started, how it tells that it is ready, how it is found again by pid and
 * start time, and how it is stopped. Knows nothing of Kafka, PostgreSQL or the services.
 */
@NullMarked
package org.dermarium.embedded.process;

import org.jspecify.annotations.NullMarked;
