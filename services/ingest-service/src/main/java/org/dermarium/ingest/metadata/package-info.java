/**
 * What a contributor may say about an image: the fields and the rules between them. Row rules are an ordered list of a
 * sealed type.
 */
@NullMarked
package org.dermarium.ingest.metadata;

import org.jspecify.annotations.NullMarked;
