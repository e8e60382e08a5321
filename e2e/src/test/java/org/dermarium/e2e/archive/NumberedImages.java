package org.dermarium.e2e.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.client.Person.ANONYMOUS;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.dermarium.client.Api;
import org.dermarium.testkit.Eventually;
import tools.jackson.databind.JsonNode;

/**
 * Images whose public ids follow each other, as search and the catalogue show them.
 *
 * @param first number, a full thousand
 * @param most how many there may be: the archive may have drawn a neighbour for another test
 */
public record NumberedImages(Api api, int first, int most) {

    public List<String> ids(int count) {
        return IntStream.range(first, first + count).mapToObj(Uploader::isicId).toList();
    }

    public List<String> found() {
        return ours(api.search(ANONYMOUS, "isic_id:ISIC_" + first / 1000 + "*"));
    }

    public List<String> catalogued() {
        return ours(api.all(ANONYMOUS, "/api/v2/images/").stream()
                .map((JsonNode image) -> image.get("isic_id").asString())
                .toList());
    }

    public boolean isCatalogued(String isicId) {
        return api.get(ANONYMOUS, "/api/v2/images/" + isicId + "/").status() == 200;
    }

    /** Waits until each of so many is listed once by both, those that were answered with success among them. */
    public void awaitEachOnce(int count, Collection<String> answered, Duration bound) {
        Eventually.await(
                "each image is found once",
                bound,
                () -> assertThat(found()).doesNotHaveDuplicates().hasSize(count).containsAll(answered));
        Eventually.await(
                "each image is catalogued once",
                bound,
                () -> assertThat(catalogued())
                        .doesNotHaveDuplicates()
                        .hasSize(count)
                        .containsAll(answered));
    }

    private List<String> ours(List<String> ids) {
        return ids.stream()
                .filter(id -> id.compareTo(Uploader.isicId(first)) >= 0)
                .filter(id -> id.compareTo(Uploader.isicId(first + most)) < 0)
                .toList();
    }
}
