package org.dermarium.ingest.metadatafile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dermarium.ingest.IngestCase;
import org.dermarium.testkit.file.LesionImages;
import org.dermarium.work.WorkContract;
import org.dermarium.work.loop.Worker;
import org.junit.jupiter.api.Nested;
import org.springframework.beans.factory.annotation.Autowired;

/** Two instances check and apply a metadata file once. */
class MetadataQueueIT extends IngestCase {

    @Nested
    class Queue extends WorkContract {

        @Autowired
        private WorkOnMetadataFiles worker;

        @Override
        protected Worker worker() {
            return worker;
        }

        /** Files that were found valid and are to be applied. */
        @Override
        protected List<String> makeJobs(int count) {
            List<String> files = IntStream.range(0, count)
                    .mapToObj(i -> String.valueOf(file(i)))
                    .toList();
            workOff(files);
            files.forEach(id -> post(OWNER, "/api/v2/metadata-files/" + id + "/update_metadata/", Map.of())
                    .expect(202));
            return files;
        }

        private long file(int number) {
            long cohort = cohort();
            long image = accession(cohort, "a.jpg", LesionImages.jpeg(number, 64, 48));
            awaitState(image, "awaiting_review");
            String blob = upload(OWNER, METADATA, "metadata.csv", "filename,sex\na.jpg,female\n".getBytes(UTF_8));
            return post(OWNER, "/api/v2/metadata-files/", Map.of("cohort", cohort, "blob", blob))
                    .expect(202)
                    .id();
        }

        @Override
        protected void assertDoneOnce(List<String> keys) {
            for (String key : keys) {
                var file = get(OWNER, "/api/v2/metadata-files/" + key + "/").expect(200);
                assertThat(file.get("status").asString())
                        .as(file.body().toString())
                        .isEqualTo("applied");
                assertThat(count("select count(*) from metadata_version v join accession a on a.id = v.accession "
                                + "join metadata_file f on f.cohort = a.cohort where f.id = " + key))
                        .isEqualTo(1);
            }
        }

        @Override
        protected void assertGivenUp(String key) {
            var file = get(OWNER, "/api/v2/metadata-files/" + key + "/").expect(200);
            assertThat(file.get("status").asString()).isEqualTo("failed");
            assertThat(file.get("problems").toString()).contains("stopped the archive 3 times");
        }
    }
}
