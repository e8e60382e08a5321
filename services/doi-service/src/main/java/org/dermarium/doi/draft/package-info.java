/**
 * DOIs from their draft on: who may see and change them, what a draft must fulfil, and the data sets they describe. Every
 * change is told on the topic {@code dois} in the same transaction.
 */
@NullMarked
package org.dermarium.doi.draft;

import org.jspecify.annotations.NullMarked;
