package org.dermarium.projection;

/** What can be made anew from its topics. */
public interface ReadModel {

    /** What people call it, in logs. */
    String name();

    /**
     * Gathers the topics' states beside what is read, then exchanges the two at once: readers see the old one until the
     * new one is complete, and nothing that consumers write meanwhile is lost. Two instances may do so at the same time.
     * Blocks.
     *
     * @throws Exception nothing has changed then
     */
    void rebuild(Topics topics) throws Exception;
}
