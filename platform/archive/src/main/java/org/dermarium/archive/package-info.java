/**
 * Files that are given away with images: metadata as CSV, attributions and licences, and the archives that hold them.
 * Equal images make equal bytes, whenever and wherever they are written.
 */
@NullMarked
package org.dermarium.archive;

import org.jspecify.annotations.NullMarked;
