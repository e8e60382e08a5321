package org.dermarium.query;

/** A text is no query of the language. */
public final class UnparsableQuery extends Exception {

    private static final long serialVersionUID = 1L;

    private final int column;

    UnparsableQuery(int column, String reason) {
        super(reason, null, false, false);
        this.column = column;
    }

    /** The same with more words. */
    UnparsableQuery with(String more) {
        return new UnparsableQuery(column, getMessage() + more);
    }

    /** Where reading stopped, counted from 1 in UTF-16 units of the text given. */
    public int column() {
        return column;
    }
}
