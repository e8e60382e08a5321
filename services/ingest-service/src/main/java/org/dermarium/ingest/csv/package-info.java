/**
 * Reading and checking metadata CSV files. Knows neither the database nor the request; the caller says which files
 * exist.
 * Rules over many rows stand here, rules of one row in {@code metadata}.
 */
@NullMarked
package org.dermarium.ingest.csv;

import org.jspecify.annotations.NullMarked;
