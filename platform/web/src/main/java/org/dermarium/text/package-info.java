/** What a text may be like, and how much of it is said back. */
@NullMarked
package org.dermarium.text;

import org.jspecify.annotations.NullMarked;
