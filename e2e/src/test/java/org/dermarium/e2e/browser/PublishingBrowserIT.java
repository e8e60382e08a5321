package org.dermarium.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.client.Person.CONTRIBUTOR;
import static org.dermarium.client.Person.PARTICIPANT;
import static org.dermarium.client.Person.STAFF;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.dermarium.client.Api;
import org.dermarium.client.Cohort;
import org.dermarium.e2e.archive.Cohorts;
import org.dermarium.e2e.archive.Contest;
import org.dermarium.e2e.archive.DataSets;
import org.dermarium.e2e.archive.RunningArchive;
import org.dermarium.e2e.archive.WholeArchive;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a collection to a published DOI, and from a faulty file to the leaderboard, as people do it in the browser. */
@ExtendWith(WholeArchive.class)
@Order(17)
class PublishingBrowserIT {

    private static final double PATIENCE_MS = 120_000;
    private static final int SIZE = 6;
    private static final byte[] TRUTH = "image,MEL,NV\nA,1,0\nB,0,1\nC,1,0\nD,0,1\n".getBytes(StandardCharsets.UTF_8);

    private final RunningArchive archive;
    private final Api api;

    PublishingBrowserIT(RunningArchive archive, Api api) {
        this.archive = archive;
        this.api = api;
    }

    @Test
    void publishesADraftAndDownloadsItsFiles() throws Exception {
        Cohort cohort = Cohorts.make(api, CONTRIBUTOR, "Browser data set");
        List<String> names = IntStream.range(0, SIZE).mapToObj(i -> i + ".jpg").toList();
        cohort.addZip("set.zip", Cohorts.zip(names, 160, 120));
        cohort.publishAll(true, SIZE);
        List<String> images = cohort.accessions().values().stream()
                .map(accession -> accession.get("isic_id").asString())
                .sorted()
                .toList();
        Eventually.until(
                "the catalogue knows them",
                () -> images.stream()
                        .allMatch(id ->
                                api.get(STAFF, "/api/v2/images/" + id + "/").status() == 200));
        long collection = new DataSets(api).collection(STAFF, "Naevi of the browser", images);
        Eventually.until(
                "search has them all",
                () -> api.get(STAFF, Api.searchPath("") + "&limit=1&collections=" + collection)
                                .success()
                                .get("count")
                                .asInt()
                        == SIZE);
        try (var chromium = Chromium.start();
                Page page = chromium.page()) {
            Pages.signIn(page, archive.url(), STAFF, "Sam");
            page.navigate(archive.url() + "/collections/" + collection);
            Pages.link(page, "Draft a DOI").click();
            assertThat(Pages.heading(page)).containsText("Draft a DOI");
            page.getByLabel("Description").fill("Six generated pictures.\n\nMade for a test of the archive.");
            Pages.look(page, "doi-new");
            Pages.button(page, "Make the draft").click();
            assertThat(Pages.heading(page)).containsText("Naevi of the browser");
            Pages.look(page, "doi-draft");
            Pages.button(page, "Publish").click();
            page.getByLabel("I have read this").check();
            Pages.look(page, "doi-publish");
            Pages.button(page, "Publish 10.").click();
            assertThat(Pages.link(page, "Public page").first())
                    .isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
            Pages.look(page, "doi-published");
            Pages.link(page, "Public page").first().click();
            assertThat(Pages.heading(page)).containsText("Naevi of the browser");
            Pages.look(page, "doi-landing");
            var download =
                    page.waitForDownload(() -> Pages.link(page, "Download all").click());
            byte[] bundle = Files.readAllBytes(download.path());
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bundle));
            // The page breaks the digest into lines.
            assertThat(page.locator("main").textContent().replaceAll("\\s", "")).contains(sha256);
            page.navigate(archive.url() + "/dois");
            assertThat(page.locator("main")).containsText("Naevi of the browser");
            Pages.look(page, "dois");
        }
    }

    @Test
    void mendsAFaultySubmissionAndSeesItselfOnTheBoardWithoutAReload() {
        Contest contest = Contest.open(api, "Browser", TRUTH, 10);
        contest.publishScores();
        String task = archive.url() + "/challenges/" + contest.slug() + "/diagnosis";
        try (var chromium = Chromium.start();
                Page page = chromium.page();
                Page board = chromium.page()) {
            Pages.signIn(page, archive.url(), PARTICIPANT, "Pat");
            page.navigate(archive.url() + "/challenges");
            Pages.look(page, "challenges");
            page.navigate(archive.url() + "/challenges/" + contest.slug());
            Pages.look(page, "challenge");
            page.navigate(task);
            Pages.look(page, "task");
            board.navigate(task + "/leaderboard");
            Pages.look(board, "leaderboard-empty");

            page.navigate(task + "/submit");
            page.getByLabel("Name of the team").fill("Chromatophores");
            page.getByLabel("Name of the approach").fill("First light");
            page.getByLabel("How it works").fill("A look at the picture.");
            page.getByLabel("No, only the task's data").check();
            hand(page, "image,MEL,NV\nA,0.9,0.1\nB,0.2,1.8\nC,0.4,0.6\n");
            page.getByLabel("I accept the rules").check();
            Pages.look(page, "submit");
            Pages.button(page, "Submit").click();
            assertThat(page.getByText("What to mend")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
            assertThat(page.locator("main")).containsText("1.8");
            Pages.look(page, "submission-failed");

            Pages.link(page, "Submit the mended file").click();
            hand(page, "image,MEL,NV\nA,0.9,0.1\nB,0.2,0.8\nC,0.4,0.6\nD,0.1,0.9\n");
            page.getByLabel("I accept the rules").check();
            Pages.button(page, "Submit").click();
            assertThat(page.locator("main")).containsText("0.750", new ContainsTextOptions().setTimeout(PATIENCE_MS));
            Pages.look(page, "submission-scored");

            assertThat(board.locator("main"))
                    .containsText("Chromatophores", new ContainsTextOptions().setTimeout(PATIENCE_MS));
            Pages.button(board, "Details").first().click();
            assertThat(board.getByText("Confusion matrix")).isVisible();
            Pages.look(board, "leaderboard");
        }
    }

    private static void hand(Page page, String predictions) {
        page.locator("input[type=file][accept*=csv]")
                .setInputFiles(
                        new FilePayload("predictions.csv", "text/csv", predictions.getBytes(StandardCharsets.UTF_8)));
    }
}
