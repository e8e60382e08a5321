package org.dermarium.embedded.registrar;

import org.jspecify.annotations.Nullable;

/** A request that is answered with an error and changes nothing. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    Refused(int status, String title) {
        this(status, null, title, null);
    }

    Refused(int status, @Nullable String source, String title, @Nullable String doi) {
        super(title, null, false, false);
        this.answer = Answer.error(status, source, title, doi);
    }

    Answer answer() {
        return answer;
    }
}
