package org.dermarium.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.client.Person.CONTRIBUTOR;
import static org.dermarium.client.Person.STAFF;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dermarium.client.Api;
import org.dermarium.client.Cohort;
import org.dermarium.client.Person;
import org.dermarium.e2e.archive.Cohorts;
import org.dermarium.e2e.archive.DataSets;
import org.dermarium.e2e.archive.RunningArchive;
import org.dermarium.e2e.archive.WholeArchive;
import org.dermarium.testkit.Eventually;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of a draft in the browser: with the session of those who may see it, as long as it lasts. */
@ExtendWith(WholeArchive.class)
@Order(18)
class DraftPageBrowserIT {

    private final RunningArchive archive;
    private final Api api;
    private final String unique = Long.toString(System.nanoTime(), 36);

    DraftPageBrowserIT(RunningArchive archive, Api api) {
        this.archive = archive;
        this.api = api;
    }

    @Test
    void isForItsAuthorUntilTheSignOut() throws Exception {
        Person author = person("author", "Ada", false);
        String draft = draft(author);
        try (var chromium = Chromium.start();
                Page page = chromium.page()) {
            assertThat(opened(page, draft)).isEqualTo(404);
            assertThat(Pages.heading(page)).containsText("No such data set");
            Pages.look(page, "doi-draft-missing");

            Pages.signIn(page, archive.url(), author, "Ada");
            assertThat(opened(page, draft)).isEqualTo(200);
            assertThat(Pages.heading(page)).containsText("Draft in the browser");
            Pages.look(page, "doi-draft-page");

            page.navigate(archive.url());
            page.locator(".account-name").click();
            Pages.button(page, "Sign out").click();
            assertThat(Pages.link(page, "Sign in").first()).isVisible();
            assertThat(opened(page, draft)).isEqualTo(404);
        }
        try (var chromium = Chromium.start();
                Page page = chromium.page()) {
            Pages.signIn(page, archive.url(), person("reader", "Rita", false), "Rita");
            assertThat(opened(page, draft)).isEqualTo(404);
        }
    }

    @Test
    void isForStaffUntilTheRoleIsTaken() throws Exception {
        Person staff = person("staff", "Stella", true);
        String draft = draft(person("author", "Ada", false));
        try (var chromium = Chromium.start();
                Page page = chromium.page()) {
            Pages.signIn(page, archive.url(), staff, "Stella");
            assertThat(opened(page, draft)).isEqualTo(200);
            assertThat(Pages.heading(page)).containsText("Draft in the browser");

            api.patch(STAFF, "/api/v2/users/" + api.userId(staff) + "/", Map.of("is_staff", false))
                    .success();

            Eventually.await(
                    "the page is closed", () -> assertThat(opened(page, draft)).isEqualTo(404));
            assertThat(Pages.heading(page)).containsText("No such data set");
        }
    }

    private static int opened(Page page, String address) {
        return Objects.requireNonNull(page.navigate(address)).status();
    }

    /** The address of the page. */
    private String draft(Person author) throws Exception {
        Cohort cohort = Cohorts.make(api, CONTRIBUTOR, "Draft page");
        cohort.addZip("set.zip", Cohorts.zip(List.of("0.jpg"), 160, 120));
        cohort.publishAll(true, 1);
        String image =
                cohort.accessions().values().iterator().next().get("isic_id").asString();
        Eventually.until(
                "the catalogue knows it",
                () -> api.get(author, "/api/v2/images/" + image + "/").status() == 200);
        var dataSets = new DataSets(api);
        String slug = dataSets.draft(author, dataSets.collection(author, "Draft in the browser", List.of(image)));
        return dataSets.of(slug).get("page_url").asString();
    }

    /** With an account that no other test takes anything from. */
    private Person person(String role, String firstName, boolean isStaff) {
        var person = new Person(role + "-" + unique + "@example.org", firstName, "Browser", isStaff);
        api.token(person);
        return person;
    }
}
