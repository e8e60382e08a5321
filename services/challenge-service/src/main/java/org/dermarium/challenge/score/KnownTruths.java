package org.dermarium.challenge.score;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dermarium.challenge.contest.Truths;
import org.dermarium.challenge.scoring.Truth;
import org.springframework.stereotype.Component;

/** The truths used last, read once for many submissions. */
@Component
class KnownTruths {

    private static final int MOST = 4;

    private final Truths truths;
    private final Map<String, Truth> known = new LinkedHashMap<>(MOST, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Truth> eldest) {
            return size() > MOST;
        }
    };

    KnownTruths(Truths truths) {
        this.truths = truths;
    }

    /** Blocks. */
    synchronized Truth of(Truths.Basis basis) throws IOException {
        String name = basis.task() + " " + basis.sha256();
        Truth truth = known.get(name);
        if (truth == null) {
            truth = truths.read(basis);
            known.put(name, truth);
        }
        return truth;
    }
}
