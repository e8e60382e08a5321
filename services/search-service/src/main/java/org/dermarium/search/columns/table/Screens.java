package org.dermarium.search.columns.table;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dermarium.query.Choices;
import org.dermarium.query.Facet;
import org.dermarium.query.Query;
import org.dermarium.query.SearchField;
import org.dermarium.search.finding.Branch;
import org.dermarium.search.finding.FacetOut;
import org.dermarium.search.finding.Screen;
import org.dermarium.search.finding.Sight;
import org.jspecify.annotations.Nullable;

/** All counts of a screen in one pass: once for the images found, once for each group in which something is chosen. */
public final class Screens {

    private final Map<String, Matches> byGroup = new HashMap<>();
    private final Matches found;

    /** @param found the matches of the same search */
    public Screens(Table table, Sight sight, Query query, @Nullable Set<Long> collections, Matches found) {
        this.found = found;
        for (String group : Choices.groups(query)) {
            byGroup.put(group, new Matches(table, sight, Choices.without(group, query), collections));
        }
    }

    public Screen screen(String version) {
        Map<String, FacetOut> facets = new LinkedHashMap<>();
        for (SearchField field : SearchField.all()) {
            if (!(field.facet() instanceof Facet.None)) {
                facets.put(field.fieldName(), among(field.group()).facet(field));
            }
        }
        Map<String, List<Branch>> trees = new TreeMap<>();
        SearchField.trees().keySet().forEach(tree -> trees.put(tree, among(tree).branches(tree)));
        return new Screen(version, found.count(), found.bytes(), facets, trees);
    }

    private Matches among(String group) {
        return byGroup.getOrDefault(group, found);
    }
}
