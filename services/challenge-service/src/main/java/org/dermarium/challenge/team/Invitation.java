package org.dermarium.challenge.team;

import java.time.Instant;

/**
 * An open invitation, as the one invited sees it.
 *
 * @param challenge the slug of the challenge
 * @param sender the name of who invited
 */
record Invitation(
        long id, long team, String teamName, String challenge, String challengeName, String sender, Instant created) {}
