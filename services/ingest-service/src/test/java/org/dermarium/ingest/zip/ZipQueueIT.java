package org.dermarium.ingest.zip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dermarium.ingest.IngestCase;
import org.dermarium.testkit.file.LesionImages;
import org.dermarium.work.WorkContract;
import org.dermarium.work.loop.Worker;
import org.junit.jupiter.api.Nested;
import org.springframework.beans.factory.annotation.Autowired;

/** Two instances take one ZIP apart once, and no image loses what it was sent in. */
class ZipQueueIT extends IngestCase {

    @Nested
    class Queue extends WorkContract {

        private static final int IMAGES = 2;

        @Autowired
        private UnpackZips worker;

        @Override
        protected Worker worker() {
            return worker;
        }

        @Override
        protected List<String> makeJobs(int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> String.valueOf(zip(cohort(), "pictures.zip", pictures(i))))
                    .toList();
        }

        @Override
        protected void assertDoneOnce(List<String> keys) {
            for (String key : keys) {
                var zip = get(STAFF, "/api/v2/zip-uploads/" + key + "/").expect(200);
                assertThat(zip.get("status").asString())
                        .as(zip.body().toString())
                        .isEqualTo("extracted");
                assertThat(zip.get("accessions").asInt()).isEqualTo(IMAGES);
                List<Long> accessions = db().sql("select id from accession where zip_upload = " + key)
                        .map(row -> row.get(0, Long.class))
                        .all()
                        .collectList()
                        .block();
                assertThat(accessions).hasSize(IMAGES).allSatisfy(id -> awaitState(id, "awaiting_review"));
            }
        }

        @Override
        protected void assertGivenUp(String key) {
            var zip = get(STAFF, "/api/v2/zip-uploads/" + key + "/").expect(200);
            assertThat(zip.get("status").asString()).isEqualTo("failed");
            assertThat(zip.get("reason").asString()).contains("stopped the archive 3 times");
            assertThat(count("select count(*) from accession where zip_upload = " + key))
                    .isZero();
        }

        private static byte[] pictures(int seed) {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                for (int i = 0; i < IMAGES; i++) {
                    zip.putNextEntry(new ZipEntry("image" + i + ".jpg"));
                    zip.write(LesionImages.jpeg(IMAGES * seed + i, 64, 48));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }
}
