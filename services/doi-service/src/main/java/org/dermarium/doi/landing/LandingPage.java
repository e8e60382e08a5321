package org.dermarium.doi.landing;

import java.util.List;
import org.dermarium.doi.citation.Citations;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a data set says, in the words that stand there: the model of the template {@code doi/landing}.
 *
 * @param authors the first of them, in one line
 * @param issue null before it is published
 * @param demonstration whether the DOI is known to this installation only
 * @param download null before there is an archive
 * @param description its paragraphs, each by lines
 * @param creators the first of them; empty or of one when there is nothing to share
 */
record LandingPage(
        Head head,
        String title,
        String slug,
        String doi,
        String doiUrl,
        boolean published,
        boolean demonstration,
        String authors,
        String version,
        @Nullable Issue issue,
        long collection,
        List<Figure> figures,
        @Nullable Download download,
        List<List<String>> description,
        List<File> files,
        Citations citations,
        List<Export> exports,
        List<Relation> related,
        List<Licence> licences,
        List<Share> creators,
        List<Share> furtherCreators) {

    /**
     * What search engines and harvesters read.
     *
     * @param linkedData JSON that may stand in a script element as it is
     */
    record Head(
            String description, String address, String publisher, int year, List<String> authors, String linkedData) {}

    record Issue(String time, String day) {}

    record Figure(String what, String count) {}

    record Download(String address, String size) {}

    record File(String address, String name, String description, String bytes, String size, String sha256) {}

    record Export(String address, String type, String label) {}

    record Relation(String relation, List<Link> links) {}

    /** @param address null for what no browser should be sent to */
    record Link(@Nullable String address, String text) {}

    /** @param address null for a licence that is none of the archive's */
    record Licence(@Nullable String address, String title, String meaning) {}

    record Share(String name, String images) {}
}
