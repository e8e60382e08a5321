/** What the machine gives: processor time, what it is spent on, and what it could do at best. */
@NullMarked
package org.dermarium.bench.machine;

import org.jspecify.annotations.NullMarked;
