package org.dermarium.challenge.contest;

import java.io.IOException;
import java.util.List;
import org.dermarium.challenge.scoring.Metric;
import org.dermarium.challenge.scoring.Truth;
import reactor.core.publisher.Mono;

/** The ground truths, for scoring alone: nothing that answers a request may hand on what it reads here. */
public interface Truths {

    /**
     * What a task is scored by.
     *
     * @param key of the file in the private bucket; a new file gets a new key
     * @param sha256 of the file
     */
    record Basis(long task, Metric metric, List<String> categories, String key, String sha256, int rows) {}

    /** Empty when the task has no truth yet. */
    Mono<Basis> of(long task);

    /** Reads the truth whole. Blocks. */
    Truth read(Basis basis) throws IOException;
}
