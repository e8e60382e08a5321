/**
 * The reviewer's verdict. Emits {@code image-reviewed}.
 */
@NullMarked
package org.dermarium.ingest.review;

import org.jspecify.annotations.NullMarked;
