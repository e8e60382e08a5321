/** Challenges: tasks with a ground truth, teams and their approaches, submissions, scores and leaderboards. */
@NullMarked
package org.dermarium.challenge;

import org.jspecify.annotations.NullMarked;
