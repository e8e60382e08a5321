/** A table of images in columns: dictionaries of values, numbers for rows, and what is counted and chosen with them. */
@NullMarked
package org.dermarium.search.columns.table;

import org.jspecify.annotations.NullMarked;
