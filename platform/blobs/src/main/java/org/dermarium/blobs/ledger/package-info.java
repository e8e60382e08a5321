/**
 * Which objects may go. Who refers to an object is derived from a service's own tables; the ledger holds only those that
 * nothing refers to yet or any more, and one janitor removes them. Nobody else deletes an object.
 */
@NullMarked
package org.dermarium.blobs.ledger;

import org.jspecify.annotations.NullMarked;
