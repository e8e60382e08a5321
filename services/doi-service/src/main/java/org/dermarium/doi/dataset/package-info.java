/** What a data set is to those who describe it: plain values, frozen with the DOI. */
@NullMarked
package org.dermarium.doi.dataset;

import org.jspecify.annotations.NullMarked;
