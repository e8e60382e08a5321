/** Teams of a challenge, their members and invitations by e-mail. */
@NullMarked
package org.dermarium.challenge.team;

import org.jspecify.annotations.NullMarked;
