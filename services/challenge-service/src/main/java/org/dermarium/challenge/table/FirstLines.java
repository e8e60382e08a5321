package org.dermarium.challenge.table;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** Refuses text whose first 2,000 characters hold fewer than two line ends, before it is read as one endless line. */
final class FirstLines extends Reader {

    private static final int WINDOW = 2_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final PushbackReader text;
    private boolean checked;

    FirstLines(Reader text) {
        this.text = new PushbackReader(text, WINDOW);
    }

    /** There are no lines in the file. */
    static final class NoLines extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (!checked) {
            checked = true;
            check();
        }
        return text.read(buffer, offset, length);
    }

    private void check() throws IOException {
        var window = new char[WINDOW];
        int filled = 0;
        for (int n; filled < WINDOW && (n = text.read(window, filled, WINDOW - filled)) > 0; ) {
            filled += n;
        }
        int lines = 0;
        for (int i = 0; i < filled; i++) {
            boolean endsLine = window[i] == '\n' || window[i] == '\r' && (i + 1 == filled || window[i + 1] != '\n');
            lines += endsLine ? 1 : 0;
        }
        if (lines < 2) {
            throw new NoLines();
        }
        int start = window[0] == BYTE_ORDER_MARK ? 1 : 0;
        text.unread(window, start, filled - start);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
