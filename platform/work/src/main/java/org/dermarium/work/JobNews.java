package org.dermarium.work;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dermarium.store.notification.Notifications;

/** Wakes loops when jobs were added, by whichever instance; all of them when news may have been missed. */
public final class JobNews {

    private final Map<String, List<Runnable>> loops = new ConcurrentHashMap<>();

    JobNews(Notifications notifications) {
        notifications.listen(WorkQueue.CHANNEL, this::wake, () -> loops.keySet().forEach(this::wake));
    }

    public void subscribe(String queue, Runnable wake) {
        loops.computeIfAbsent(queue, q -> new CopyOnWriteArrayList<>()).add(wake);
    }

    public void unsubscribe(String queue, Runnable wake) {
        loops.getOrDefault(queue, List.of()).remove(wake);
    }

    private void wake(String queue) {
        loops.getOrDefault(queue, List.of()).forEach(Runnable::run);
    }
}
