/** What workers of all queues of this service share. */
@NullMarked
package org.dermarium.doi.work;

import org.jspecify.annotations.NullMarked;
