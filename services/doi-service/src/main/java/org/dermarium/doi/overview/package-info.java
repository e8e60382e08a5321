/** DOIs as clients read them: what they stand for, how far they have come, and what the caller may do. Keeps nothing. */
@NullMarked
package org.dermarium.doi.overview;

import org.jspecify.annotations.NullMarked;
