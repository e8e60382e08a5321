/** Tasks, the images they ask for and their ground truths. A truth is read by scoring only; no route gives it out. */
@NullMarked
package org.dermarium.challenge.task;

import org.jspecify.annotations.NullMarked;
