package org.dermarium.embedded.process;

/** How a process is asked to end. PostgreSQL waits for its clients on TERM and ends at once on INT. */
public enum StopSignal {
    TERM,
    INT
}
