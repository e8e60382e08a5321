package org.dermarium.search.columns;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dermarium.events.Image;
import org.dermarium.query.Query;
import org.dermarium.search.columns.table.Matches;
import org.dermarium.search.columns.table.Screens;
import org.dermarium.search.columns.table.Table;
import org.dermarium.search.finding.FacetOut;
import org.dermarium.search.finding.Finder;
import org.dermarium.search.finding.Places;
import org.dermarium.search.finding.Scope;
import org.dermarium.search.finding.Screen;
import org.dermarium.search.finding.Sight;
import org.dermarium.search.index.ElasticCalls;
import org.dermarium.search.index.ElasticIndices;
import org.dermarium.search.index.ImageDocument;
import org.dermarium.web.caller.Caller;
import org.dermarium.web.page.Page;
import org.dermarium.web.page.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Answers from the columns; only the documents of a page are read from Elasticsearch, by id. Nothing comes while the columns
 * cannot be trusted: somebody else is to be asked then.
 */
@Repository
public class ColumnImages implements Finder {

    /** Answers kept; the largest, facets, take some 30 kB. */
    private static final int KEPT = 300;

    private final ColumnIndex columns;
    private final ElasticCalls elastic;
    private final String index;
    private final Cache<Question, Object> answers =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    ColumnImages(ColumnIndex columns, ElasticCalls elastic, ElasticIndices indices) {
        this.columns = columns;
        this.elastic = elastic;
        this.index = indices.searched();
    }

    /** What an answer depends on. */
    private record Question(
            Object what,
            String index,
            long revision,
            Sight sight,
            Query query,
            @Nullable Set<Long> collections) {}

    /** Which page of a list. */
    private record Part(boolean reverse, @Nullable Long behind, int skipped, int size, boolean counted) {}

    /** @param total null where it is not told */
    private record Listed(List<String> ids, @Nullable Long total, Sight sight) {}

    @Override
    public Mono<Page<Image>> page(Scope scope, PageRequest request) {
        var part = part(request);
        return answer(part, scope, (state, sight, matches) -> listed(part, sight, matches))
                .flatMap(listed -> images(listed).map(images -> request.page(images, Places::of, listed.total)));
    }

    private static Part part(PageRequest request) {
        var cursor = request.cursor();
        return new Part(
                cursor.reverse(), Places.behind(cursor), cursor.offset(), request.fetch(), request.wantsCount());
    }

    private static Listed listed(Part part, Sight sight, Matches matches) {
        return new Listed(
                matches.page(part.reverse, part.behind, part.skipped, part.size),
                part.counted ? matches.count() : null,
                sight);
    }

    @Override
    public Mono<Long> bytes(Scope scope) {
        return answer("bytes", scope, (state, sight, matches) -> matches.bytes());
    }

    @Override
    public Mono<Map<String, FacetOut>> facets(Scope scope) {
        return answer("facets", scope, (state, sight, matches) -> matches.facets());
    }

    /** A screen and its page of images, both of one state. */
    public record Shown(Screen screen, Page<Image> page) {}

    private record ScreenPart(Part part) {}

    private record Counted(Screen screen, Listed listed) {}

    public Mono<Shown> screen(Scope scope, PageRequest request) {
        var part = part(request);
        return answer(new ScreenPart(part), scope, (state, sight, matches) -> {
                    var screens = new Screens(state.table(), sight, scope.query(), scope.collections(), matches);
                    return new Counted(
                            screens.screen(state.index() + ":" + state.version()), listed(part, sight, matches));
                })
                .flatMap(counted -> images(counted.listed)
                        .map(images -> request.page(images, Places::of, null))
                        .map(page -> new Shown(counted.screen, page)));
    }

    /** What is made of the rows that match. */
    private interface Making<T> {

        T of(Copy.State state, Sight sight, Matches matches);
    }

    @SuppressWarnings("unchecked")
    private <T> Mono<T> answer(Object what, Scope scope, Making<T> making) {
        return columns.read(state -> {
            Sight sight = Sight.of(scope.caller(), owned(state.table(), scope.caller()));
            var question =
                    new Question(what, state.index(), state.revision(), sight, scope.query(), scope.collections());
            Function<Question, Object> make =
                    q -> making.of(state, sight, new Matches(state.table(), sight, scope.query(), scope.collections()));
            return (T) answers.get(question, make);
        });
    }

    private static Set<Long> owned(Table table, Caller caller) {
        return caller instanceof Caller.Member member && !member.isStaff() ? table.ownedBy(member.id()) : Set.of();
    }

    /** As they are at this moment; nothing when one of them is not for the caller any more. */
    private Mono<List<Image>> images(Listed listed) {
        if (listed.ids.isEmpty()) {
            return Mono.just(List.of());
        }
        return elastic.ask("list", c -> c.mget(m -> m.index(index).ids(listed.ids), ImageDocument.class))
                .mapNotNull(answer -> {
                    List<Image> images = answer.docs().stream()
                            .map(item -> item.isResult() ? item.result().source() : null)
                            .flatMap(document -> seen(document, listed.sight).stream())
                            .toList();
                    return images.size() == listed.ids.size() ? images : null;
                });
    }

    private static Optional<Image> seen(@Nullable ImageDocument document, Sight sight) {
        if (document == null) {
            return Optional.empty();
        }
        Image image = document.image();
        return image != null && sight.sees(image, document.membership()) ? Optional.of(image) : Optional.empty();
    }
}
