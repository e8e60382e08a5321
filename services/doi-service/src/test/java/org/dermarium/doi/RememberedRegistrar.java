package org.dermarium.doi;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dermarium.doi.datacite.Registrar;
import org.dermarium.doi.datacite.RegistrarAway;
import org.dermarium.doi.datacite.RegistrarRefused;
import org.dermarium.doi.datacite.Registration;
import org.dermarium.doi.dataset.DataSet;
import org.jspecify.annotations.Nullable;

/** A registrar that remembers what it was told, and fails as it is told to. */
public final class RememberedRegistrar implements Registrar {

    private final Map<String, Registration> held = new ConcurrentHashMap<>();
    private final Map<String, DataSet> metadata = new ConcurrentHashMap<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();

    /** What becomes of one call. */
    public sealed interface Fault {
        /** Nothing is done. */
        record Away(@Nullable Duration retryAfter) implements Fault {}

        /** It is done, and its answer is lost. */
        record LostAnswer() implements Fault {}

        record Refused(String reason) implements Fault {}

        /** Done, but it shows only later. */
        record Slow() implements Fault {}

        /** An error that nobody expects, before anything is done. */
        record Broken() implements Fault {}

        /** An error that nobody expects, after it is done. */
        record BrokenAfterwards() implements Fault {}
    }

    public synchronized void nextPublications(Fault... next) {
        faults.addAll(List.of(next));
    }

    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    public @Nullable DataSet metadata(String doi) {
        return metadata.get(doi);
    }

    public Map<String, Registration> held() {
        return held;
    }

    @Override
    public synchronized void publish(DataSet dataSet) throws RegistrarAway, RegistrarRefused {
        calls.add("publish " + dataSet.doi());
        Fault fault = faults.poll();
        switch (fault) {
            case null -> hold(dataSet, Registration.State.FINDABLE);
            case Fault.Away away -> throw new RegistrarAway("away", away.retryAfter(), null);
            case Fault.Refused refused -> throw new RegistrarRefused(refused.reason());
            case Fault.Slow slow -> hold(dataSet, Registration.State.REGISTERED);
            case Fault.Broken broken -> throw new IllegalStateException("broken");
            case Fault.BrokenAfterwards broken -> {
                hold(dataSet, Registration.State.FINDABLE);
                throw new IllegalStateException("broken afterwards");
            }
            case Fault.LostAnswer lost -> {
                hold(dataSet, Registration.State.FINDABLE);
                throw new RegistrarAway("answer lost", null, null);
            }
        }
    }

    @Override
    public synchronized void draft(DataSet dataSet) {
        calls.add("draft " + dataSet.doi());
        hold(dataSet, Registration.State.DRAFT);
    }

    @Override
    public synchronized void discard(String doi) {
        calls.add("discard " + doi);
        held.remove(doi);
    }

    @Override
    public Optional<Registration> find(String doi) {
        return Optional.ofNullable(held.get(doi));
    }

    private void hold(DataSet dataSet, Registration.State state) {
        metadata.put(dataSet.doi(), dataSet);
        held.put(
                dataSet.doi(),
                new Registration(dataSet.doi(), state, dataSet.title(), "https://example.org" + dataSet.path()));
    }
}
