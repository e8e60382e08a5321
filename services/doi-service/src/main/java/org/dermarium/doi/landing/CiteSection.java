package org.dermarium.doi.landing;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.dermarium.doi.citation.Citations;
import org.dermarium.doi.dataset.DataSet;

/** Citations to copy, and the other forms to fetch. A click selects one whole. */
final class CiteSection {

    private static final String SECTION = """
            <section aria-labelledby="cite">
            <h2 id="cite">Cite</h2>
            <p class="copy">%s</p>
            <details><summary>BibTeX</summary><pre class="copy" tabindex="0">%s</pre></details>
            <details><summary>RIS</summary><pre class="copy" tabindex="0">%s</pre></details>
            <p class="muted small">For programs: %s</p>
            </section>
            """;

    private CiteSection() {}

    static String of(DataSet dataSet) {
        Citations citations = Citations.of(dataSet);
        String links = Arrays.stream(Format.values())
                .filter(format -> format != Format.HTML && format != Format.APA)
                .map(format -> Html.fill(
                        "<a href=\"%s\" type=\"%s\" rel=\"alternate\">%s</a>",
                        dataSet.path() + "?format=" + format.word(), format.type(), format.label()))
                .collect(Collectors.joining(", "));
        return SECTION.formatted(
                Html.text(citations.apa()), Html.text(citations.bibtex()), Html.text(citations.ris()), links);
    }
}
