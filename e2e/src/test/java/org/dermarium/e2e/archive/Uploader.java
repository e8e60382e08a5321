package org.dermarium.e2e.archive;

import static org.dermarium.client.Person.STAFF;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.dermarium.client.Answer;
import org.dermarium.client.Cohort;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.file.LesionImages;

/** Uploads images as a patient client does: what fails is tried again, what was answered with success is remembered. */
public final class Uploader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int AT_ONCE = 4;

    private final Cohort cohort;
    private final int firstId;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final AtomicInteger next = new AtomicInteger();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final Set<String> settled = ConcurrentHashMap.newKeySet();

    /** @param firstId number of the public id that the first image is to keep; the others follow */
    public Uploader(Cohort cohort, int firstId) {
        this.cohort = cohort;
        this.firstId = firstId;
    }

    public static String isicId(int number) {
        return "ISIC_%07d".formatted(number);
    }

    /** Begins with so many more images in the background. */
    public void upload(int images) {
        for (int i = 0; i < images; i++) {
            threads.execute(() -> uploadOne(next.getAndIncrement()));
        }
    }

    /** Waits until at least so many images are in. */
    public void awaitSettled(int images) {
        Eventually.until(images + " uploads are settled", PATIENCE, () -> settled.size() >= images);
    }

    /** Public ids of the images whose upload was answered with success. */
    public Set<String> answered() {
        return answered;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void uploadOne(int index) {
        String isicId = isicId(firstId + index);
        byte[] image = LesionImages.jpeg(firstId + index, 96, 72);
        Eventually.until("upload of " + isicId, PATIENCE, () -> tryOnce(isicId, image));
        settled.add(isicId);
    }

    private boolean tryOnce(String isicId, byte[] image) {
        Answer answer = cohort.addImage(STAFF, isicId + ".jpg", image, Map.of("publish", "public", "isic_id", isicId));
        if (answer.status() == 201) {
            answered.add(isicId);
        }
        // An earlier try may have come through although its answer was lost.
        return answer.status() == 201 || answer.status() == 400 && answer.text().contains("already exists");
    }
}
