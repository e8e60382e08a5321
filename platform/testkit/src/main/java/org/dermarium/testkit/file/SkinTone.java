package org.dermarium.testkit.file;

/** Fitzpatrick skin types with a typical colour of unlit skin. */
public enum SkinTone {
    I(0xF2D6C9),
    II(0xE9C2AC),
    III(0xD9A988),
    IV(0xBD8560),
    V(0x8F5B3C),
    VI(0x5B3A28);

    private final int rgb;

    SkinTone(int rgb) {
        this.rgb = rgb;
    }

    int rgb() {
        return rgb;
    }
}
