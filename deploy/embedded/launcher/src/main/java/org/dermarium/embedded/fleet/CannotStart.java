package org.dermarium.embedded.fleet;

/** Something keeps the installation from running; the message is for the person at the terminal and says what to do. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
