/** Who may see which challenge, task, team and score. Every statement that reads one for somebody takes its condition from here. */
@NullMarked
package org.dermarium.challenge.access;

import org.jspecify.annotations.NullMarked;
