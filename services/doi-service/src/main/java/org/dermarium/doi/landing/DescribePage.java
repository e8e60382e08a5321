package org.dermarium.doi.landing;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dermarium.dictionary.License;
import org.dermarium.doi.citation.Citations;
import org.dermarium.doi.dataset.DataSet;
import org.dermarium.doi.dataset.DataSet.Creator;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.dermarium.doi.dataset.DataSet.LicenseShare;
import org.dermarium.doi.dataset.DataSet.RelatedIdentifier;
import org.dermarium.doi.dataset.FileAddresses;
import org.dermarium.doi.landing.LandingPage.Download;
import org.dermarium.doi.landing.LandingPage.Export;
import org.dermarium.doi.landing.LandingPage.Figure;
import org.dermarium.doi.landing.LandingPage.File;
import org.dermarium.doi.landing.LandingPage.Issue;
import org.dermarium.doi.landing.LandingPage.Licence;
import org.dermarium.doi.landing.LandingPage.Link;
import org.dermarium.doi.landing.LandingPage.Relation;
import org.dermarium.doi.landing.LandingPage.Share;
import org.springframework.stereotype.Component;

/** Puts a data set into the words of its page. */
@Component
class DescribePage {

    /** Creators named under the title; the rest stands in their list. */
    private static final int NAMED = 4;

    /** Creators in the list that is seen without opening it. */
    private static final int FIRST_CREATORS = 8;

    /** Nobody's, given to demonstrations and tests. */
    private static final String TEST_PREFIX = "10.5072/";

    /** What search engines show. */
    private static final int SNIPPET = 300;

    private final FileAddresses addresses;
    private final SchemaOrg schemaOrg;

    DescribePage(FileAddresses addresses, SchemaOrg schemaOrg) {
        this.addresses = addresses;
        this.schemaOrg = schemaOrg;
    }

    LandingPage of(DataSet dataSet) {
        List<Creator> creators = dataSet.creators();
        int first = Math.min(FIRST_CREATORS, creators.size());
        return new LandingPage(
                head(dataSet),
                dataSet.title(),
                dataSet.slug(),
                dataSet.doi(),
                dataSet.doiUrl(),
                dataSet.isPublished(),
                dataSet.doi().startsWith(TEST_PREFIX),
                authors(dataSet.creatorNames()),
                dataSet.version(),
                dataSet.publishedAt() == null ? null : issue(dataSet.publishedAt()),
                dataSet.collection(),
                figures(dataSet),
                dataSet.files().stream()
                        .filter(file -> file.kind() == DataFile.Kind.BUNDLE)
                        .map(file -> new Download(address(dataSet, file), Labels.bytes(file.size())))
                        .findFirst()
                        .orElse(null),
                paragraphs(dataSet.description()),
                dataSet.files().stream().map(file -> file(dataSet, file)).toList(),
                Citations.of(dataSet),
                exports(dataSet),
                related(dataSet),
                dataSet.licenses().stream()
                        .map(share -> licence(share, dataSet.licenses().size() > 1))
                        .toList(),
                shares(creators.subList(0, first)),
                shares(creators.subList(first, creators.size())));
    }

    private LandingPage.Head head(DataSet dataSet) {
        String summary = dataSet.description().strip().replaceAll("\\s+", " ");
        return new LandingPage.Head(
                Labels.cut(summary, SNIPPET),
                schemaOrg.page(dataSet).toString(),
                DataSet.PUBLISHER,
                dataSet.publicationYear(),
                dataSet.creatorNames(),
                SchemaOrg.embedded(schemaOrg.describe(dataSet)));
    }

    private static String authors(List<String> names) {
        if (names.size() <= NAMED + 1) {
            return String.join("; ", names);
        }
        return String.join("; ", names.subList(0, NAMED)) + "; and " + (names.size() - NAMED) + " more";
    }

    private static Issue issue(Instant publishedAt) {
        return new Issue(publishedAt.toString(), Labels.day(publishedAt));
    }

    private static List<Figure> figures(DataSet dataSet) {
        return Stream.of(
                        figure(dataSet.images(), "image"),
                        figure(dataSet.lesions(), "lesion"),
                        figure(dataSet.patients(), "patient"))
                .flatMap(figure -> figure)
                .toList();
    }

    private static Stream<Figure> figure(long value, String one) {
        return value == 0 ? Stream.empty() : Stream.of(new Figure(value == 1 ? one : one + "s", Labels.count(value)));
    }

    /** An empty line ends a paragraph, a single one stays a line. */
    private static List<List<String>> paragraphs(String plain) {
        return Arrays.stream(plain.strip().split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .map(paragraph -> List.of(paragraph.split("\\R")))
                .toList();
    }

    private File file(DataSet dataSet, DataFile file) {
        return new File(
                address(dataSet, file),
                file.name(),
                file.description(),
                Labels.plural(file.size(), "byte"),
                Labels.bytes(file.size()),
                file.sha256());
    }

    private String address(DataSet dataSet, DataFile file) {
        return addresses.of(dataSet, file).toString();
    }

    private static List<Export> exports(DataSet dataSet) {
        return Arrays.stream(Format.values())
                .filter(format -> format != Format.HTML && format != Format.APA)
                .map(format -> new Export(dataSet.path() + "?format=" + format.word(), format.type(), format.label()))
                .toList();
    }

    private static List<Relation> related(DataSet dataSet) {
        return dataSet.related().stream()
                .collect(Collectors.groupingBy(
                        related -> Labels.relation(related.relationType()),
                        TreeMap::new,
                        Collectors.mapping(DescribePage::link, Collectors.toList())))
                .entrySet()
                .stream()
                .map(group -> new Relation(group.getKey(), group.getValue()))
                .toList();
    }

    private static Link link(RelatedIdentifier related) {
        String address = related.address().orElse(null);
        boolean isDoi = related.relatedIdentifierType().equals("DOI");
        return new Link(address, isDoi && address != null ? address : related.relatedIdentifier());
    }

    private static Licence licence(LicenseShare share, boolean withCount) {
        String images = withCount ? Labels.plural(share.images(), "image") + ". " : "";
        return License.named(share.license())
                .map(license -> new Licence(
                        license.url(), license.title() + " (" + license.code() + ")", images + license.meaning()))
                .orElseGet(() -> new Licence(null, share.license(), images));
    }

    private static List<Share> shares(List<Creator> creators) {
        return creators.stream()
                .map(one -> new Share(one.name(), Labels.plural(one.images(), "image")))
                .toList();
    }
}
