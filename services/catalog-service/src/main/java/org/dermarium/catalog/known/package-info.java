/** What this service knows from the bus: images, accounts and DOIs, each a table and its columns. */
@NullMarked
package org.dermarium.catalog.known;

import org.jspecify.annotations.NullMarked;
