/** DOIs as they are kept, who may see which, and the data sets that they stand for. */
@NullMarked
package org.dermarium.doi.dois;

import org.jspecify.annotations.NullMarked;
