package org.dermarium.doi.landing;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.dermarium.doi.dataset.DataSet;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.dermarium.doi.dataset.FileAddresses;

/** The page for people, with what search engines and harvesters read in its head. */
record LandingPage(FileAddresses addresses, SchemaOrg schemaOrg) {

    /** Creators named under the title; the rest stands in their list. */
    private static final int NAMED = 4;

    private static final String TEST_PREFIX = "10.5072/";
    private static final int SNIPPET = 300;

    private static final String CONTENT = """
            %s
            <div class="page-head">
            <nav class="crumbs" aria-label="You are here"><ol><li><a href="/dois">DOIs</a></li><li>%s</li></ol></nav>
            <h1>%s</h1>
            <p class="creators">%s</p>
            <p>%s</p>
            <p>%s</p>
            </div>
            <div class="columns">
            <section class="panel contents" aria-labelledby="contents">
            <h2 id="contents">Contents</h2>
            %s
            %s
            <p><a href="/collections/%d">See the images in their collection</a></p>
            </section>
            <div class="main">
            <section aria-labelledby="about">
            <h2 id="about">Description</h2>
            %s
            </section>
            %s
            %s
            %s
            </div>
            <div class="terms">
            %s
            %s
            </div>
            </div>
            """;

    private static final String DRAFT = """
            <div class="notice"><p><strong>Draft.</strong> Only the person who made it and staff see this page. The DOI is \
            reserved and leads nowhere yet. <a href="/dois/%s">Go on working on it</a></p></div>
            """;

    private static final String DEMONSTRATION = """
            <br><span class="muted small">A DOI for demonstration: it is known to this installation only, so doi.org does \
            not find it.</span>""";

    String of(DataSet dataSet) {
        return PageFrame.page(dataSet.title(), head(dataSet), content(dataSet));
    }

    private String content(DataSet dataSet) {
        return CONTENT.formatted(
                dataSet.isPublished() ? "" : Html.fill(DRAFT, dataSet.slug()),
                Html.text(dataSet.doi()),
                Html.text(dataSet.title()),
                Html.text(names(dataSet)),
                issue(dataSet),
                name(dataSet),
                FactsSection.figures(dataSet),
                download(dataSet),
                dataSet.collection(),
                description(dataSet),
                new FilesSection(addresses).of(dataSet),
                CiteSection.of(dataSet),
                RelatedLinks.section(dataSet),
                FactsSection.licenses(dataSet),
                FactsSection.creators(dataSet));
    }

    private static String names(DataSet dataSet) {
        List<String> names = dataSet.creatorNames();
        if (names.size() <= NAMED + 1) {
            return String.join("; ", names);
        }
        return String.join("; ", names.subList(0, NAMED)) + "; and " + (names.size() - NAMED) + " more";
    }

    private static String issue(DataSet dataSet) {
        Instant published = dataSet.publishedAt();
        String when = published == null
                ? "not published yet"
                : Html.fill("published <time datetime=\"%s\">%s</time>", published, Words.day(published));
        return Html.fill("Data set, version %s, ", dataSet.version()) + when;
    }

    /** Not a link before it leads anywhere. */
    private static String name(DataSet dataSet) {
        if (!dataSet.isPublished()) {
            return Html.text(dataSet.doiUrl());
        }
        String link = Html.fill("<a href=\"%s\">%s</a>", dataSet.doiUrl(), dataSet.doiUrl());
        return dataSet.doi().startsWith(TEST_PREFIX) ? link + DEMONSTRATION : link;
    }

    private static String description(DataSet dataSet) {
        return dataSet.description().isBlank()
                ? "<p class=\"muted\">None was given.</p>"
                : "<div class=\"prose\">" + Html.paragraphs(dataSet.description()) + "</div>";
    }

    private String download(DataSet dataSet) {
        return dataSet.files().stream()
                .filter(file -> file.kind() == DataFile.Kind.BUNDLE)
                .map(file -> Html.fill(
                        "<p><a class=\"button primary\" href=\"%s\">Download all (%s)</a></p>",
                        addresses.of(dataSet, file), Words.bytes(file.size())))
                .collect(Collectors.joining());
    }

    private String head(DataSet dataSet) {
        String json = "<script type=\"application/ld+json\">" + SchemaOrg.embedded(schemaOrg.describe(dataSet))
                + "</script>\n";
        String summary = dataSet.description().strip().replaceAll("\\s+", " ");
        String meta = Html.fill(
                """
                        <meta name="description" content="%s">
                        <link rel="canonical" href="%s">
                        <meta name="citation_title" content="%s">
                        <meta name="citation_doi" content="%s">
                        <meta name="citation_publisher" content="%s">
                        <meta name="citation_publication_date" content="%s">
                        """,
                summary.length() <= SNIPPET ? summary : summary.substring(0, SNIPPET - 1) + "…",
                schemaOrg.publicUrl().resolve(dataSet.path()),
                dataSet.title(),
                dataSet.doi(),
                DataSet.PUBLISHER,
                dataSet.publicationYear());
        String authors = dataSet.creatorNames().stream()
                .map(name -> Html.fill("<meta name=\"citation_author\" content=\"%s\">\n", name))
                .collect(Collectors.joining());
        return (dataSet.isPublished() ? meta + authors : "<meta name=\"robots\" content=\"noindex\">\n") + json;
    }
}
