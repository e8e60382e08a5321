package org.dermarium.doi.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.dermarium.doi.citation.Citations;
import org.dermarium.doi.dataset.DataSet;
import org.dermarium.doi.dataset.DataSet.DataFile;
import org.dermarium.doi.dataset.DataSetBuilder;
import org.dermarium.web.caller.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.HtmlUtils;

class LandingControllerTests {

    private static final String PATH = "/doi/10.5072/dermarium.k3v9x2p7/";
    private static final Caller STAFF = new Caller.Member(1, "staff@example.org", "Staff", true);

    private final DataSet published = DataSetBuilder.published().build();
    private final DataSet draft = DataSetBuilder.draft().build();
    private final WebTestClient client = Landing.client(Caller.ANONYMOUS, published);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
                "*/*                                                  | text/html",
                "text/*                                               | text/html",
                "application/ld+json                                  | application/ld+json",
                "application/vnd.schemaorg.ld+json                    | application/ld+json",
                "application/vnd.datacite.datacite+json               | application/vnd.datacite.datacite+json",
                "application/vnd.datacite.datacite+json, */*          | application/vnd.datacite.datacite+json",
                "application/json                                     | application/vnd.datacite.datacite+json",
                "application/x-bibtex                                 | application/x-bibtex",
                "text/html;q=0.5, application/x-bibtex                | application/x-bibtex",
                "application/x-research-info-systems                  | application/x-research-info-systems",
                "text/x-bibliography; style=apa                       | text/x-bibliography",
                "image/png, application/x-bibtex;q=0.1                | application/x-bibtex"
            })
    void answersInTheFormatThatIsAskedFor(String accept, String type) {
        var answer = get(client, PATH, accept, 200);

        assertThat(answer.getResponseHeaders().getFirst("Content-Type")).startsWith(type);
        assertThat(answer.getResponseHeaders().getVary()).contains("Accept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/pdf;q=0.9, text/html;q=0", "application/xml"})
    void saysWhatThereIsToWhoeverAsksForSomethingElse(String accept) {
        assertThat(text(get(client, PATH, accept, 406))).contains("application/x-bibtex");
    }

    @Test
    void refusesAcceptThatCannotBeRead() {
        get(client, PATH, "not a type", 406);
        get(client, "/doi/10.5072/dermarium.unknown1/", "not a type", 404);
    }

    @ParameterizedTest
    @CsvSource({
        "schemaorg, application/ld+json",
        "datacite, application/vnd.datacite.datacite+json",
        "bibtex, application/x-bibtex",
        "ris, application/x-research-info-systems",
        "apa, text/x-bibliography",
        "html, text/html"
    })
    void answersLinksInTheFormatTheyName(String format, String type) {
        var answer = get(client, PATH + "?format=" + format, "text/html", 200);

        assertThat(answer.getResponseHeaders().getFirst("Content-Type")).startsWith(type);
    }

    @Test
    void refusesFormatThatIsNone() {
        get(client, PATH + "?format=marc", "text/html", 406);
    }

    @Test
    void tellsTheSameCitationEverywhere() {
        Citations citations = Citations.of(published);

        assertThat(text(get(client, PATH, "application/x-bibtex", 200))).isEqualTo(citations.bibtex());
        assertThat(text(get(client, PATH, "application/x-research-info-systems", 200)))
                .isEqualTo(citations.ris());
        assertThat(text(get(client, PATH, "text/x-bibliography", 200)).strip()).isEqualTo(citations.apa());
        assertThat(text(get(client, PATH, "text/html", 200)))
                .contains(HtmlUtils.htmlEscape(citations.apa()), HtmlUtils.htmlEscape(citations.bibtex()));
    }

    @Test
    void pointsTheWayForPrograms() {
        List<String> links =
                get(client, PATH, "text/html", 200).getResponseHeaders().get("Link");

        assertThat(links)
                .contains(
                        "<https://doi.org/10.5072/dermarium.k3v9x2p7>; rel=\"cite-as\"",
                        "<https://schema.org/Dataset>; rel=\"type\"",
                        "<https://archive.example" + PATH
                                + "?format=datacite>; rel=\"describedby\"; type=\"application/vnd.datacite.datacite+json\"",
                        "<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"",
                        "<https://creativecommons.org/publicdomain/zero/1.0/>; rel=\"license\"")
                .anySatisfy(link -> assertThat(link)
                        .startsWith("<https://archive.example/s3/dermarium-public/dois/")
                        .endsWith("naevi-of-the-trunk.zip>; rel=\"item\"; type=\"application/zip\""));
    }

    @Test
    void namesNoMoreThanTwentyFilesInItsHeaders() {
        List<DataFile> many = IntStream.range(0, 50)
                .mapToObj(i -> new DataFile(
                        DataFile.Kind.SUPPLEMENT,
                        i + ".csv",
                        "",
                        1,
                        "00".repeat(32),
                        "text/csv",
                        "dois/x/" + i + ".csv"))
                .toList();
        var crowded = Landing.client(
                Caller.ANONYMOUS, DataSetBuilder.published().files(many).build());

        assertThat(get(crowded, PATH, "text/html", 200).getResponseHeaders().get("Link"))
                .filteredOn(link -> link.contains("rel=\"item\""))
                .hasSize(20);
    }

    @Test
    void sendsNothingTwiceThatIsKnown() {
        String tag = get(client, PATH, "text/html", 200).getResponseHeaders().getETag();
        String other = get(client, PATH, "application/x-bibtex", 200)
                .getResponseHeaders()
                .getETag();

        assertThat(tag).isNotEqualTo(other);
        client.get()
                .uri(PATH)
                .header("Accept", "text/html")
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void answersHead() {
        client.head().uri(PATH).exchange().expectStatus().isOk().expectHeader().exists("Link");
    }

    @Test
    void letsPagesRunNothing() {
        assertThat(get(client, PATH, "text/html", 200).getResponseHeaders().getFirst("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void leadsFromSlugToDoi() {
        for (String path : List.of("/doi/naevi-of-the-trunk/", "/doi/naevi-of-the-trunk")) {
            client.get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isFound()
                    .expectHeader()
                    .location(PATH);
        }
    }

    @Test
    void leadsFromNameWithoutSlashToThePage() {
        client.get()
                .uri("/doi/10.5072/dermarium.k3v9x2p7")
                .exchange()
                .expectStatus()
                .isPermanentRedirect()
                .expectHeader()
                .location(PATH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/doi/10.5072/dermarium.unknown1/",
                "/doi/10.9999/dermarium.k3v9x2p7/",
                "/doi/10.5072/%3Cscript%3E%20%25/",
                "/doi/no-such-slug/",
                "/doi/%00/"
            })
    void hasPageForWhatIsNotThere(String path) {
        var answer = get(client, path, "text/html", 404);

        assertThat(text(answer))
                .contains("No such data set", "/session/login?return=%2Fdoi%2F")
                .doesNotContain("<script>");
    }

    @Test
    void tellsProgramsInTheirWayWhatIsNotThere() {
        var answer = get(client, "/doi/10.5072/dermarium.unknown1/", "application/ld+json", 404);

        assertThat(text(answer)).isEqualTo("{\"detail\":\"Not Found\"}");
    }

    @Test
    void answersOddNamesWithoutSlashHarmlessly() {
        client.get()
                .uri(URI.create("/doi/10.5072/a%20%22%3Cb"))
                .exchange()
                .expectStatus()
                .isPermanentRedirect();
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, "/doi/naevi-of-the-trunk/", "/doi/naevi-of-the-trunk"})
    void keepsDraftsFromStrangers(String path) {
        var strangers = Landing.client(Caller.ANONYMOUS, draft);

        for (Format format : Format.values()) {
            var answer = get(strangers, path, format.type(), 404);
            assertThat(text(answer)).doesNotContain("Naevi", "protocol");
        }
    }

    @Test
    void showsDraftsToThoseWhoWorkOnThem() {
        var answer = get(Landing.client(STAFF, draft), PATH, "text/html", 200);

        assertThat(text(answer))
                .contains("<strong>Draft.</strong>", "name=\"robots\" content=\"noindex\"", "/files/")
                .doesNotContain("contentUrl", "X-Amz-Signature");
        assertThat(answer.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
        assertThat(answer.getResponseHeaders().get("Link")).isNull();
    }

    private static EntityExchangeResult<byte[]> get(WebTestClient client, String path, String accept, int status) {
        return client.get()
                .uri(URI.create(path))
                .header("Accept", accept)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult();
    }

    private static String text(EntityExchangeResult<byte[]> answer) {
        return answer.getResponseBody() == null ? "" : new String(answer.getResponseBody(), StandardCharsets.UTF_8);
    }
}
