/** Predictions that teams hand in: quota, storage, listing, news. Publishes {@code submission-received}. */
@NullMarked
package org.dermarium.challenge.submission;

import org.jspecify.annotations.NullMarked;
