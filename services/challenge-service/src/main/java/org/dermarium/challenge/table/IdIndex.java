package org.dermarium.challenge.table;

import java.util.Arrays;
import java.util.List;

/** Where each id of a truth stands. Files mostly have its order; all others are looked up without making a text. */
public final class IdIndex {

    private final String[] ids;
    private final int[] slots;

    public IdIndex(List<String> ids) {
        this.ids = ids.toArray(String[]::new);
        this.slots = new int[Integer.highestOneBit(Math.max(8, 4 * this.ids.length))];
        Arrays.fill(slots, -1);
        for (int i = 0; i < this.ids.length; i++) {
            int slot = slot(this.ids[i].hashCode());
            while (slots[slot] >= 0) {
                slot = next(slot);
            }
            slots[slot] = i;
        }
    }

    /** The position, or -1 for a stranger. */
    int of(char[] text, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + text[i];
        }
        for (int slot = slot(hash); slots[slot] >= 0; slot = next(slot)) {
            if (isAt(slots[slot], text, length)) {
                return slots[slot];
            }
        }
        return -1;
    }

    private boolean isAt(int position, char[] text, int length) {
        String id = ids[position];
        if (id.length() != length) {
            return false;
        }
        for (int i = length - 1; i >= 0; i--) {
            if (id.charAt(i) != text[i]) {
                return false;
            }
        }
        return true;
    }

    /** Numbered ids have hashes in a row; the factor spreads them. */
    private int slot(int hash) {
        return (hash * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(slots.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }
}
