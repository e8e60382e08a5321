package org.dermarium.identity.signin;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * The brake on guessing passwords. Counted by the e-mail that was typed, whether or not it has an account, so that the
 * brake tells nothing about who exists. Kept in the database: a restart forgives nobody.
 */
@Repository
class FailedSignIns {

    static final Duration MEMORY = Duration.ofMinutes(15);

    /** From one address against one account. */
    static final int PER_PAIR = 5;

    /** Against one account from anywhere: slows a guess spread over many machines. */
    static final int PER_ACCOUNT = 50;

    /** From one address against any account: high, as a hospital may stand behind one address. */
    static final int PER_ADDRESS = 200;

    private final JdbcClient db;

    FailedSignIns(JdbcClient db) {
        this.db = db;
    }

    /** @throws TooManyFailures when the account, the address or both together failed too often lately */
    void refuseTooMany(String email, String address) {
        boolean tooMany = db.sql("""
                        select count(*) filter (where email = :email and address = :address) >= :perPair
                            or count(*) filter (where email = :email) >= :perAccount
                            or count(*) filter (where address = :address) >= :perAddress
                        from failed_sign_in
                        where (email = :email or address = :address) and failed_at > now() - make_interval(secs => :memory)""")
                .param("email", email)
                .param("address", address)
                .param("perPair", PER_PAIR)
                .param("perAccount", PER_ACCOUNT)
                .param("perAddress", PER_ADDRESS)
                .param("memory", MEMORY.toSeconds())
                .query(Boolean.class)
                .single();
        if (tooMany) {
            throw new TooManyFailures();
        }
    }

    void record(String email, String address) {
        db.sql("insert into failed_sign_in(email, address) values (:email, :address)")
                .param("email", email)
                .param("address", address)
                .update();
    }

    void forget(String email, String address) {
        db.sql("delete from failed_sign_in where email = :email and address = :address")
                .param("email", email)
                .param("address", address)
                .update();
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void forgetOld() {
        db.sql("delete from failed_sign_in where failed_at < now() - make_interval(secs => :memory)")
                .param("memory", MEMORY.toSeconds())
                .update();
    }
}
