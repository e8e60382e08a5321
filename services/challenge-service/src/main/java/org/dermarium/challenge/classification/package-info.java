/**
 * The scores of classification tasks: truths and predictions as they are read and checked, and what is made of the two.
 * Pure computation, the same result for the same bytes; publishes nothing.
 */
@NullMarked
package org.dermarium.challenge.classification;

import org.jspecify.annotations.NullMarked;
