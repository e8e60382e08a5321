/** Accounts: who exists, what they are called, whether they are staff, and when they accepted the terms. */
@NullMarked
package org.dermarium.identity.account;

import org.jspecify.annotations.NullMarked;
