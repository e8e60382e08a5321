package org.dermarium.work.loop;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.dermarium.outbox.TraceParent;
import org.dermarium.work.JobNews;
import org.dermarium.work.WorkQueues;
import org.springframework.context.SmartLifecycle;

/** The loops of this instance, one for each {@link Worker} of the service. */
public final class WorkLoops implements SmartLifecycle {

    private final WorkQueues queues;
    private final JobNews news;
    private final TraceParent traces;
    private final MeterRegistry meters;
    private final List<WorkLoop> loops;

    WorkLoops(List<Worker> workers, WorkQueues queues, JobNews news, TraceParent traces, MeterRegistry meters) {
        this.queues = queues;
        this.news = news;
        this.traces = traces;
        this.meters = meters;
        this.loops = workers.stream().map(this::loop).toList();
    }

    /** Another loop for the worker, as a second instance has it; the caller starts and stops it. */
    public WorkLoop loop(Worker worker) {
        return new WorkLoop(worker, queues.named(worker.queue()), news, traces, meters);
    }

    @Override
    public void start() {
        loops.forEach(WorkLoop::start);
    }

    @Override
    public void stop() {
        // At one time: each may wait for what it began.
        List<Thread> stopping = loops.stream()
                .map(loop -> Thread.ofVirtual().name("stop-work").start(loop::stop))
                .toList();
        for (Thread thread : stopping) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Whether all of them live. */
    @Override
    public boolean isRunning() {
        return !loops.isEmpty() && loops.stream().allMatch(WorkLoop::isRunning);
    }
}
