package org.dermarium.bench.million;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.dermarium.client.Api;

/** Every read of the API that a gallery or a program asks of an archive with many images. */
final class Questions {

    private static final int MANY = 60;
    private static final int FEW = 20;
    private static final double OLDEST = 80;

    private final Random random = new Random(14);
    private final Columns columns;
    private final int images;

    Questions(Columns columns, int images) {
        this.columns = columns;
        this.images = images;
    }

    List<Question> all() {
        var page = new Question(
                "search, page of 100, new", 20, 948, n -> search(age(n)), n -> columns.page(ageOf(n)), MANY);
        var count = new Question(
                "count of a query, new", 8, 969, n -> search(age(n)) + "&limit=1", n -> columns.count(ageOf(n)), MANY);
        var facets = new Question(
                "facets filtered, new",
                40,
                451,
                n -> "/api/v2/images/facets/?query=" + Api.encoded(age(n)),
                n -> columns.facets(ageOf(n)),
                FEW);
        var everything = new Question(
                "facets unfiltered, cached", 3, 1, n -> "/api/v2/images/facets/", n -> columns.facets(-1), MANY);
        return List.of(
                page,
                page.cached("search, page of 100, cached", 5, null),
                new Question(
                        "search, selective, new",
                        20,
                        93,
                        n -> search("patient_id:IP_%07d OR age_approx:%s".formatted(n, "5")),
                        null,
                        MANY),
                new Question(
                        "search, page at a random place",
                        20,
                        45,
                        n -> "/api/v2/images/search/?cursor=" + place(),
                        null,
                        MANY),
                count,
                everything,
                facets,
                facets.cached("facets filtered, cached", 3, null),
                new Question("size of all, cached", 3, 15, n -> "/api/v2/images/search/size/", null, MANY),
                new Question(
                        "size of a query, new",
                        20,
                        15,
                        n -> "/api/v2/images/search/size/?query=" + Api.encoded(age(n)),
                        n -> columns.size(ageOf(n)),
                        MANY),
                new Question("images list, first page", 5, 15, n -> "/api/v2/images/?limit=100", null, FEW),
                new Question(
                        "images list, page at a random place",
                        20,
                        45,
                        n -> "/api/v2/images/?cursor=" + place(),
                        null,
                        MANY),
                new Question(
                        "image detail",
                        3,
                        5,
                        n -> "/api/v2/images/" + Copies.isicId(random.nextInt(images)) + "/",
                        null,
                        MANY),
                new Question("lesions, first page", 30, null, n -> "/api/v2/lesions/", null, FEW),
                new Question(
                        "lesions, page at a random place",
                        30,
                        1_666,
                        n -> "/api/v2/lesions/?cursor=" + cursor("IL_%07d".formatted(random.nextInt(images / 2))),
                        null,
                        FEW),
                new Question("collections", null, null, n -> "/api/v2/collections/", null, FEW),
                new Question("stats", 5, null, n -> "/api/v2/stats/", null, FEW),
                new Question(
                        "quickfind",
                        20,
                        null,
                        n -> "/api/v2/quickfind/?query=" + Copies.isicId(random.nextInt(images)),
                        null,
                        FEW));
    }

    /** Nearly all images, in words that nobody used before. */
    private static String age(int number) {
        return "age_approx:[%s TO *]".formatted(ageOf(number));
    }

    private static double ageOf(int number) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.4f", OLDEST / 2 - number / 1_000.0));
    }

    private static String search(String query) {
        return Api.searchPath(query);
    }

    private String place() {
        return cursor(Copies.publishedAt(random.nextInt(images)).toString());
    }

    private static String cursor(String position) {
        String form = "p=" + Api.encoded(position);
        return Api.encoded(Base64.getEncoder().encodeToString(form.getBytes(StandardCharsets.US_ASCII)));
    }
}
