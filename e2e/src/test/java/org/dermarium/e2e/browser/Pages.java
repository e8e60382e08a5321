package org.dermarium.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;
import org.dermarium.client.Person;
import org.dermarium.e2e.archive.RunningArchive;

/** What all browser journeys do with a page. */
final class Pages {

    private static final Path SHOTS = RunningArchive.TARGET.resolve("screenshots");
    private static final String VIOLATIONS = """
            async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))
                .violations.map(v => v.id + ' at ' + v.nodes.map(n => n.target).join(' '))""";

    /** A button that is becoming active has for a moment the contrast of neither state. */
    private static final String AT_REST = """
            () => document.getAnimations()
                .every(a => a.playState !== 'running' || a.effect.getComputedTiming().endTime === Infinity)""";

    private Pages() {}

    static void signIn(Page page, String url, Person who, String firstName) {
        page.navigate(url);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in"))
                .first()
                .click();
        page.getByLabel("E-mail").fill(who.email());
        page.getByLabel("Password").fill(Person.DEMO_PASSWORD);
        button(page, "Sign in").click();
        assertThat(page.locator(".account-name")).containsText(firstName);
    }

    /** Checks the page and keeps its picture at the width of a desk and of a telephone. */
    static void look(Page page, String name) {
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 900);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.waitForFunction(AT_REST);
            page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + "-" + width + ".png")));
            assertThat((List<?>) page.evaluate(VIOLATIONS))
                    .as("%s at %d", name, width)
                    .isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("%s does not scroll sideways at %d", name, width)
                    .isEqualTo(true);
        }
        page.setViewportSize(1280, 900);
    }

    static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }
}
