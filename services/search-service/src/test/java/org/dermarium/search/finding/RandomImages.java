package org.dermarium.search.finding;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.dermarium.dictionary.Paths;
import org.dermarium.events.Image;
import org.dermarium.events.Membership;
import org.dermarium.query.Facet;
import org.dermarium.query.SearchField;
import org.dermarium.testkit.ImageBuilder;

/** Images with values that meet and miss each other often. */
public final class RandomImages {

    public static final long OWNER = 71;
    public static final long FRIEND = 72;
    static final List<String> WORDS = List.of(
            "", "a", "a b", "ab", "b*", "*b", "b*b", "ba", "IL_0000001", "IL_0000002", "IL_1000001", "z\u00fc", "\\?");
    static final List<String> LICENSES = List.of("CC-0", "CC-BY", "CC-BY-NC");

    private static final List<List<String>> DIAGNOSES = Paths.of("diagnosis");
    private static final List<List<String>> SITES = Paths.of("anatom_site");
    private static final int COLLECTIONS = 5;

    private final Random random;

    public RandomImages(Random random) {
        this.random = random;
    }

    /** @param version the higher ones are not always listed */
    public Image image(long id, long version) {
        var image = ImageBuilder.anImage(id)
                .version(version)
                .license(one(LICENSES))
                .size(random.nextInt(1_000_000))
                .ownedBy(random.nextInt(3) == 0 ? OWNER : 99)
                .diagnosis(one(DIAGNOSES).toArray(String[]::new))
                .site(one(SITES).toArray(String[]::new));
        for (SearchField field : SearchField.all()) {
            String name = field.fieldName();
            if (field.source() == SearchField.Source.METADATA
                    && !name.startsWith("diagnosis_")
                    && !name.startsWith("anatom_site_")
                    && random.nextBoolean()) {
                image.with(name, value(field));
            }
        }
        return switch (random.nextInt(version > 1 ? 6 : 5)) {
            case 0, 1, 2 -> image.published().build();
            case 3, 4 -> image.embargoed().build();
            default -> image.withdrawn("a test").build();
        };
    }

    public Membership membership(Image image, long version) {
        var in = new TreeSet<Long>();
        for (long collection = 1; collection <= COLLECTIONS; collection++) {
            if (random.nextInt(3) == 0) {
                in.add(collection);
            }
        }
        var sharedWith = new TreeSet<Long>();
        if (random.nextInt(4) == 0) {
            sharedWith.add(FRIEND);
        }
        return new Membership(String.valueOf(image.isicId()), version, in, sharedWith);
    }

    private Object value(SearchField field) {
        return switch (field.type()) {
            case BOOL -> random.nextBoolean();
            case NUMBER ->
                switch (random.nextInt(3)) {
                    case 0 -> random.nextInt(20) * 5;
                    case 1 -> Integer.toString(random.nextInt(12));
                    default -> random.nextInt(120) / 10.0 + "0";
                };
            case TEXT -> field.facet() instanceof Facet.Enumerated(List<String> values) ? one(values) : one(WORDS);
        };
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
