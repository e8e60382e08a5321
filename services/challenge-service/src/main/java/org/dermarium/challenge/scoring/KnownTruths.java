package org.dermarium.challenge.scoring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dermarium.challenge.classification.Truth;
import org.dermarium.challenge.task.Truths;
import org.springframework.stereotype.Component;

/** The truths used last, read once for many submissions. */
@Component
class KnownTruths {

    /** Rows in all; the largest truth alone has nearly as many. */
    private static final int MOST_ROWS = 600_000;

    private final Truths truths;
    private final Cache<Truths.Basis, Truth> known = Caffeine.newBuilder()
            .maximumWeight(MOST_ROWS)
            .weigher((Truths.Basis basis, Truth truth) -> basis.rows())
            .build();

    KnownTruths(Truths truths) {
        this.truths = truths;
    }

    /** Blocks. */
    Truth of(Truths.Basis basis) throws IOException {
        try {
            return known.get(basis, this::read);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Truth read(Truths.Basis basis) {
        try {
            return truths.read(basis);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
