package org.dermarium.bench.million;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.dermarium.bench.machine.Processes;
import org.dermarium.bench.machine.Profile;
import org.dermarium.client.Answer;
import org.dermarium.client.Api;
import org.dermarium.client.Person;
import org.dermarium.events.Image;
import org.dermarium.events.bus.Event;
import org.dermarium.events.bus.EventType;
import org.dermarium.testkit.server.TestTopics;

/**
 * Sends many images as ingest would, waits until the read models have them, and measures every read. Arguments: address of
 * the gateway, of identity, of the broker, file with the output of {@code ./dermarium status --json}, folder with the set
 * whose copies are sent, number of images (ten million needs about 60 GB of disk), file to write.
 */
public final class Million {

    private static final int BATCH = 5_000;
    private static final int CLIENTS = 4;
    private static final int WARM_UP = 10;
    private static final int NOT_FOUND = 404;
    private static final int FAILED = 500;
    private static final int TOO_MANY = 429;

    /** Of the set behind the reference's figures. */
    private static final int ZIP = 96_965;

    private static final int SHARED = 500;

    private static final List<String> PROFILED = List.of("catalog", "search", "elasticsearch");

    private final Api api;
    private final TestTopics topics;
    private final Processes processes;
    private final Copies copies;
    private final int images;

    private Million(Api api, TestTopics topics, Processes processes, Copies copies, int images) {
        this.api = api;
        this.topics = topics;
        this.processes = processes;
        this.copies = copies;
        this.images = images;
    }

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        int images = Integer.parseInt(args[5]);
        if (images > Copies.MOST) {
            throw new IllegalArgumentException("at most " + Copies.MOST + " images: public ids have seven digits");
        }
        var million = new Million(
                Api.at(args[0], args[1]),
                TestTopics.at(args[2]),
                new Processes(Path.of(args[3])),
                new Copies(Rows.read(Path.of(args[4]))),
                images);
        million.measure(args[2]).writeTo(Path.of(args[6]));
    }

    private Report measure(String kafka) throws Exception {
        int listed = (int)
                IntStream.range(0, images).filter(n -> !Copies.isWithdrawn(n)).count();
        var columns = new Columns(copies, images);
        Report report;
        for (String process : PROFILED) {
            Profile.start(processes.pid(process));
        }
        Map<String, Double> before = processes.seconds();
        try (var drain = new Drain(kafka)) {
            report = new Report(images, listed, columns.images(), send());
            report.drained(drain.await(images, listed));
        }
        Map<String, Double> after = processes.seconds();
        after.replaceAll((name, seconds) -> seconds - before.getOrDefault(name, 0.0));
        report.processors(after, images);
        for (String process : PROFILED) {
            Path recording = Path.of("target", "million-" + process + ".jfr");
            report.profile(process, Profile.stop(processes.pid(process), recording));
        }
        share();
        ask(columns, report);
        download(columns, report);
        return report;
    }

    /** Images a second. */
    private double send() {
        topics.publish(copies.contributors(api.userId(Person.CONTRIBUTOR)).stream()
                .map(state -> Event.now(EventType.CONTRIBUTOR_CREATED, state))
                .toList());
        long begin = System.nanoTime();
        for (int from = 0; from < images; from += BATCH) {
            List<Event<Image>> events = IntStream.range(from, Math.min(images, from + BATCH))
                    .mapToObj(copies::event)
                    .toList();
            topics.publish(events);
        }
        double rate = images / ((System.nanoTime() - begin) / 1e9);
        System.out.printf("sent %,d images, %,.0f/s%n", images, rate);
        return rate;
    }

    /** Some embargoed images for somebody who does not own them. */
    private void share() {
        List<String> embargoed = IntStream.range(0, images)
                .filter(n -> !copies.row(n).isPublic() && !Copies.isWithdrawn(n))
                .mapToObj(Copies::isicId)
                .limit(SHARED)
                .toList();
        var collection = api.post(
                        Person.STAFF,
                        "/api/v2/collections/create-from-isic-ids/",
                        Map.of("name", "Shared " + System.nanoTime(), "isic_ids", embargoed))
                .success();
        api.post(
                        Person.STAFF,
                        "/api/v2/collections/" + collection.get("collection_id").asLong() + "/share/",
                        Map.of("user_ids", List.of(api.userId(Person.RESEARCHER)), "notify", false))
                .success();
    }

    private void ask(Columns columns, Report report) throws InterruptedException, ExecutionException {
        report.questions();
        for (Question question : new Questions(columns, images).all()) {
            var failed = new AtomicInteger();
            var numbers = new AtomicInteger(WARM_UP);
            IntConsumer ask = n -> ask(question, numbers.getAndIncrement(), failed);
            if (isAbsent(question)) {
                report.absent(question);
                continue;
            }
            Latencies.of(1, WARM_UP, ask);
            Latencies alone = Latencies.of(1, question.times(), ask);
            Latencies four = Latencies.of(CLIENTS, question.times(), ask);
            IntConsumer ceiling = question.ceiling();
            report.question(
                    question,
                    alone,
                    four,
                    ceiling == null ? null : Latencies.of(1, question.times(), ceiling),
                    failed.get());
            System.out.printf("%s: %.1f%n", question.name(), alone.percentile(0.5));
        }
    }

    /** One image may not be found, but hardly each of several. */
    private boolean isAbsent(Question question) {
        return IntStream.range(0, WARM_UP).allMatch(n -> answer(question, n).status() == NOT_FOUND);
    }

    private void ask(Question question, int number, AtomicInteger failed) {
        int status = answer(question, number).status();
        if (status >= FAILED || status == TOO_MANY) {
            failed.incrementAndGet();
        }
    }

    private Answer answer(Question question, int number) {
        return api.get(Person.ANONYMOUS, question.path().apply(number));
    }

    private void download(Columns columns, Report report) throws IOException, InterruptedException {
        var downloads = new Downloads(api);
        int age = columns.ageOfAbout(ZIP);
        String query = "age_approx:" + age;
        long found = columns.countOf(age);
        String token = downloads.zip(query);
        List<String> lines = new ArrayList<>();
        var listing = downloads.read("/api/v2/zip-download/file-listing/?token=" + token);
        lines.add("| ZIP of %,d images, listing: first byte | 100 | %.0f | |".formatted(found, listing.first()));
        lines.add("| the same, whole listing | | %.0f | 954 |".formatted(listing.whole()));
        var zip = downloads.begin("/download?zsid=" + token);
        lines.add("| ZIP of %,d images: first byte | 100 | %.0f | |".formatted(found, zip.first()));
        var csv = downloads.read("/api/v2/images/metadata/?query=" + Api.encoded(query));
        lines.add("| metadata of %,d images as CSV: first byte | | %.0f | |".formatted(csv.lines() - 1, csv.first()));
        lines.add("| the same, records a second | 20,000 | %,.0f | |".formatted(csv.lines() / (csv.whole() / 1e3)));
        lines.add("| walk over the list, records a second | 20,000 | %,.0f | 1,714 |".formatted(downloads.walk()));
        report.line("\n| what is long | aim | ms, or as said | the reference |\n|---|---|---|---|");
        lines.forEach(report::line);
        lines.forEach(System.out::println);
    }
}
