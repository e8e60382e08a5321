/** The words in which images are asked for and told of, whichever store answers, and who may see what. */
@NullMarked
package org.dermarium.search.finding;

import org.jspecify.annotations.NullMarked;
