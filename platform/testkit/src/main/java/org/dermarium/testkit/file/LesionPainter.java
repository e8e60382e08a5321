package org.dermarium.testkit.file;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.QuadCurve2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Paints one lesion pixel by pixel: skin, pigment inside an irregular outline, hairs, the rim of the dermatoscope. */
final class LesionPainter {

    private static final int DIRECTIONS = 512;
    private static final int[] PIGMENTS = {0x8A5A3A, 0x5C3620, 0x3A2418, 0x6B3B2E, 0x2E2A33, 0x9C6B4A, 0x7A3030};

    private final Lesion lesion;
    private final SplittableRandom random;
    private final ValueNoise noise;
    private final float[] outline;
    private final int core;
    private final int rim;
    private final float centreX;
    private final float centreY;
    private final float lightX;
    private final float lightY;

    LesionPainter(Lesion lesion) {
        this.lesion = lesion;
        this.random = new SplittableRandom(lesion.seed() * 0x9E3779B97F4A7C15L + 1);
        this.noise = new ValueNoise(random);
        this.outline = outline();
        this.core = PIGMENTS[random.nextInt(PIGMENTS.length)];
        this.rim = PIGMENTS[random.nextInt(PIGMENTS.length)];
        this.centreX = between(-0.12, 0.12);
        this.centreY = between(-0.12, 0.12);
        this.lightX = between(-0.2, 0.2);
        this.lightY = between(-0.2, 0.2);
    }

    BufferedImage paint(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        float scale = 2f / Math.min(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = colour((x - width / 2f) * scale, (y - height / 2f) * scale);
            }
        }
        paintHairs(image);
        if (lesion.dermoscopic()) {
            darkenRim(pixels, width, height);
        }
        return image;
    }

    /** The colour at a point, where the shorter side of the picture reaches from -1 to 1. */
    private int colour(float x, float y) {
        float light = 1 + lightX * x + lightY * y + 0.10f * (noise.at(x * 2 + 7, y * 2 + 3) - 0.5f);
        float grain = 1 + 0.10f * (noise.at(x * 40, y * 40) - 0.5f) + 0.06f * (noise.at(x * 11, y * 11) - 0.5f);
        int skin = scaled(lesion.skin().rgb(), light * grain);
        float dx = x - centreX;
        float dy = y - centreY;
        float radius = (float) Math.sqrt(dx * dx + dy * dy);
        float edge = outline[(int) ((Math.atan2(dy, dx) / Math.PI + 1) * (DIRECTIONS / 2)) % DIRECTIONS];
        float depth = (edge - radius) / edge + 0.16f * (noise.at(x * 6 + 20, y * 6 + 20) - 0.5f);
        float cover = Math.clamp(depth * (lesion.dermoscopic() ? 5 : 8), 0, 1);
        if (cover == 0) {
            return skin;
        }
        return mixed(skin, scaled(pigment(x, y, depth), light * grain), cover * 0.92f);
    }

    private int pigment(float x, float y, float depth) {
        float patch = Math.clamp(noise.at(x * 3 + 40, y * 3 + 11) * 1.6f - 0.3f, 0, 1);
        float share = Math.clamp((float) lesion.irregularity() * patch + (1 - depth) * 0.4f, 0, 1);
        int base = mixed(core, rim, share);
        if (!lesion.dermoscopic()) {
            return base;
        }
        // Bending the plane hides the lattice of the noise, so that the network looks grown and not woven.
        float bentX = x * 12 + 2.2f * noise.at(x * 4 + 9, y * 4 + 1);
        float bentY = y * 12 + 2.2f * noise.at(x * 4 + 31, y * 4 + 27);
        float ridge = 1 - Math.abs(2 * noise.at(bentX + 0.5f * bentY, bentY - 0.5f * bentX) - 1);
        return scaled(base, 1.25f - 0.6f * ridge * ridge);
    }

    private float[] outline() {
        float size = between(0.32, 0.62);
        float[] radii = new float[DIRECTIONS];
        Arrays.fill(radii, size);
        for (int wave = 2; wave <= 9; wave++) {
            float height = size * between(0, 0.05 + 0.25 * lesion.irregularity()) / wave * 2;
            float phase = between(0, 2 * Math.PI);
            for (int i = 0; i < DIRECTIONS; i++) {
                radii[i] += height * (float) Math.cos(wave * i * 2 * Math.PI / DIRECTIONS + phase);
            }
        }
        return radii;
    }

    private void paintHairs(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setStroke(new BasicStroke(Math.max(1, Math.min(width, height) / 220f)));
        for (int hairs = random.nextInt(9); hairs > 0; hairs--) {
            pen.setColor(new Color(40, 25, 18, 120 + random.nextInt(100)));
            double x = random.nextDouble() * width;
            double y = random.nextDouble() * height;
            pen.draw(new QuadCurve2D.Double(
                    x,
                    y,
                    x + between(-0.2, 0.2) * width,
                    y + between(-0.2, 0.2) * height,
                    x + between(-0.5, 0.5) * width,
                    y + between(-0.5, 0.5) * height));
        }
        pen.dispose();
    }

    private static void darkenRim(int[] pixels, int width, int height) {
        float reach = 0.58f * Math.max(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float dx = x - width / 2f;
                float dy = y - height / 2f;
                float distance = (float) Math.sqrt(dx * dx + dy * dy) / reach;
                if (distance > 0.8f) {
                    int i = y * width + x;
                    pixels[i] = scaled(pixels[i], Math.clamp(1 - (distance - 0.8f) * 4, 0.05f, 1));
                }
            }
        }
    }

    private float between(double low, double high) {
        return (float) (low + random.nextDouble() * (high - low));
    }

    private static int scaled(int rgb, float factor) {
        return channel((rgb >> 16 & 255) * factor) << 16
                | channel((rgb >> 8 & 255) * factor) << 8
                | channel((rgb & 255) * factor);
    }

    private static int mixed(int a, int b, float share) {
        return channel((a >> 16 & 255) * (1 - share) + (b >> 16 & 255) * share) << 16
                | channel((a >> 8 & 255) * (1 - share) + (b >> 8 & 255) * share) << 8
                | channel((a & 255) * (1 - share) + (b & 255) * share);
    }

    private static int channel(float value) {
        return Math.clamp((int) value, 0, 255);
    }
}
