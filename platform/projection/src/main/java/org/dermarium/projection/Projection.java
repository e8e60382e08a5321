package org.dermarium.projection;

import java.util.List;
import org.dermarium.events.Aggregate;

/**
 * Writes states of one topic to a read model. States come again after a crash, and after newer ones: a state that is not
 * newer than what is known must change nothing.
 */
@FunctionalInterface
public interface Projection<A extends Aggregate> {

    /**
     * Writes all or nothing. Blocks.
     *
     * @param states at most one of each key, in the order of the keys, never empty
     * @throws Exception an outage of the store, such as an IOException, is waited out; anything else makes a dead letter
     */
    void apply(List<A> states) throws Exception;
}
