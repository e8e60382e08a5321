package org.dermarium.e2e.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dermarium.client.Api;
import org.dermarium.client.Cohort;
import org.dermarium.client.Contributor;
import org.dermarium.client.Person;
import org.dermarium.testkit.file.LesionImages;

/** Cohorts for tests, and what is brought into them. */
public final class Cohorts {

    private Cohorts() {}

    /** A new one, of an institution of its own. */
    public static Cohort make(Api api, Person owner, String name) {
        String unique =
                name + " " + Integer.toString(ThreadLocalRandom.current().nextInt(1_000_000), 36);
        return Contributor.make(api, owner, unique + " clinic", "CC-0", "Test clinic")
                .newCohort(unique, "");
    }

    /** Checks the table and applies it. */
    public static void describe(Cohort cohort, Person who, String csv) {
        cohort.apply(who, cohort.addMetadata(who, csv.getBytes(UTF_8)));
    }

    public static byte[] zip(List<String> names, int width, int height) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(LesionImages.jpeg(name.hashCode(), width, height));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
