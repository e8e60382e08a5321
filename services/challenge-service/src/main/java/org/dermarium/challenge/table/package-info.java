/** CSV files as the challenge's rules read them, in bounded memory, and what is said of those that cannot be used. */
@NullMarked
package org.dermarium.challenge.table;

import org.jspecify.annotations.NullMarked;
