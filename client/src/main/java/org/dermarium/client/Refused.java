package org.dermarium.client;

/** The archive did not do what was asked, or did not answer; the message says what it answered. */
public class Refused extends RuntimeException {

    public Refused(String message) {
        super(message);
    }

    public Refused(String message, Throwable cause) {
        super(message, cause);
    }
}
