package org.dermarium.search.columns;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dermarium.search.columns.table.Table;

/** One index of Elasticsearch in columns, as far as it was read. Fair: neither readers nor the writer wait for ever. */
final class Copy {

    private final String index;
    private final Table table = new Table();
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private long version = Changes.NONE;
    private long revision;

    Copy(String index) {
        this.index = index;
    }

    /** The name of the index, which no other ever has. */
    String index() {
        return index;
    }

    /** The number of the last change of the index up to which all are known here. For the writer. */
    long version() {
        return version;
    }

    /** @param upTo the number of the last change known then */
    void write(Consumer<Table> changes, long upTo) {
        lock.writeLock().lock();
        try {
            changes.accept(table);
            table.settle();
            version = upTo;
            revision++;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** One state of the table. */
    <T> T read(Function<State, T> question) {
        lock.readLock().lock();
        try {
            return question.apply(new State(table, index, version, revision));
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * The table as it is while the question is answered.
     *
     * @param version the number of the last change of this index that is known, the same in every instance
     * @param revision grows with every change of this copy
     */
    record State(Table table, String index, long version, long revision) {}
}
