/**
 * What a contributor may say about an image: the fields and their rules, the two trees of diagnoses and sites, and the
 * reading and checking of metadata CSV files. Knows neither the database nor the request; the caller says which files
 * exist. Row rules are an ordered list of a sealed type; rules over many rows get their own list beside it.
 */
@NullMarked
package org.dermarium.ingest.metadata;

import org.jspecify.annotations.NullMarked;
