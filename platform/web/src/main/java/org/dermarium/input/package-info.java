/**
 * The one door for what people and programs send: JSON bodies are bound strictly, bounded and checked by the constraints
 * of their records, and all that is wrong is told at once; parameters, forms and addresses follow the same rule of text.
 */
@NullMarked
package org.dermarium.input;

import org.jspecify.annotations.NullMarked;
