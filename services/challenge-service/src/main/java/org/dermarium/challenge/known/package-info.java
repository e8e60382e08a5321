/** What this service knows from the bus: images, memberships, collections and accounts, each a table and its columns. */
@NullMarked
package org.dermarium.challenge.known;

import org.jspecify.annotations.NullMarked;
