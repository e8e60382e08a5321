/** Gathers, packs and freezes what was ordered, behind the requests and without asking any other service. */
@NullMarked
package org.dermarium.doi.release.build;

import org.jspecify.annotations.NullMarked;
