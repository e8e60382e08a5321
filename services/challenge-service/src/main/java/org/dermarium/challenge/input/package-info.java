/** What bodies of requests must look like, every problem named at once. */
@NullMarked
package org.dermarium.challenge.input;

import org.jspecify.annotations.NullMarked;
