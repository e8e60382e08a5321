package org.dermarium.doi.publish.step;

import org.dermarium.doi.dois.Doi;
import org.dermarium.doi.publish.Publication;
import org.dermarium.doi.publish.Step;
import org.dermarium.doi.work.Held;

/** Does one step. MUST be safe to repeat from any line on. Blocks. */
interface TakeStep {

    Step step();

    /** @param held what is written is written through it */
    Outcome take(Doi doi, Publication publication, Held held);
}
