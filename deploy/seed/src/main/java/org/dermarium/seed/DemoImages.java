package org.dermarium.seed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.dermarium.seed.load.Painted;
import org.dermarium.seed.load.Picture;
import org.dermarium.seed.load.SeedFailed;

/** What the demonstration shows: five real photographs and painted lesions with plausible, invented metadata. */
final class DemoImages {

    /** A diagnosis as often as in a clinic, the age it is typical at, and whether it is malignant. */
    private record Finding(String diagnosis, int share, int age, boolean malignant, boolean melanocytic) {}

    private static final List<Finding> FINDINGS = List.of(
            new Finding("Nevus", 40, 35, false, true),
            new Finding("Seborrheic keratosis", 14, 62, false, false),
            new Finding("Basal cell carcinoma", 14, 68, true, false),
            new Finding("Melanoma Invasive", 7, 60, true, true),
            new Finding("Melanoma in situ", 5, 63, true, true),
            new Finding("Solar or actinic keratosis", 6, 70, false, false),
            new Finding("Squamous cell carcinoma, Invasive", 5, 72, true, false),
            new Finding("Dermatofibroma", 5, 42, false, false),
            new Finding("Solar lentigo", 4, 58, false, false));

    private static final List<String> SITES = List.of(
            "Trunk:Posterior trunk:Upper back",
            "Trunk:Anterior trunk:Anterior chest",
            "Trunk:Anterior trunk:Anterior abdomen",
            "Head and neck:Head:Face",
            "Head and neck:Neck",
            "Upper extremity:Forearm",
            "Upper extremity:Hand",
            "Lower extremity:Thigh",
            "Lower extremity:Lower leg",
            "Lower extremity:Foot");

    private static final List<String> SKIN = List.of("I", "II", "II", "III", "III", "IV", "V", "VI");
    private static final List<String> LIGHT =
            List.of("contact polarized", "contact non-polarized", "non-contact polarized");
    private static final int PHOTOGRAPHS = 5;

    private DemoImages() {}

    /** The CC-0 photographs; of them nothing is claimed but how they were taken. */
    static List<Picture> photographs() {
        return IntStream.range(0, PHOTOGRAPHS)
                .mapToObj(i -> "ISIC_%07d.jpg".formatted(i))
                .map(name -> new Picture(
                        name,
                        () -> photograph(name),
                        Map.of("image_type", "dermoscopic", "image_manipulation", "instrument only")))
                .toList();
    }

    /** Two images of each lesion, through the dermatoscope and from near. */
    static List<Picture> painted(String prefix, int count, long seed) {
        var random = new SplittableRandom(seed);
        var pictures = new ArrayList<Picture>();
        for (int lesion = 0; pictures.size() < count; lesion++) {
            Finding finding = drawn(random);
            var clinical = clinical(prefix, lesion, finding, random);
            var skin = Painted.fitzpatrick(clinical.getOrDefault("fitzpatrick_skin_type", ""));
            for (boolean dermoscopic : new boolean[] {true, false}) {
                var metadata = new LinkedHashMap<>(clinical);
                metadata.put("image_type", dermoscopic ? "dermoscopic" : "clinical: close-up");
                metadata.put("image_manipulation", "synthetic");
                if (dermoscopic) {
                    metadata.put("dermoscopic_type", pick(LIGHT, random));
                }
                pictures.add(new Picture(
                        "%s-%04d-%s.jpg".formatted(prefix, lesion, dermoscopic ? "dermoscopic" : "clinical"),
                        Painted.picture(seed + lesion, skin, dermoscopic, finding.malignant()),
                        metadata));
            }
        }
        return pictures;
    }

    private static Map<String, String> clinical(String prefix, int lesion, Finding finding, SplittableRandom random) {
        var row = new LinkedHashMap<String, String>();
        row.put("lesion_id", "%s-L%04d".formatted(prefix, lesion));
        row.put("patient_id", "%s-P%04d".formatted(prefix, lesion / 2));
        row.put("diagnosis", finding.diagnosis());
        boolean biopsy = finding.malignant() || random.nextInt(4) == 0;
        row.put("diagnosis_confirm_type", biopsy ? "histopathology" : "single image expert consensus");
        row.put("concomitant_biopsy", Boolean.toString(biopsy));
        row.put("melanocytic", Boolean.toString(finding.melanocytic()));
        // The patient's own attributes follow from the patient's number, as two lesions share one.
        var patient = new SplittableRandom(lesion / 2 * 31L + 7);
        row.put("sex", patient.nextBoolean() ? "male" : "female");
        row.put("fitzpatrick_skin_type", pick(SKIN, patient));
        row.put("age", Integer.toString(Math.clamp(finding.age() + random.nextInt(-15, 16), 5, 85)));
        row.put("anatom_site", pick(SITES, random));
        row.put("clin_size_long_diam_mm", "%d.%d".formatted(random.nextInt(2, 18), random.nextInt(10)));
        if (finding.diagnosis().equals("Melanoma Invasive")) {
            row.put("mel_thick_mm", "%d.%d".formatted(random.nextInt(4), random.nextInt(1, 10)));
            row.put("mel_ulcer", Boolean.toString(random.nextInt(5) == 0));
        }
        return row;
    }

    private static Finding drawn(SplittableRandom random) {
        int draw = random.nextInt(FINDINGS.stream().mapToInt(Finding::share).sum());
        for (Finding finding : FINDINGS) {
            draw -= finding.share();
            if (draw < 0) {
                return finding;
            }
        }
        throw new IllegalStateException("the shares do not add up");
    }

    private static String pick(List<String> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static byte[] photograph(String name) {
        try (InputStream in = DemoImages.class.getResourceAsStream("photographs/" + name)) {
            if (in == null) {
                throw new SeedFailed("the photograph " + name + " is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
