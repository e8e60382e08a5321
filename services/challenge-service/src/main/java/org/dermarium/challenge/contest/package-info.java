/** Challenges, their tasks and ground truths. A truth is read by scoring only; no route gives it out. */
@NullMarked
package org.dermarium.challenge.contest;

import org.jspecify.annotations.NullMarked;
