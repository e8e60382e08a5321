package org.dermarium.doi.known;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dermarium.dictionary.License;
import org.dermarium.doi.dataset.DataSet.Creator;
import org.dermarium.doi.dataset.DataSet.LicenseShare;

/** Puts together what was counted of one collection. */
final class Tally {

    private static final List<String> LICENSES = License.codes();
    private static final Comparator<Creator> BY_SHARE = Comparator.comparing(
                    (Creator c) -> c.name().equals(Creator.ANONYMOUS))
            .thenComparing(Creator::images, Comparator.reverseOrder())
            .thenComparing(Creator::name);

    private final List<Creator> creators = new ArrayList<>();
    private final List<LicenseShare> licenses = new ArrayList<>();
    private long images;
    private long lesions;
    private long patients;
    private int year;

    private Tally() {}

    /**
     * @param what {@code creator}, {@code license}, {@code images}, {@code lesions}, {@code patients} or {@code year}
     * @param name of the creator or the licence
     */
    record Entry(long collection, String what, String name, long number) {}

    static Map<Long, Summary> summaries(List<Entry> entries) {
        Map<Long, Tally> tallies = new LinkedHashMap<>();
        entries.forEach(
                e -> tallies.computeIfAbsent(e.collection, id -> new Tally()).add(e));
        Map<Long, Summary> summaries = new LinkedHashMap<>();
        tallies.forEach((id, tally) -> summaries.put(id, tally.summary()));
        return summaries;
    }

    private void add(Entry entry) {
        switch (entry.what) {
            case "creator" -> creators.add(new Creator(entry.name, entry.number));
            case "license" -> licenses.add(new LicenseShare(entry.name, entry.number));
            case "images" -> images = entry.number;
            case "lesions" -> lesions = entry.number;
            case "patients" -> patients = entry.number;
            case "year" -> year = (int) entry.number;
            default -> throw new IllegalArgumentException(entry.what);
        }
    }

    private Summary summary() {
        creators.sort(BY_SHARE);
        licenses.sort(Comparator.comparingInt(l -> LICENSES.indexOf(l.license())));
        return new Summary(List.copyOf(creators), List.copyOf(licenses), images, lesions, patients, year);
    }
}
