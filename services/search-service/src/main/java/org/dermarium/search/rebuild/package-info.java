/** The index is made from the topics at the first start and after a change of fields; ready is who has one. */
@NullMarked
package org.dermarium.search.rebuild;

import org.jspecify.annotations.NullMarked;
