package org.dermarium.doi.landing;

import java.util.stream.Collectors;
import org.dermarium.doi.dataset.DataSet;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.dermarium.doi.dataset.FileAddresses;

/** The files with what is needed to trust a download. Roles are said, as a table that is laid out anew loses them. */
record FilesSection(FileAddresses addresses) {

    private static final String SECTION = """
            <section aria-labelledby="files">
            <h2 id="files">Files</h2>
            %s
            </section>
            """;

    private static final String TABLE = """
            <div class="table-scroll">
            <table class="files" role="table" aria-labelledby="files">
            <thead role="rowgroup">
            <tr role="row"><th role="columnheader" scope="col">File</th>\
            <th role="columnheader" scope="col">Size</th>\
            <th role="columnheader" scope="col">SHA-256</th></tr>
            </thead>
            <tbody role="rowgroup">
            %s
            </tbody>
            </table>
            </div>
            <p class="muted small">To check a download, compare what <code>sha256sum</code> says of it (on Windows\
             <code>Get-FileHash</code>) with the SHA-256 here. %s</p>
            """;

    private static final String ROW = """
            <tr role="row"><th role="rowheader" scope="row"><a href="%s">%s</a><span>%s</span></th>\
            <td role="cell" class="number" title="%s">%s</td>\
            <td role="cell"><code class="sum">%s</code></td></tr>""";

    private static final String FROZEN = "These files never change: another version gets another DOI.";

    String of(DataSet dataSet) {
        if (dataSet.files().isEmpty()) {
            return SECTION.formatted("<p>The files are made when the data set is published.</p>");
        }
        String rows = dataSet.files().stream().map(file -> row(dataSet, file)).collect(Collectors.joining("\n"));
        String note = dataSet.isPublished() ? FROZEN : "The other files are made when the data set is published.";
        return SECTION.formatted(TABLE.formatted(rows, note));
    }

    private String row(DataSet dataSet, DataFile file) {
        return Html.fill(
                ROW,
                addresses.of(dataSet, file),
                file.name(),
                file.description(),
                Words.plural(file.size(), "byte"),
                Words.bytes(file.size()),
                file.sha256());
    }
}
