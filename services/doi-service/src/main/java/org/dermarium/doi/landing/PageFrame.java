package org.dermarium.doi.landing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What every page has around its content: the web app's header and footer, without its scripts. */
final class PageFrame {

    /** The web app's script only keeps the colours that somebody chose there; the page works without it. */
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%s – Dermarium</title>
            <link rel="icon" href="/favicon.svg" type="image/svg+xml">
            <script src="/theme.js"></script>
            <link rel="stylesheet" href="/doi/assets/landing.css">
            %s</head>
            <body>
            <a class="skip-link" href="#content">Skip to the content</a>
            <header class="masthead">
            <div class="wrap">
            <a class="wordmark" href="/">
            <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true" focusable="false">\
            <circle class="ring" cx="16" cy="16" r="13" fill="none" stroke-width="2.6"/>\
            <path class="ring" d="M16 3v5M16 24v5M3 16h5M24 16h5" fill="none" stroke-width="2" stroke-linecap="round"/>\
            <path class="lesion" d="M13.2 11.2c2.7-1.5 6.4-.6 7.7 2 1.2 2.5.3 5.1-1.5 6.5-2.1 1.7-5.2 1.5-7-.4-1.1-1.2-.9-2.4-1.1-3.8-.2-1.7.3-3.4 1.9-4.3z"/>\
            </svg>
            Dermarium</a>
            <nav class="nav" aria-label="Main">
            <ul>
            <li><a href="/gallery">Gallery</a></li>
            <li><a href="/collections">Collections</a></li>
            <li><a href="/dois" aria-current="true">DOIs</a></li>
            <li><a href="/challenges">Challenges</a></li>
            </ul>
            </nav>
            </div>
            </header>
            <main id="content" tabindex="-1">
            <div class="wrap">
            %s
            </div>
            </main>
            <footer class="colophon">
            <div class="wrap">
            <p>Dermarium is for research and teaching. It does not replace a medical opinion.</p>
            <nav aria-label="About this site">
            <ul>
            <li><a href="/about">About</a></li>
            <li><a href="/terms">Terms of use</a></li>
            <li><a href="/privacy">Privacy</a></li>
            <li><a href="/accessibility">Accessibility</a></li>
            <li><a href="/api">API</a></li>
            </ul>
            </nav>
            </div>
            </footer>
            </body>
            </html>
            """;

    private static final String MISSING = """
            <div class="state">
            <h1>No such data set</h1>
            <p>Nothing that you may see is published under this address. Check the DOI for a missing or an extra character.
            A draft is seen only by the person who made it and by staff: <a href="/session/login?return=%s">sign in</a> first.</p>
            <p><a class="button" href="/dois">All data sets with a DOI</a></p>
            </div>
            """;

    private PageFrame() {}

    /** @param head and {@code content} are markup, the title is text */
    static String page(String title, String head, String content) {
        return PAGE.formatted(Html.text(title), head, content);
    }

    /** @param path to which one comes back after signing in */
    static String missing(String path) {
        String content = MISSING.formatted(URLEncoder.encode(path, StandardCharsets.UTF_8));
        return page("No such data set", "<meta name=\"robots\" content=\"noindex\">\n", content);
    }
}
