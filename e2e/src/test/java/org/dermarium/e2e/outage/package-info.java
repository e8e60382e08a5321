/** What goes away comes back and loses nothing, and whoever runs the archive hears of it. */
@NullMarked
package org.dermarium.e2e.outage;

import org.jspecify.annotations.NullMarked;
