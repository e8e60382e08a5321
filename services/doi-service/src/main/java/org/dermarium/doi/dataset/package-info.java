/** What the registrar, the landing page and citations need to know of a data set: plain values, without a home of their own. */
@NullMarked
package org.dermarium.doi.dataset;

import org.jspecify.annotations.NullMarked;
