/** What the service has heard of images, collections and memberships, as far as DOIs and their releases ask. */
@NullMarked
package org.dermarium.doi.known;

import org.jspecify.annotations.NullMarked;
