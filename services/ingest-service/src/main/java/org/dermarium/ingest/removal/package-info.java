/**
 * Objects that are given up: noted in the transaction that gives them up, deleted after it.
 */
@NullMarked
package org.dermarium.ingest.removal;

import org.jspecify.annotations.NullMarked;
