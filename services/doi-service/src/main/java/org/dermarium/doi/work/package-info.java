/** What is done for DOIs behind the requests: one piece at a time each, by whichever instance is free, and again after a crash. */
@NullMarked
package org.dermarium.doi.work;

import org.jspecify.annotations.NullMarked;
