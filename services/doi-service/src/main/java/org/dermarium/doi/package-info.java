/** DOIs: drafts of collections, their publication step by step, frozen releases and the pages that describe them. */
@NullMarked
package org.dermarium.doi;

import org.jspecify.annotations.NullMarked;
