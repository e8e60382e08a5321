package org.dermarium.e2e.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.dermarium.e2e.archive.RunningArchive;

/** The machine's own Chromium with a fresh profile, driven by the machine's own Node. */
final class Chromium implements AutoCloseable {

    private static final Path AXE = RunningArchive.ROOT.resolve("web/node_modules/axe-core/axe.min.js");
    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/google-chrome");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final BrowserContext context;

    private Chromium(Playwright playwright, BrowserContext context) {
        this.playwright = playwright;
        this.context = context;
    }

    static Chromium start() {
        Path program = PLACES.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(program != null, "there is no Chromium");
        assumeTrue(Files.exists(AXE), "axe-core is not installed: build the web module");
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        environment.put("PLAYWRIGHT_NODEJS_PATH", node());
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        try {
            var context = playwright
                    .chromium()
                    .launchPersistentContext(
                            Files.createTempDirectory("chromium"),
                            new LaunchPersistentContextOptions()
                                    .setExecutablePath(program)
                                    .setArgs(QUIET)
                                    .setHeadless(true)
                                    .setViewportSize(1280, 900));
            // As an init script: the page's own policy refuses script tags that are added later.
            context.addInitScript(Files.readString(AXE));
            return new Chromium(playwright, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Page page() {
        return context.newPage();
    }

    @Override
    public void close() {
        context.close();
        playwright.close();
    }

    private static String node() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Path::toString)
                .orElseThrow();
    }
}
