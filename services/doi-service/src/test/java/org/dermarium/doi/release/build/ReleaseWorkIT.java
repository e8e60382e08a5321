package org.dermarium.doi.release.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dermarium.archive.zip.Sums;
import org.dermarium.blobs.BlobStore;
import org.dermarium.doi.DoiApplication;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.dermarium.doi.release.FreezeOrder;
import org.dermarium.doi.release.Release;
import org.dermarium.doi.release.Releases;
import org.dermarium.events.Image;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.ImageBuilder;
import org.dermarium.testkit.file.LesionImages;
import org.dermarium.testkit.server.Isolation;
import org.dermarium.testkit.server.Servers;
import org.dermarium.work.WorkContract;
import org.dermarium.work.loop.Worker;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The queue of releases keeps to the contract of queues. */
@SpringBootTest(classes = DoiApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class ReleaseWorkIT extends WorkContract {

    private static Isolation isolation;

    @Autowired
    private WorkOnReleases worker;

    @Autowired
    private Releases releases;

    @Autowired
    private BlobStore blobs;

    @DynamicPropertySource
    static void ownCorner(DynamicPropertyRegistry registry) {
        isolation = Servers.shared().isolate(registry, "doi");
        isolation.topics().create();
    }

    @Override
    protected Worker worker() {
        return worker;
    }

    @Override
    protected List<String> makeJobs(int count) {
        Image image = known();
        List<String> dois = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String doi = "10.5072/dermarium." + UUID.randomUUID();
            releases.order(new FreezeOrder(doi, "my-set", List.of(image.isicId()), List.of()))
                    .block();
            dois.add(doi);
        }
        return dois;
    }

    @Override
    protected void assertDoneOnce(List<String> keys) {
        for (String doi : keys) {
            Release release = releases.of(doi).block();
            assertThat(release.state()).isEqualTo(Release.State.FROZEN);
            assertThat(release.files()).hasSize(3);
            for (DataFile file : release.files()) {
                assertThat(sha256(file.key())).isEqualTo(file.sha256());
            }
        }
    }

    @Override
    protected void assertGivenUp(String key) {
        Release release = releases.of(key).block();
        assertThat(release.state()).isEqualTo(Release.State.ENDED);
        assertThat(release.problem()).isEqualTo("The files could not be made; the operators' log says why.");
    }

    private String sha256(String key) {
        try (var in = blobs.open(isolation.publicBucket(), key)) {
            return Sums.of(in).sha256();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Image known() {
        Image draft = ImageBuilder.anImage().published().license("CC-0").build();
        byte[] bytes = LesionImages.jpeg(draft.id(), 96, 72);
        var stored = blobs.putPublic(
                isolation.publicBucket(),
                "images/" + draft.isicId() + ".jpg",
                "image/jpeg",
                new ByteArrayInputStream(bytes),
                bytes.length);
        Image image = ImageBuilder.withFull(draft, stored);
        isolation.topics().publish(EventType.IMAGE_PUBLISHED, image);
        Eventually.until(
                "the image is known",
                () -> db().sql("select count(*) from image where isic_id = :id")
                                .bind("id", image.isicId())
                                .mapValue(Long.class)
                                .one()
                                .block()
                        == 1);
        return image;
    }
}
