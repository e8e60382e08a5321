package org.dermarium.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagesTests {

    /** What somebody wrote. */
    public record Said(String words) {}

    private static final String EVIL = "</title><script>alert('x')</script>\" onload=\"x";

    private final Pages pages = Pages.onClasspath();

    @Test
    void framesWhatAServiceBrings() {
        String html = pages.render("said", new Said("Hello"));

        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"en\">", "<title>Hello – Dermarium</title>", "<p title=\"Hello\">Hello</p>")
                .contains("href=\"#content\"", "<a href=\"/dois\" aria-current=\"true\">DOIs</a>", "/pages/pages.css")
                .contains("It does not replace a medical opinion.")
                .doesNotContain("th:");
    }

    @Test
    void takesNothingThatPeopleWroteForMarkup() {
        String html = pages.render("said", new Said(EVIL));

        assertThat(html).doesNotContain("<script>alert", "\" onload=\"");
        assertThat(html.split("</script>", -1)).as("the script of the frame").hasSize(2);
    }

    @Test
    void bringsItsLookAlong() {
        for (String file : new String[] {
            "pages.css", "fonts/source-sans-3-latin-wght-normal.woff2", "fonts/source-serif-4-latin-wght-normal.woff2"
        }) {
            assertThat(getClass().getResource("/META-INF/resources/pages/" + file))
                    .as(file)
                    .isNotNull();
        }
    }
}
