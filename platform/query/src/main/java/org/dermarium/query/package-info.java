/**
 * The query language of the archive: which fields can be asked for, and a parser from text to a tree that knows nothing
 * of where images are kept. Each store translates the tree for itself; all must mean the same by it.
 */
@NullMarked
package org.dermarium.query;

import org.jspecify.annotations.NullMarked;
