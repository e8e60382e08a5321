/** What all adapters to PostgreSQL need: optional values, paging, calls that block. */
@NullMarked
package org.dermarium.challenge.store;

import org.jspecify.annotations.NullMarked;
