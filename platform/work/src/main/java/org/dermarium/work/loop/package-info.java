/** Who does the jobs: the workers of a service, and the loops that take what is due, hold it and settle it. */
@NullMarked
package org.dermarium.work.loop;

import org.jspecify.annotations.NullMarked;
