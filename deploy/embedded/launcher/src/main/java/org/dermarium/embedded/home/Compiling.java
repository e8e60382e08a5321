package org.dermarium.embedded.home;

import java.util.List;

/** How far HotSpot compiles a process's code: what a start costs against what long work costs. */
public enum Compiling {

    /**
     * C1 alone. It takes no profiles, so code that C2 would not reach for hours runs a third faster than on its way there.
     * For whatever passes on requests and events.
     */
    QUICK("-XX:TieredStopAtLevel=1"),

    /**
     * C2 takes a method at twenty times the usual counts. At the usual ones it compiles what runs while a Spring context is
     * built and never again: half of the processor time of a start. For whatever decodes, packs or searches.
     */
    PATIENT(
            "-XX:Tier4InvocationThreshold=100000",
            "-XX:Tier4MinInvocationThreshold=12000",
            "-XX:Tier4CompileThreshold=300000",
            "-XX:Tier4BackEdgeThreshold=800000"),

    /** As HotSpot does it. For small programs that digest bytes: only C2 uses the processor's instructions for that. */
    USUAL;

    private final List<String> options;

    Compiling(String... options) {
        this.options = List.of(options);
    }

    /** A test is over before C2 has paid: {@code DERMARIUM_COMPILING=quick} counts for all processes. */
    List<String> options() {
        return "quick".equals(System.getenv("DERMARIUM_COMPILING")) ? QUICK.options : options;
    }
}
