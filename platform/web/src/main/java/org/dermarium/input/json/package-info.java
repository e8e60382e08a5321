/**
 * How a JSON body is read: strictly, bounded, checked by the constraints of its record, with all that is wrong told
 * at once.
 */
@NullMarked
package org.dermarium.input.json;

import org.jspecify.annotations.NullMarked;
