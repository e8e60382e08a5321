/** Lesions as the images of them that are published say. */
@NullMarked
package org.dermarium.catalog.lesion;

import org.jspecify.annotations.NullMarked;
