/** The bytes of a release: a function of its members and supplements, the same whenever and by whomever they are packed. */
@NullMarked
package org.dermarium.doi.release.pack;

import org.jspecify.annotations.NullMarked;
