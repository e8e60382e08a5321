package org.dermarium.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dermarium.client.Person.CONTRIBUTOR;
import static org.dermarium.client.Person.STAFF;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import org.dermarium.client.Api;
import org.dermarium.client.Cohort;
import org.dermarium.client.Person;
import org.dermarium.e2e.archive.Cohorts;
import org.dermarium.e2e.archive.RunningArchive;
import org.dermarium.e2e.archive.WholeArchive;
import org.dermarium.testkit.Eventually;
import org.dermarium.testkit.file.LesionImages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a researcher and a contributor do in the browser; every page on the way is checked for accessibility. */
@ExtendWith(WholeArchive.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(14)
class BrowserJourneyIT {

    private static final double PATIENCE_MS = 30_000;
    private final RunningArchive archive;
    private final Api api;
    private Cohort cohort;
    private Chromium chromium;

    BrowserJourneyIT(RunningArchive archive, Api api) {
        this.archive = archive;
        this.api = api;
    }

    @BeforeAll
    void load() {
        chromium = Chromium.start();
        cohort = Cohorts.make(api, CONTRIBUTOR, "Browser");
        var names = new ArrayList<String>();
        var csv = new StringBuilder("filename,sex,diagnosis,image_type,lesion_id,anatom_site,age\n");
        for (int i = 0; i < 12; i++) {
            names.add(i + ".jpg");
            csv.append("%d.jpg,%s,%s,dermoscopic,L%d,Scalp,%d\n"
                    .formatted(i, i % 2 == 0 ? "male" : "female", "Blue nevus", i / 3, 30 + i));
        }
        cohort.addZip("browser.zip", Cohorts.zip(names, 320, 240));
        Cohorts.describe(cohort, CONTRIBUTOR, csv.toString());
        cohort.publishAll(true, names.size());
        String query = "diagnosis_4:\"Blue nevus\" anatom_site_3:Scalp";
        Eventually.until("the images are found", () -> api.count(Person.ANONYMOUS, query) >= names.size());
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void findsFiltersAndOpensAnImage() {
        try (Page page = chromium.page()) {
            page.navigate(archive.url());
            Pages.look(page, "landing");
            page.getByRole(AriaRole.COMBOBOX).fill("diagnosis_4:\"Blue nevus\"");
            page.keyboard().press("Enter");
            assertThat(summary(page)).containsText(" of ");
            Pages.look(page, "gallery");
            page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("female"))
                    .first()
                    .check();
            assertThat(page.getByLabel("Applied filters").getByRole(AriaRole.LISTITEM))
                    .hasCount(3);
            Pages.look(page, "gallery-filtered");
            page.locator(".card-link").first().click();
            assertThat(Pages.heading(page)).containsText("ISIC_");
            Pages.look(page, "image");
            page.goBack();
            assertThat(page.getByLabel("Applied filters").getByRole(AriaRole.LISTITEM))
                    .hasCount(3);
        }
    }

    @Test
    void showsAnUploadAndItsPublicationWithoutAReload() {
        try (Page upload = chromium.page();
                Page gallery = chromium.page()) {
            Pages.signIn(upload, archive.url(), CONTRIBUTOR, "Cleo");
            upload.navigate(archive.url() + "/contribute/" + cohort.id());
            assertThat(Pages.heading(upload)).containsText("Browser");
            assertThat(upload.getByText("Live", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            upload.locator("input[type=file]")
                    .setInputFiles(new FilePayload("fresh.png", "image/png", LesionImages.png(99, 320, 240)));
            Locator line = upload.locator(".accession", new Page.LocatorOptions().setHasText("fresh.png"));
            assertThat(line).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
            assertThat(line).containsText("Awaiting review");
            Pages.look(upload, "cohort");

            gallery.navigate(
                    archive.url() + "/gallery?q=" + Api.encoded("anatom_site_3:Scalp OR image_type:\"RCM: tile\""));
            assertThat(summary(gallery)).containsText(" of ");
            Cohorts.describe(cohort, STAFF, "filename,image_type\nfresh.png,RCM: tile\n");
            cohort.publishAll(true, 13);
            assertThat(line).containsText("Published");
            Locator offer = gallery.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show it"));
            assertThat(offer).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
            offer.click();
            assertThat(offer).isHidden();
        }
    }

    @Test
    void everyOtherPageIsAccessible() {
        try (Page page = chromium.page()) {
            for (String path :
                    List.of("collections", "contribute", "about", "terms", "privacy", "accessibility", "nowhere")) {
                page.navigate(archive.url() + "/" + path);
                assertThat(page.locator("h1")).isVisible();
                Pages.look(page, path);
            }
            for (String path : List.of("login", "register")) {
                page.navigate(archive.url() + "/accounts/" + path);
                Pages.look(page, path);
            }
        }
    }

    @Test
    void tellsAWrongPasswordAndABadQuery() {
        try (Page page = chromium.page()) {
            page.navigate(archive.url() + "/gallery?q=" + Api.encoded("sex:("));
            assertThat(page.locator(".search-box")).containsText("query");
            Pages.look(page, "gallery-bad-query");
        }
    }

    private static Locator summary(Page page) {
        return page.locator(".summary");
    }
}
