package org.dermarium.embedded.registrar.http;

import org.jspecify.annotations.Nullable;

/** A request that is answered with an error and changes nothing. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    public Refused(int status, String title) {
        this(status, null, title, null);
    }

    public Refused(int status, @Nullable String source, String title, @Nullable String doi) {
        super(title, null, false, false);
        this.answer = Answer.error(status, source, title, doi);
    }

    public Answer answer() {
        return answer;
    }
}
