/**
 * The fields of the data dictionary, each read from its columns, and the two trees of diagnoses and sites.
 */
@NullMarked
package org.dermarium.ingest.metadata.field;

import org.jspecify.annotations.NullMarked;
