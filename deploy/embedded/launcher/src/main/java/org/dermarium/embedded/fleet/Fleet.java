package org.dermarium.embedded.fleet;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dermarium.embedded.process.Daemon;
import org.dermarium.embedded.process.Endings;
import org.dermarium.embedded.process.Progress;
import org.dermarium.embedded.process.Readiness;
import org.dermarium.embedded.process.RunFiles;
import org.dermarium.embedded.process.Running;
import org.dermarium.embedded.process.StopSignal;

/**
 * Starts and stops the processes of one installation. What is found running is adopted; what crashed is started again;
 * nothing is started when one of the ports belongs to somebody else.
 */
public final class Fleet {

    /** A server that ends for the first time also writes its class archive. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    /** What is half-way up has nothing to lose, and does not listen before it is up. */
    private static final Duration UNDO_GRACE = Duration.ofSeconds(5);

    private final RunFiles runFiles;
    private final Endings endings;
    private final Path logs;
    private final Progress progress;
    private volatile boolean undone;
    private final List<Daemon> startedHere = new CopyOnWriteArrayList<>();

    public Fleet(RunFiles runFiles, Path logs, Progress progress) {
        this.runFiles = runFiles;
        this.endings = new Endings(runFiles.folder());
        this.logs = logs;
        this.progress = progress;
    }

    /** Starts in parallel what does not run yet and returns when all are ready. */
    public void start(List<Daemon> daemons) {
        stop(daemons.stream().flatMap(daemon -> outdated(daemon).stream()).toList());
        List<Daemon> missing =
                daemons.stream().filter(daemon -> find(daemon).isEmpty()).toList();
        requireFreePorts(missing);
        try (var waiting = new Waiting(daemons.stream().map(Daemon::name).toList(), progress)) {
            inParallel(daemons, daemon -> () -> {
                bringUp(daemon, missing.contains(daemon));
                waiting.isOver(daemon.name());
                return null;
            });
        }
    }

    private void bringUp(Daemon daemon, boolean missing) throws Exception {
        Start start = start(daemon);
        if (missing) {
            startedHere.add(daemon);
            endings.delete(daemon.name());
            start.launch();
        } else {
            start.adopt(find(daemon).orElseThrow());
        }
    }

    /** Starts one and does not wait until it is ready. */
    Process launch(Daemon daemon) throws Exception {
        return start(daemon).begin();
    }

    private Start start(Daemon daemon) {
        var log = new Log(logs.resolve(daemon.name() + ".log"));
        return new Start(daemon, log, runFiles, progress, () -> undone);
    }

    /** Stops what this object started: the way back when a start fails or is interrupted half-way. */
    public void undo() {
        undone = true;
        stop(
                UNDO_GRACE,
                startedHere.stream()
                        .flatMap(daemon -> runFiles.find(daemon.name()).stream())
                        .toList());
    }

    /** Stops the given processes, highest tier first, those of one tier together. */
    public void stop(List<Running> processes) {
        stop(GRACE, processes);
    }

    private void stop(Duration grace, List<Running> processes) {
        var tiers = processes.stream().collect(Collectors.groupingBy(Running::tier));
        tiers.keySet().stream()
                .sorted(Comparator.reverseOrder())
                .forEach(tier -> inParallel(tiers.getOrDefault(tier, List.of()), running -> () -> {
                    new Stop(running, grace, progress).run();
                    forget(running.name());
                    return null;
                }));
    }

    /** Stops the daemons that run; those that ended are not started again either. */
    public void stopDaemons(List<Daemon> daemons) {
        stop(daemons.stream().flatMap(daemon -> find(daemon).stream()).toList());
        daemons.forEach(daemon -> forget(daemon.name()));
    }

    private void forget(String name) {
        runFiles.delete(name);
        endings.delete(name);
    }

    /** Stops the daemons, then whatever else bears the installation's mark: background work, what a crash left. */
    public void stopAll(List<Daemon> daemons, String marker) {
        stopDaemons(daemons);
        stop(CommandLines.containing(marker).stream()
                .map(process -> Running.of(orphan(process), process, ""))
                .toList());
        runFiles.all().forEach(left -> forget(left.name()));
    }

    /** The daemon's live process, also when its run file is lost. */
    public Optional<Running> find(Daemon daemon) {
        return runFiles.find(daemon.name())
                .filter(running -> running.process().isPresent())
                .or(() -> CommandLines.containing(daemon.marker()).stream()
                        .min(Comparator.comparingLong(ProcessHandle::pid))
                        .map(process -> Running.of(daemon, process, "")));
    }

    private Optional<Running> outdated(Daemon daemon) {
        return find(daemon)
                .filter(running -> !running.version().equals(daemon.version().get()));
    }

    private static Daemon orphan(ProcessHandle process) {
        return new Daemon(
                "process " + process.pid(),
                0,
                List.of(),
                () -> "",
                "",
                ProcessBuilder::new,
                () -> false,
                StopSignal.TERM,
                Readiness.ANSWER_TIME);
    }

    private static void requireFreePorts(List<Daemon> daemons) {
        String taken = daemons.stream()
                .flatMap(daemon -> daemon.ports().stream()
                        .map(Port::new)
                        .filter(port -> !port.isFree())
                        .map(port -> "  %d, wanted by %s, is held by %s"
                                .formatted(port.number(), daemon.name(), port.owner())))
                .collect(Collectors.joining("\n"));
        if (!taken.isEmpty()) {
            throw new CannotStart("Ports are taken:\n" + taken
                    + "\nStop that process, or choose other ports with DERMARIUM_PORT and DERMARIUM_BASE_PORT.");
        }
    }

    private static <T> void inParallel(List<T> items, Function<T, Callable<Void>> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> running = new ArrayList<>();
            items.forEach(item -> running.add(threads.submit(work.apply(item))));
            try {
                for (Future<Void> one : running) {
                    one.get();
                }
            } catch (ExecutionException failure) {
                threads.shutdownNow();
                throw failure.getCause() instanceof CannotStart known
                        ? known
                        : new CannotStart(String.valueOf(failure.getCause()), failure.getCause());
            } catch (InterruptedException interrupted) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
    }
}
