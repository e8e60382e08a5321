/** The launcher behind {@code ./dermarium}: one short-lived program per command that starts, finds and stops everything. */
@NullMarked
package org.dermarium.embedded;

import org.jspecify.annotations.NullMarked;
