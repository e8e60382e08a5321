package org.dermarium.challenge.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalTests {

    @Test
    void readsNumbersLikeTheLibrary() {
        var random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            String text = number(random, i);
            assertThat(Decimal.parse(text.toCharArray(), 0, text.length()))
                    .as(text)
                    .isEqualTo(Double.parseDouble(text));
        }
    }

    private static String number(Random random, int i) {
        long digits = random.nextLong(1_000_000_000_000_000_000L);
        return switch (i % 4) {
            case 0 -> Double.toString(random.nextDouble());
            case 1 -> "0." + "0".repeat(random.nextInt(5)) + digits;
            case 2 -> new StringBuilder().append(digits).insert(1, '.').toString();
            default -> digits + "e-" + random.nextInt(30);
        };
    }
}
