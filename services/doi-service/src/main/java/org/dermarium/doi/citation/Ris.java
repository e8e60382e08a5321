package org.dermarium.doi.citation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.dermarium.doi.dataset.DataSet;

/** RIS: one tag to a line, so no value may have line breaks. */
final class Ris {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd'/'").withZone(ZoneOffset.UTC);

    private final StringBuilder record = new StringBuilder();

    private Ris() {}

    static String of(DataSet dataSet) {
        var ris = new Ris();
        ris.add("TY", "DATA");
        dataSet.creatorNames().forEach(name -> ris.add("AU", name));
        ris.add("TI", dataSet.title());
        ris.add("PY", Integer.toString(dataSet.publicationYear()));
        Instant published = dataSet.publishedAt();
        if (published != null) {
            ris.add("DA", DAY.format(published));
        }
        ris.add("PB", DataSet.PUBLISHER);
        ris.add("ET", dataSet.version());
        ris.add("DO", dataSet.doi());
        ris.add("UR", dataSet.doiUrl());
        ris.add("AB", dataSet.description());
        ris.record.append("ER  - \r\n");
        return ris.record.toString();
    }

    private void add(String tag, String value) {
        String line = OneLine.of(value);
        if (!line.isEmpty()) {
            record.append(tag).append("  - ").append(line).append("\r\n");
        }
    }
}
