/** The archive's API as a program outside it sees it: for the seeder, the measurements and the end-to-end tests. */
@NullMarked
package org.dermarium.client;

import org.jspecify.annotations.NullMarked;
