package org.dermarium.doi.landing;

import java.util.List;
import java.util.stream.Collectors;
import org.dermarium.doi.dataset.DataSet;
import org.dermarium.doi.dataset.DataSet.Creator;
import org.dermarium.doi.dataset.DataSet.LicenseShare;
import org.dermarium.doi.dataset.License;

/** What one wants to know at a glance: how much, by whom, and what one may do with it. */
final class FactsSection {

    private static final int FIRST_CREATORS = 8;

    private FactsSection() {}

    static String figures(DataSet dataSet) {
        return "<dl class=\"figures\">"
                + figure(dataSet.images(), "image")
                + figure(dataSet.lesions(), "lesion")
                + figure(dataSet.patients(), "patient")
                + "</dl>";
    }

    private static String figure(long value, String one) {
        return value == 0
                ? ""
                : "<div><dt>%s</dt><dd>%s</dd></div>".formatted(value == 1 ? one : one + "s", Words.count(value));
    }

    static String licenses(DataSet dataSet) {
        List<LicenseShare> shares = dataSet.licenses();
        String title = shares.size() > 1 ? "Licences" : "Licence";
        String items =
                shares.stream().map(share -> license(share, shares.size() > 1)).collect(Collectors.joining("\n"));
        String mixed = shares.size() > 1
                ? "<p class=\"muted small\">Each image has one licence; the metadata file says which.</p>"
                : "";
        return """
                <section class="panel" aria-labelledby="licence">
                <h2 id="licence">%s</h2>
                %s
                %s
                </section>
                """.formatted(title, items, mixed);
    }

    private static String license(LicenseShare share, boolean withCount) {
        String images = withCount ? Words.plural(share.images(), "image") + ". " : "";
        return License.find(share.license())
                .map(license -> Html.fill(
                        "<p><a href=\"%s\" rel=\"license external\">%s</a><br>%s%s</p>",
                        license.url(), license.title() + " (" + license.code() + ")", images, license.meaning()))
                .orElseGet(() -> Html.fill("<p>%s<br>%s</p>", share.license(), images));
    }

    static String creators(DataSet dataSet) {
        List<Creator> all = dataSet.creators();
        if (all.size() < 2) {
            return "";
        }
        int first = Math.min(FIRST_CREATORS, all.size());
        String more = all.size() == first
                ? ""
                : "<details><summary>%d more</summary><ul class=\"shares\">%s</ul></details>"
                        .formatted(all.size() - first, items(all.subList(first, all.size())));
        return """
                <section class="panel" aria-labelledby="creators">
                <h2 id="creators">Creators</h2>
                <ul class="shares">%s</ul>
                %s
                </section>
                """.formatted(items(all.subList(0, first)), more);
    }

    private static String items(List<Creator> creators) {
        return creators.stream()
                .map(one -> Html.fill(
                        "<li><span>%s</span> <span class=\"muted\">%s</span></li>",
                        one.name(), Words.plural(one.images(), "image")))
                .collect(Collectors.joining());
    }
}
