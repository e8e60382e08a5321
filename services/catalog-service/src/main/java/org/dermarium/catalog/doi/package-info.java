/** The DOIs of collections, as the topic dois tells of them: what they lock, what they open, and which one is shown. */
@NullMarked
package org.dermarium.catalog.doi;

import org.jspecify.annotations.NullMarked;
