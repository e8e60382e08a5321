/** Lesions as the images of them that are published. Nothing is stored: a lesion is what its images say. */
@NullMarked
package org.dermarium.catalog.lesion;

import org.jspecify.annotations.NullMarked;
