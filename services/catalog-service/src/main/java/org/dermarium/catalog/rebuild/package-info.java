/** The read model of images from the topic alone, made beside the one that is read. */
@NullMarked
package org.dermarium.catalog.rebuild;

import org.jspecify.annotations.NullMarked;
