package org.dermarium.search.columns.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.dermarium.query.Condition;

/**
 * Distinct texts, numbered from 1 in the order of their arrival; 0 stands for no text. They lie in one block of bytes: a
 * million short ids take some 25 MB, as strings in a map they would take 110.
 */
final class Words {

    private static final int FIRST_SLOTS = 64;

    private byte[] letters = new byte[FIRST_SLOTS];
    /** Where each text ends, which is where the next one begins. */
    private int[] ends = new int[FIRST_SLOTS];
    /** Open addressing, at most half full. */
    private int[] slots = new int[FIRST_SLOTS];

    private int count;

    /** How many there are, which is the number of the last one. */
    int count() {
        return count;
    }

    /** Its number, the next one for a new text. */
    int add(String text) {
        byte[] word = text.getBytes(UTF_8);
        int slot = slot(word);
        if (slots[slot] == 0) {
            append(word);
            slots[slot] = count;
            if (2 * count > slots.length) {
                widen();
            }
            return count;
        }
        return slots[slot];
    }

    /** Its number, or 0. */
    int find(String text) {
        return slots[slot(text.getBytes(UTF_8))];
    }

    String get(int number) {
        return new String(letters, ends[number - 1], length(number), UTF_8);
    }

    /** The order of their bytes, which is that of their code points. */
    int compare(int one, int other) {
        return Arrays.compareUnsigned(letters, ends[one - 1], ends[one], letters, ends[other - 1], ends[other]);
    }

    /** Whether a text lies so in the text of this number. */
    boolean holds(int number, Condition.Match match, byte[] text) {
        int from = ends[number - 1];
        int to = ends[number];
        int last = to - text.length;
        return last >= from
                && switch (match) {
                    case EXACT -> last == from && isAt(from, text);
                    case PREFIX -> isAt(from, text);
                    case SUFFIX -> isAt(last, text);
                    case INNER -> {
                        int at = from;
                        while (at <= last && !isAt(at, text)) {
                            at++;
                        }
                        yield at <= last;
                    }
                };
    }

    private boolean isAt(int at, byte[] text) {
        return Arrays.equals(letters, at, at + text.length, text, 0, text.length);
    }

    private int length(int number) {
        return ends[number] - ends[number - 1];
    }

    private void append(byte[] word) {
        int from = ends[count];
        letters = Room.in(letters, from + word.length);
        System.arraycopy(word, 0, letters, from, word.length);
        count++;
        ends = Room.in(ends, count + 1);
        ends[count] = from + word.length;
    }

    private int slot(byte[] word) {
        int slot = spread(Arrays.hashCode(word));
        while (slots[slot] != 0 && !holds(slots[slot], Condition.Match.EXACT, word)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ mixed >>> 16) & slots.length - 1;
    }

    private void widen() {
        slots = new int[2 * slots.length];
        for (int number = 1; number <= count; number++) {
            byte[] word = Arrays.copyOfRange(letters, ends[number - 1], ends[number]);
            slots[slot(word)] = number;
        }
    }
}
