package org.dermarium.embedded.registrar;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dermarium.embedded.registrar.http.Answer;
import org.dermarium.embedded.registrar.http.Refused;
import org.dermarium.embedded.registrar.http.Request;

/** For people: what is registered, and the way from a DOI to where it leads, which is doi.org's work elsewhere. */
final class Pages {

    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
              :root { color-scheme: light dark; }
              body { max-width: 64rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
              ul { padding: 0; list-style: none; }
              li { padding: .75rem 0; border-top: 1px solid #8888; overflow-wrap: anywhere; }
              small { display: block; }
            </style>
            <h1>%s</h1>
            %s
            </html>
            """;

    private final Dois dois;

    Pages(Dois dois) {
        this.dois = dois;
    }

    Answer answer(Request request) {
        if (!request.method().equals("GET")) {
            throw new Refused(405, "Method not allowed");
        }
        String path = request.path();
        return path.equals("/") ? list() : resolve(path.substring(1).toLowerCase(Locale.ROOT));
    }

    private Answer resolve(String id) {
        return dois.find(id)
                .filter(Doi::resolves)
                .map(doi -> Answer.redirect(doi.url()))
                .orElseGet(() -> Answer.html(
                        404,
                        page(
                                "DOI not found",
                                "<p>Nothing is registered as <code>" + escaped(id)
                                        + "</code>.</p><p><a href=\"/\">All DOIs</a></p>")));
    }

    private Answer list() {
        List<Doi> all = dois.list();
        String intro = "<p>A stand-in for DataCite. What is registered here is known to this machine only.</p>";
        String rows = all.stream().map(Pages::row).collect(Collectors.joining("\n", "<ul>", "</ul>"));
        return Answer.html(
                200, page("Demo registrar", intro + (all.isEmpty() ? "<p>Nothing is registered yet.</p>" : rows)));
    }

    private static String row(Doi doi) {
        String id = escaped(doi.id());
        String name = doi.resolves() ? "<a href=\"/%s\">%s</a>".formatted(id, id) : id;
        String title = doi.title().isEmpty() ? "without a title" : doi.title();
        return "<li>%s &middot; %s<small>%s<br>%s</small></li>"
                .formatted(name, doi.state().word(), escaped(title), escaped(doi.url()));
    }

    private static String page(String title, String content) {
        return FRAME.formatted(title, title, content);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
