/** Read model of the topics images, collections and memberships: what a collection's images are like, as far as DOIs ask. */
@NullMarked
package org.dermarium.doi.member;

import org.jspecify.annotations.NullMarked;
