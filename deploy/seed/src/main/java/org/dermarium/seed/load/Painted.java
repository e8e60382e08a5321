package org.dermarium.seed.load;

import java.util.function.Supplier;
import org.dermarium.testkit.file.Lesion;
import org.dermarium.testkit.file.LesionImages;
import org.dermarium.testkit.file.SkinTone;

/** Generated photographs for rows of metadata: what a row says of skin, view and diagnosis is also seen. */
public final class Painted {

    public static final int WIDTH = 320;
    public static final int HEIGHT = 240;

    private static final SkinTone[] TONES = SkinTone.values();

    private Painted() {}

    public static Supplier<byte[]> picture(long lesion, SkinTone skin, boolean dermoscopic, boolean malignant) {
        return sized(lesion, skin, dermoscopic, malignant, WIDTH, HEIGHT);
    }

    public static Supplier<byte[]> sized(
            long lesion, SkinTone skin, boolean dermoscopic, boolean malignant, int width, int height) {
        double irregularity = (malignant ? 0.6 : 0.1) + Math.floorMod(lesion, 40) / 100.0;
        return () -> LesionImages.jpeg(new Lesion(lesion, skin, dermoscopic, irregularity), width, height);
    }

    /** @param skinToneClass of MILK10k: 0 is the darkest, 5 the lightest */
    public static SkinTone skin(String skinToneClass) {
        return skinToneClass.isEmpty() ? SkinTone.III : TONES[TONES.length - 1 - Integer.parseInt(skinToneClass)];
    }

    public static SkinTone fitzpatrick(String type) {
        return type.isEmpty() ? SkinTone.III : SkinTone.valueOf(type);
    }
}
