/** Files that people hand in, on their way into object storage: streamed, counted and bounded. */
@NullMarked
package org.dermarium.challenge.file;

import org.jspecify.annotations.NullMarked;
