/** The index from the topics alone: at the first start, after a change of fields, and whenever somebody asks for it. */
@NullMarked
package org.dermarium.search.rebuild;

import org.jspecify.annotations.NullMarked;
