package org.dermarium.search.columns.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dermarium.events.Contributor;
import org.dermarium.events.Image;
import org.dermarium.query.Query;
import org.dermarium.query.QueryParser;
import org.dermarium.search.finding.PlainArchive;
import org.dermarium.search.finding.RandomImages;
import org.dermarium.search.finding.RandomQueries;
import org.dermarium.search.finding.Sight;
import org.dermarium.search.index.ImageDocument;
import org.dermarium.web.caller.Caller;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Random searches of a table that changes, against plain evaluation. */
class MatchesTests {

    private static final int IMAGES = 400;
    private static final int ROUNDS = 6;
    private static final int SEARCHES = Integer.getInteger("dermarium.search.random", 300) / ROUNDS;
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final Random random = new Random(14);
    private final RandomImages images = new RandomImages(random);
    private final PlainArchive archive = new PlainArchive();
    private final Table table = new Table();

    @Test
    void answersAsPlainEvaluationDoesWhileImagesChange() throws Exception {
        put(new Contributor(RandomImages.OWNER, 1, new TreeSet<>(Set.of(RandomImages.OWNER))));
        for (int round = 1; round <= ROUNDS; round++) {
            for (int i = 0; i < IMAGES / (round == 1 ? 1 : 4); i++) {
                long id = round == 1 ? IMAGES - i : 1 + random.nextInt(IMAGES + IMAGES / 4);
                put(images.image(id, round));
            }
            table.settle();
            var queries = new RandomQueries(random, archive.images());
            for (int i = 0; i < SEARCHES; i++) {
                compare(queries.query(), queries.caller(), queries.collections());
            }
        }
    }

    private void put(Image image) {
        archive.tell(image);
        var membership = images.membership(image, image.version());
        archive.tell(membership);
        Long published = image.isListed() ? ImageDocument.micros(image.publishedAt()) : null;
        table.put(image.isicId(), new Followed(image.isListed() ? image : null, published, membership, null));
    }

    private void put(Contributor contributor) {
        archive.tell(contributor);
        table.put("contributor-" + contributor.id(), new Followed(null, null, null, contributor));
    }

    private void compare(String text, Caller caller, Set<Long> collections) throws Exception {
        Query query = QueryParser.parse(text);
        Sight sight = Sight.of(
                caller,
                caller instanceof Caller.Member member && !member.isStaff() ? table.ownedBy(member.id()) : Set.of());
        // Rights to collections are looked up before: here all that exist are visible.
        List<Image> wanted = archive.found(caller, query, null).stream()
                .filter(i -> collections == null
                        || archive.membership(i).collections().stream().anyMatch(collections::contains))
                .toList();
        var found = new Matches(table, sight, query, collections);
        List<String> ids = wanted.stream().map(Image::isicId).toList();

        assertThat(found.page(false, null, 0, IMAGES * 2)).as(text).isEqualTo(ids);
        assertThat(found.page(true, null, 0, IMAGES * 2)).as(text).isEqualTo(ids.reversed());
        assertThat(found.count()).as(text).isEqualTo(wanted.size());
        assertThat(found.bytes()).as(text).isEqualTo(PlainArchive.bytes(wanted));
        JsonNode facets = JSON.readTree(JSON.writeValueAsString(found.facets()));
        assertThat(facets).as("%s for %s", text, caller).isEqualTo(archive.facets(caller, wanted));
        if (collections == null) {
            var screen = new Screens(table, sight, query, null, found).screen("1");
            assertThat(JSON.readTree(JSON.writeValueAsString(screen.facets())))
                    .as("%s for %s", text, caller)
                    .isEqualTo(archive.facetsToChoose(caller, query, null));
            assertThat(JSON.readTree(JSON.writeValueAsString(screen.trees())))
                    .as("%s for %s", text, caller)
                    .isEqualTo(archive.treesToChoose(caller, query, null));
        }
        if (ids.size() > 3) {
            int at = random.nextInt(ids.size());
            long behind = ImageDocument.micros(wanted.get(at).publishedAt());
            assertThat(found.page(false, behind, 0, 5))
                    .isEqualTo(ids.stream().skip(at + 1).limit(5).collect(Collectors.toList()));
            assertThat(found.page(true, behind, 1, 5))
                    .isEqualTo(ids.subList(0, at).reversed().stream()
                            .skip(1)
                            .limit(5)
                            .collect(Collectors.toList()));
        }
    }
}
