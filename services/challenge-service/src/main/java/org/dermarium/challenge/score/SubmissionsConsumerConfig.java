package org.dermarium.challenge.score;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.dermarium.events.Event;
import org.dermarium.events.Submission;
import org.dermarium.inbox.Inbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Scoring takes long and may fail; the batch only notes what is to be scored, and workers do it. */
@Configuration(proxyBeanMethods = false)
class SubmissionsConsumerConfig {

    @Bean
    Consumer<Message<List<byte[]>>> submissions(
            Inbox inbox, ScoringQueue queue, ScoreSubmissions workers, Clock clock) {
        return inbox.batch(Submission.class, events -> {
            List<Submission> waiting = events.stream()
                    .map(Event::state)
                    .filter(state -> state.status() == Submission.Status.QUEUED)
                    .toList();
            if (!waiting.isEmpty()) {
                queue.note(waiting, clock.instant());
                workers.wake();
            }
        });
    }
}
