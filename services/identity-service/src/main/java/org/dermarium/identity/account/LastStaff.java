package org.dermarium.identity.account;

/** The archive would be left without anybody who may run it. */
class LastStaff extends RuntimeException {

    LastStaff() {
        super("This is the only active staff account: give the role to somebody else first.", null, false, false);
    }
}
