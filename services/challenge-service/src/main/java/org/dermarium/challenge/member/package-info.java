/** What this service knows of images, collections and people. Written from events alone. */
@NullMarked
package org.dermarium.challenge.member;

import org.jspecify.annotations.NullMarked;
