package org.dermarium.search.index;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Repository;

/**
 * The indices behind two aliases: the one that is searched, and the one that is being built to take its place. Writers
 * ask for both before each batch, so that everything written while an index is built reaches it.
 */
@Repository
public class ElasticIndices {

    private final ElasticCalls elastic;
    private final ElasticMapping mapping;
    private final String searched;
    private final String building;

    ElasticIndices(ElasticCalls elastic, ElasticSettings settings, @Value("${dermarium.index-prefix:}") String prefix) {
        this.elastic = elastic;
        this.mapping = new ElasticMapping(settings);
        this.searched = prefix + "images";
        this.building = prefix + "images-building";
    }

    /** The name to search. */
    public String searched() {
        return searched;
    }

    /** Whether there is an index to search. */
    public boolean isSearchable() throws IndexAway {
        return !behind(searched).isEmpty();
    }

    /** Whether the index that is searched was made by a release with other fields. */
    public boolean isOutdated() throws IndexAway {
        return behind(searched).stream().noneMatch(name -> name.startsWith(current()));
    }

    /**
     * Makes the index that is to take the place of the one that is searched; what was being built before is given up.
     *
     * @param suffix makes the name unique
     */
    public String createNext(String suffix) throws IndexAway {
        for (String abandoned : behind(building)) {
            delete(abandoned);
        }
        String name = current() + "-" + suffix;
        create(name, building);
        return name;
    }

    /** Searches the index that was built from now on, and deletes the one before. */
    public void exchange(String built) throws IndexAway {
        elastic.now("exchange", c -> c.indices().refresh(r -> r.index(built)));
        List<String> before = behind(searched);
        elastic.now(
                "exchange",
                c -> c.indices().updateAliases(u -> {
                    before.forEach(old -> u.actions(a -> a.removeIndex(r -> r.index(old))));
                    return u.actions(a -> a.remove(r -> r.index(built).alias(building)))
                            .actions(a -> a.add(r -> r.index(built).alias(searched)));
                }));
    }

    public void delete(String name) throws IndexAway {
        elastic.now("exchange", c -> c.indices().delete(d -> d.index(name).ignoreUnavailable(true)));
    }

    /** Which indices there are at this moment; at the very first start only the one that is being built. */
    public Names names() throws IndexAway {
        Map<String, List<String>> all = aliases();
        return new Names(all.getOrDefault(searched, List.of()), all.getOrDefault(building, List.of()));
    }

    /** Real names, behind the two aliases. */
    public record Names(List<String> searched, List<String> building) {

        public List<String> all() {
            return Stream.concat(searched.stream(), building.stream()).toList();
        }
    }

    /** Every index that must hear of a change. */
    List<String> written() throws IndexAway {
        List<String> names = names().all();
        if (names.isEmpty()) {
            throw new IndexAway("there is no index " + searched + " yet");
        }
        return names;
    }

    private String current() {
        return searched + "-" + mapping.fingerprint();
    }

    private List<String> behind(String alias) throws IndexAway {
        return aliases().getOrDefault(alias, List.of());
    }

    private Map<String, List<String>> aliases() throws IndexAway {
        var answer = elastic.now("aliases", c -> c.indices().getAlias(g -> g.index(searched + "-*")));
        Map<String, List<String>> indices = new TreeMap<>();
        answer.aliases()
                .forEach((index, with) -> with.aliases()
                        .keySet()
                        .forEach(alias -> indices.computeIfAbsent(alias, a -> new ArrayList<>())
                                .add(index)));
        return indices;
    }

    private void create(String name, String alias) throws IndexAway {
        elastic.now(
                "exchange",
                c -> c.indices()
                        .create(i -> i.withJson(new StringReader(mapping.json()))
                                .index(name)
                                .aliases(alias, a -> a)));
    }
}
