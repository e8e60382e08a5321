/**
 * The boards of a task, by team and by approach. What stands on them is kept in the database as scores, reviews and
 * accounts change, so that a page is a look into an index.
 */
@NullMarked
package org.dermarium.challenge.leaderboard;

import org.jspecify.annotations.NullMarked;
