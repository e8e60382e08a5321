/** How a data set is cited: as a sentence and for reference managers. A function of the data set; holds nothing. */
@NullMarked
package org.dermarium.doi.citation;

import org.jspecify.annotations.NullMarked;
