package org.dermarium.identity.account;

import org.dermarium.events.bus.EventType;
import org.dermarium.outbox.JdbcOutbox;
import org.dermarium.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives and takes the staff role, closes and opens accounts. Who loses a right is signed out everywhere in the same
 * transaction, as tokens carry the role that their owner had.
 */
@Service
public class ChangeAccount {

    private static final Logger log = LoggerFactory.getLogger(ChangeAccount.class);

    private final Accounts accounts;
    private final SignIns signIns;
    private final JdbcOutbox outbox;

    ChangeAccount(Accounts accounts, SignIns signIns, JdbcOutbox outbox) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.outbox = outbox;
    }

    /**
     * What is to change; null leaves it.
     *
     * @param staff whether the person works for the archive
     * @param active whether the person may sign in
     */
    public record Change(@Nullable Boolean staff, @Nullable Boolean active) {}

    /**
     * The account as it is then. What changes nothing leaves no trace.
     *
     * @param by whose decision it is
     * @throws Refusal 404 when there is none with this number; 409 when nobody would be left to change it back
     */
    @Transactional
    public Account change(long by, long id, Change change) {
        accounts.lockRoles();
        Account before = accounts.find(id).orElseThrow(Refusal::notFound);
        boolean staff = change.staff() == null ? before.staff() : change.staff();
        boolean active = change.active() == null ? before.active() : change.active();
        if (staff == before.staff() && active == before.active()) {
            return before;
        }
        boolean wasStaff = before.staff() && before.active();
        if (wasStaff && !(staff && active) && accounts.activeStaff() == 1) {
            throw Refusal.conflict("This is the only active staff account: give the role to somebody else first.");
        }
        Account after = accounts.setRights(id, staff, active, by);
        if (before.staff() && !staff || before.active() && !active) {
            signIns.endAll(id);
        }
        outbox.append(EventType.USER_CHANGED, after.published());
        log.info("Account {} changed by {}: staff {}, active {}", id, by, staff, active);
        return after;
    }
}
