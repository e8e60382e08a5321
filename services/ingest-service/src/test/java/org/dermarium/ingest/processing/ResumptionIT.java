package org.dermarium.ingest.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.dermarium.events.Image;
import org.dermarium.events.StoredObject;
import org.dermarium.events.bus.EventType;
import org.dermarium.ingest.IngestCase;
import org.dermarium.ingest.accession.Picture;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.file.LesionImages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A worker that dies between two steps loses nothing and repeats nothing that shows. */
class ResumptionIT extends IngestCase {

    private static final Duration NO_LEASE = Duration.ZERO;
    private static final Duration LEASE = Duration.ofMinutes(5);

    @Autowired
    private ProcessAccessions loop;

    @Autowired
    private AccessionQueue queue;

    @Autowired
    private ProcessAccession process;

    @Autowired
    private SettleOutcomes settle;

    private long id;

    @BeforeEach
    void sendAnImageWhileNobodyWorks() {
        long cohort = cohort();
        awaitNothingOnItsWay();
        loop.stop();
        id = accession(cohort, "a.jpg", LesionImages.jpeg(1, 64, 48));
    }

    @AfterEach
    void workOn() {
        if (!loop.isRunning()) {
            loop.start();
        }
    }

    private Claim claim(Duration lease) {
        var claims = new ArrayList<Claim>();
        Eventually.until("the image can be claimed", () -> claims.addAll(queue.claim(10, lease)));
        return claims.getFirst();
    }

    @Test
    void takesUpWhatADeadWorkerHadClaimed() {
        claim(NO_LEASE);
        loop.start();
        awaitState(id, "awaiting_review");
        event(EventType.IMAGE_UPLOADED, id);
        assertThat(uploads()).isEqualTo(1);
    }

    @Test
    void writesOverWhatADeadWorkerHadStored() throws InterruptedException {
        var first = (Outcome.Accepted) process.process(claim(NO_LEASE));
        var second = (Outcome.Accepted) process.process(claim(LEASE));
        assertThat(second.picture()).isEqualTo(first.picture());
        assertThat(queue.settle(List.of(second))).hasSize(1);
        event(EventType.IMAGE_UPLOADED, id);
        assertThat(uploads()).isEqualTo(1);
    }

    @Test
    void dropsTheOutcomeOfAWorkerThatWasTakenForDead() throws InterruptedException {
        Outcome slow = process.process(claim(NO_LEASE));
        Outcome quick = process.process(claim(LEASE));
        assertThat(queue.settle(List.of(slow))).isEmpty();
        assertThat(queue.settle(List.of(quick))).hasSize(1);
        assertThat(queue.settle(List.of(quick))).isEmpty();
        event(EventType.IMAGE_UPLOADED, id);
        assertThat(uploads()).isEqualTo(1);
    }

    @Test
    void leavesAloneWhatSomebodyElseHolds() throws InterruptedException {
        Claim held = claim(LEASE);
        assertThat(queue.claim(10, LEASE)).isEmpty();
        queue.settle(List.of(process.process(held)));
    }

    @Test
    void countsNoAttemptWhileTheStorageIsAway() {
        Claim claim = claim(LEASE);
        queue.settle(List.of(new Outcome.Postponed(claim)));
        assertThat(count("select attempts from accession where id = " + id)).isZero();
    }

    @Test
    void givesUpAnImageThatStopsEveryWorker() throws InterruptedException {
        for (int attempt = 1; attempt <= Claim.LAST_ATTEMPT; attempt++) {
            claim(NO_LEASE);
        }
        queue.settle(List.of(process.process(claim(LEASE))));
        assertThat(awaitState(id, "failed").get("reason").asString()).contains("attempts");
    }

    @Test
    void writesTheOthersWhenOneOutcomeCannotBeWritten() throws InterruptedException {
        long other = accession(cohort(), "b.jpg", LesionImages.jpeg(2, 64, 48));
        var claims = new ArrayList<Claim>();
        Eventually.until("both can be claimed", () -> {
            claims.addAll(queue.claim(10, NO_LEASE));
            return claims.stream().map(Claim::accession).toList().containsAll(List.of(id, other));
        });
        var latest = new HashMap<Long, Claim>();
        claims.forEach(claim -> latest.put(claim.accession(), claim));
        settle.add(tooLargeToTell((Outcome.Accepted) process.process(latest.get(id))), () -> {});
        settle.add(process.process(latest.get(other)), () -> {});
        awaitState(other, "awaiting_review");
        assertThat(one(id).get("state").asString()).isEqualTo("processing");
    }

    private static Outcome tooLargeToTell(Outcome.Accepted outcome) {
        StoredObject full = outcome.picture().full();
        var large = new StoredObject(
                full.bucket(), full.key(), full.size(), full.sha256(), full.crc32(), "image/".repeat(20_000));
        return new Outcome.Accepted(
                outcome.claim(), new Picture(large, outcome.picture().thumbnail(), 64, 48));
    }

    private long uploads() {
        return isolation().topics().read(Image.class).stream()
                .filter(event -> event.type() == EventType.IMAGE_UPLOADED
                        && event.state().id() == id)
                .count();
    }
}
