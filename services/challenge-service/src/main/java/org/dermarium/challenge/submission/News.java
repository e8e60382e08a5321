package org.dermarium.challenge.submission;

import reactor.core.publisher.Flux;

/**
 * What changes in this service's database, whichever instance changed it: the database tells of every committed change of
 * a submission, of a task's settings and of an approach's review. A looker who is too slow misses some, so news say only
 * that something changed and the looker reads again.
 */
public interface News {

    /** Something changed. */
    record Change(long submission, long task) {}

    /** Changes of one submission, from now on, until the service stops. */
    Flux<Change> ofSubmission(long id);

    /** Whatever changes the board of a task, from now on, until the service stops. */
    Flux<Change> ofTask(long task);
}
