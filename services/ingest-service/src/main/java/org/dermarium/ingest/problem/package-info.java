/**
 * What is wrong with what was sent, told alike for a row, a file and a ZIP.
 */
@NullMarked
package org.dermarium.ingest.problem;

import org.jspecify.annotations.NullMarked;
