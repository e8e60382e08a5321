package org.dermarium.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.client.Person.ANONYMOUS;
import static org.dermarium.client.Person.CONTRIBUTOR;
import static org.dermarium.client.Person.RESEARCHER;
import static org.dermarium.client.Person.STAFF;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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

/** What opens data to the world asks first and says who will see it; what can be undone has an undo. */
@ExtendWith(WholeArchive.class)
@Order(18)
class OpeningBrowserIT {

    private static final byte[] TRUTH = "image,MEL,NV\nA,1,0\nB,0,1\n".getBytes(StandardCharsets.UTF_8);

    private final RunningArchive archive;
    private final Api api;

    OpeningBrowserIT(RunningArchive archive, Api api) {
        this.archive = archive;
        this.api = api;
    }

    @Test
    void liftsAnEmbargoOnlyAfterAYes() throws Exception {
        String image = embargoedImages("Embargo of the browser", 1).getFirst();
        try (var chromium = Chromium.start();
                Page page = chromium.page()) {
            Pages.signIn(page, archive.url(), STAFF, "Sam");
            page.navigate(archive.url() + "/images/" + image);
            Pages.button(page, "Lift the embargo…").click();
            Locator question = dialog(page);
            assertThat(question).containsText("Everybody on the internet");
            assertThat(confirm(question, "Lift the embargo")).isDisabled();
            Pages.look(page, "image-lift");
            Pages.button(page, "Keep it embargoed").click();
            assertThat(question).isHidden();
            assertThat(api.get(ANONYMOUS, imagePath(image)).status()).isEqualTo(404);

            Pages.button(page, "Lift the embargo…").click();
            page.getByLabel("I may make this image public.").check();
            confirm(question, "Lift the embargo").click();
            assertThat(question).isHidden();
            Eventually.until(
                    "everybody sees it",
                    () -> api.get(ANONYMOUS, imagePath(image)).status() == 200);
        }
    }

    @Test
    void takesAShareBackAndUndoesThat() throws Exception {
        List<String> images = embargoedImages("Shares of the browser", 1);
        long collection = new DataSets(api).collection(STAFF, "Shared in the browser", images);
        try (var chromium = Chromium.start();
                Page page = chromium.page()) {
            Pages.signIn(page, archive.url(), STAFF, "Sam");
            page.navigate(archive.url() + "/collections/" + collection);
            Pages.button(page, "Share").click();
            page.getByLabel("Person").fill(RESEARCHER.email());
            page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Robin"))
                    .check();
            confirm(dialog(page), "Share").click();
            Locator remove = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove Robin"));
            assertThat(remove).isVisible();
            Pages.look(page, "collection-share");
            untilSeen(collection, 200);

            remove.click();
            assertThat(dialog(page)).containsText("no longer sees this collection");
            Pages.look(page, "collection-unshared");
            untilSeen(collection, 404);

            Pages.button(page, "Undo").click();
            assertThat(remove).isVisible();
            untilSeen(collection, 200);
        }
    }

    @Test
    void publishesScoresOnlyAfterAYesAndTakesThemBack() {
        Contest contest = Contest.open(api, "Scores-in-browser", TRUTH, 10);
        try (var chromium = Chromium.start();
                Page page = chromium.page()) {
            Pages.signIn(page, archive.url(), STAFF, "Sam");
            page.navigate(archive.url() + "/challenges/" + contest.slug() + "/diagnosis");
            Pages.button(page, "Publish the scores…").click();
            Locator question = dialog(page);
            assertThat(question).containsText("Everybody on the internet");
            Pages.look(page, "task-publish");
            page.keyboard().press("Escape");
            assertThat(question).isHidden();
            assertThat(page.getByText("Everybody sees the scores.")).isHidden();

            Pages.button(page, "Publish the scores…").click();
            confirm(question, "Publish the scores").click();
            assertThat(page.getByText("Everybody sees the scores.")).isVisible();

            Pages.button(page, "Take the scores back…").click();
            confirm(question, "Take them back").click();
            assertThat(page.getByText("Everybody sees the scores.")).isHidden();
        }
    }

    @Test
    void opensATaskWithoutTheImagesThatParticipantsCannotSeeOnlyAfterAYes() throws Exception {
        String hidden = embargoedImages("Truth of the browser", 1).getFirst();
        String truth = "image,MEL,NV\n" + hidden + ",1,0\nB,0,1\nC,1,0\n";
        Contest contest = Contest.draft(api, "Hidden-in-browser", truth.getBytes(StandardCharsets.UTF_8), 10);
        String task = "/api/v2/tasks/" + contest.task() + "/";
        Eventually.until("the image is known to be hidden", () -> refusesToOpen(truth));
        try (var chromium = Chromium.start();
                Page page = chromium.page()) {
            Pages.signIn(page, archive.url(), STAFF, "Sam");
            page.navigate(archive.url() + "/challenges/" + contest.slug() + "/diagnosis");
            Pages.button(page, "Open the task…").click();
            page.getByLabel("Images and truth are right.").check();
            confirm(dialog(page), "Open the task").click();
            Locator question = dialog(page);
            assertThat(question).containsText("1 image of the truth cannot be seen by participants");
            Pages.look(page, "task-hidden");
            confirm(question, "Cancel").click();
            assertThat(question).isHidden();
            assertThat(state(task)).isEqualTo("draft");

            Pages.button(page, "Open the task…").click();
            page.getByLabel("Images and truth are right.").check();
            confirm(dialog(page), "Open the task").click();
            confirm(question, "Open without them").click();
            assertThat(question).isHidden();
            assertThat(state(task)).isEqualTo("open");
            assertThat(api.all(ANONYMOUS, task + "images/")).hasSize(2);
        }
    }

    /** Whether another task with this truth cannot be opened. */
    private boolean refusesToOpen(String truth) {
        Contest other = Contest.draft(api, "Probe", truth.getBytes(StandardCharsets.UTF_8), 10);
        return !api.post(STAFF, "/api/v2/tasks/" + other.task() + "/open/", Map.of())
                .isSuccess();
    }

    private String state(String task) {
        return api.get(STAFF, task).success().get("state").asString();
    }

    @Test
    void bringsAClearedSelectionBack() throws Exception {
        long collection = new DataSets(api)
                .collection(STAFF, "Ticked in the browser", embargoedImages("Selection of the browser", 2));
        try (var chromium = Chromium.start();
                Page page = chromium.page()) {
            Pages.signIn(page, archive.url(), STAFF, "Sam");
            page.navigate(archive.url() + "/collections/" + collection);
            page.locator(".card-check input").first().check();
            Pages.button(page, "Clear").click();
            assertThat(page.locator(".selection-bar")).containsText("no longer selected");
            Pages.button(page, "Undo").click();
            assertThat(page.locator(".selection-bar")).containsText("1 image selected");
        }
    }

    private List<String> embargoedImages(String name, int count) throws Exception {
        Cohort cohort = Cohorts.make(api, CONTRIBUTOR, name);
        List<String> files = IntStream.range(0, count).mapToObj(i -> i + ".jpg").toList();
        cohort.addZip("set.zip", Cohorts.zip(files, 160, 120));
        cohort.publishAll(false, count);
        List<String> images = cohort.accessions().values().stream()
                .map(accession -> accession.get("isic_id").asString())
                .sorted()
                .toList();
        Eventually.until(
                "the catalogue knows them",
                () -> images.stream()
                        .allMatch(id -> api.get(STAFF, imagePath(id)).status() == 200));
        return images;
    }

    private void untilSeen(long collection, int status) {
        Eventually.until(
                "the researcher gets " + status,
                () -> api.get(RESEARCHER, "/api/v2/collections/" + collection + "/")
                                .status()
                        == status);
    }

    private static String imagePath(String id) {
        return "/api/v2/images/" + id + "/";
    }

    private static Locator dialog(Page page) {
        return page.getByRole(AriaRole.DIALOG);
    }

    private static Locator confirm(Locator dialog, String name) {
        return dialog.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
