package org.dermarium.doi.publish;

import org.dermarium.doi.draft.Doi;

/** Does one step. MUST be safe to repeat from any line on. Blocks. */
interface TakeStep {

    Step step();

    Outcome take(Doi doi, Publication publication);
}
