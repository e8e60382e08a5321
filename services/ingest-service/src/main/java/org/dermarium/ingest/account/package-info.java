/**
 * The accounts that identity tells of, so far as ownership needs them. Consumes {@code users}.
 */
@NullMarked
package org.dermarium.ingest.account;

import org.jspecify.annotations.NullMarked;
