package org.dermarium.bench.million;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Times of requests in milliseconds, sorted, and how long all of them took together. */
record Latencies(double[] sorted, double seconds) {

    /**
     * Asks again and again.
     *
     * @param clients who ask at the same time
     * @param times how often each of them asks
     * @param ask gets the number of the request, another one each time
     */
    static Latencies of(int clients, int times, IntConsumer ask) throws InterruptedException, ExecutionException {
        double[] all = new double[clients * times];
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int first = client * times;
                running.add(threads.submit(() -> {
                    for (int i = first; i < first + times; i++) {
                        long asked = System.nanoTime();
                        ask.accept(i);
                        all[i] = (System.nanoTime() - asked) / 1e6;
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        Arrays.sort(all);
        return new Latencies(all, seconds);
    }

    double percentile(double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    double perSecond() {
        return sorted.length / seconds;
    }
}
