package org.dermarium.identity.account;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All accounts. */
@Repository
public class Accounts {

    private static final String COLUMNS =
            "id, hash_id, version, email, first_name, last_name, staff, active, created_at, accepted_terms_at";

    /** Without letters and digits that are mistaken for each other when read aloud. */
    private static final String HASH_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int HASH_LENGTH = 5;

    private final JdbcClient db;
    private final SecureRandom random = new SecureRandom();

    Accounts(JdbcClient db) {
        this.db = db;
    }

    /** The form in which addresses are stored and compared. */
    public static String normalized(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    public Optional<Account> find(long id) {
        return db.sql("select " + COLUMNS + " from account where id = :id")
                .param("id", id)
                .query(Accounts::account)
                .optional();
    }

    public Optional<Credentials> credentials(String email) {
        return db.sql("select " + COLUMNS + ", password_hash from account where email = :email")
                .param("email", normalized(email))
                .query((row, n) -> new Credentials(account(row, n), row.getString("password_hash")))
                .optional();
    }

    /** At most {@code limit} active accounts whose e-mail or name contains the text, by e-mail. */
    public List<Account> matching(String text, int limit) {
        return db.sql("select " + COLUMNS + " from account where active"
                        + " and (email || ' ' || first_name || ' ' || last_name) ilike :pattern escape '!'"
                        + " order by email limit :limit")
                .param("pattern", "%" + text.replaceAll("[!%_]", "!$0") + "%")
                .param("limit", limit)
                .query(Accounts::account)
                .list();
    }

    /** @throws EmailTaken when another account has the address */
    public Account add(String email, String firstName, String lastName, String passwordHash, boolean staff) {
        try {
            return db.sql("insert into account(hash_id, email, first_name, last_name, password_hash, staff)"
                            + " values (:hashId, :email, :firstName, :lastName, :passwordHash, :staff) returning "
                            + COLUMNS)
                    .param("hashId", unusedHashId())
                    .param("email", normalized(email))
                    .param("firstName", firstName)
                    .param("lastName", lastName)
                    .param("passwordHash", passwordHash)
                    .param("staff", staff)
                    .query(Accounts::account)
                    .single();
        } catch (DuplicateKeyException e) {
            throw new EmailTaken(e);
        }
    }

    /** Makes changes of roles wait for each other until the end of the transaction. */
    public void lockRoles() {
        db.sql("lock table account_change in share row exclusive mode").update();
    }

    /** How many active accounts have the staff role. */
    public int activeStaff() {
        return db.sql("select count(*) from account where staff and active")
                .query(Integer.class)
                .single();
    }

    /** Sets both, and keeps for ever who did it. */
    public Account setRights(long id, boolean staff, boolean active, long by) {
        Account changed = db.sql("update account set staff = :staff, active = :active, version = version + 1"
                        + " where id = :id returning " + COLUMNS)
                .param("id", id)
                .param("staff", staff)
                .param("active", active)
                .query(Accounts::account)
                .single();
        db.sql("insert into account_change(account, changed_by, staff, active) values (:id, :by, :staff, :active)")
                .param("id", id)
                .param("by", by)
                .param("staff", staff)
                .param("active", active)
                .update();
        return changed;
    }

    /** The first acceptance counts; later ones change nothing. */
    public void acceptTerms(long id) {
        db.sql("update account set accepted_terms_at = now() where id = :id and accepted_terms_at is null")
                .param("id", id)
                .update();
    }

    private String unusedHashId() {
        while (true) {
            var candidate = new StringBuilder(HASH_LENGTH);
            random.ints(HASH_LENGTH, 0, HASH_ALPHABET.length()).forEach(i -> candidate.append(HASH_ALPHABET.charAt(i)));
            boolean taken = db.sql("select exists(select 1 from account where hash_id = :hashId)")
                    .param("hashId", candidate.toString())
                    .query(Boolean.class)
                    .single();
            if (!taken) {
                return candidate.toString();
            }
        }
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getLong("id"),
                row.getString("hash_id"),
                row.getLong("version"),
                row.getString("email"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getBoolean("staff"),
                row.getBoolean("active"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("accepted_terms_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
