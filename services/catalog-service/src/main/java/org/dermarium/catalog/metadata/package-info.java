/** The images of a query at one moment, on disk, and their metadata as CSV. */
@NullMarked
package org.dermarium.catalog.metadata;

import org.jspecify.annotations.NullMarked;
