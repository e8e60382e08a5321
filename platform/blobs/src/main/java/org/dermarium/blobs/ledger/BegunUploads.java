package org.dermarium.blobs.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.dermarium.blobs.MultipartUpload;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Uploads that clients send and nothing refers to yet; bounded for each user, and removed when their time is over. */
public class BegunUploads {

    private final DatabaseClient db;
    private final TransactionalOperator transaction;

    BegunUploads(DatabaseClient db, TransactionalOperator transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /** What one user may have begun and not registered: uploads, and their announced bytes together. */
    public record Bounds(long uploads, long bytes) {}

    /**
     * Notes an upload that has begun.
     *
     * @param key in the private bucket
     * @param life after which it is removed, unless something refers to it then
     * @return a {@link TooManyUploads} when the user's bounds do not allow it; nothing is noted
     */
    public Mono<Void> note(MultipartUpload upload, long user, long size, Duration life, Bounds bounds) {
        return transaction.transactional(oneByOne(user)
                .then(used(user))
                .flatMap(used -> used.uploads() + 1 > bounds.uploads() || used.bytes() + size > bounds.bytes()
                        ? Mono.<Void>error(new TooManyUploads(bounds, used.uploads(), used.bytes(), used.freeAt()))
                        : insert(upload, user, size, life)));
    }

    /** Two uploads that one user begins at the same moment must not both take the last place. */
    private Mono<Void> oneByOne(long user) {
        return db.sql("select pg_advisory_xact_lock(hashtextextended('upload', :user))")
                .bind("user", user)
                .then();
    }

    private record Used(long uploads, long bytes, Instant freeAt) {}

    private Mono<Used> used(long user) {
        return db.sql("""
                        select count(*) as uploads, coalesce(sum(size), 0)::bigint as bytes,
                          coalesce(min(due_at), now()) as free_at
                        from stored_object where uploader = :user and removing_until is null""")
                .bind("user", user)
                .map(row -> new Used(
                        Rows.number(row, "uploads"),
                        Rows.number(row, "bytes"),
                        Objects.requireNonNull(row.get("free_at", OffsetDateTime.class))
                                .toInstant()))
                .one();
    }

    private Mono<Void> insert(MultipartUpload upload, long user, long size, Duration life) {
        return db.sql("""
                        insert into stored_object(bucket, key, reason, upload_id, uploader, size, due_at)
                        values ('private', :key, 'begun', :upload, :user, :size, now() + make_interval(secs => :life))""")
                .bind("key", upload.key())
                .bind("upload", upload.uploadId())
                .bind("user", user)
                .bind("size", size)
                .bind("life", life.toSeconds())
                .then();
    }

    /**
     * Lets an upload live so long from now, at least.
     *
     * @return false when it is being removed; true also for one that is not waiting here, as it is registered
     */
    public Mono<Boolean> prolong(String key, Duration life) {
        return db.sql("""
                        update stored_object set due_at = greatest(due_at, now() + make_interval(secs => :life))
                        where bucket = 'private' and key = :key returning removing_until is null as stays""")
                .bind("key", key)
                .bind("life", life.toSeconds())
                .map(row -> Boolean.TRUE.equals(row.get("stays", Boolean.class)))
                .one()
                .defaultIfEmpty(true);
    }
}
