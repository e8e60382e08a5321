/**
 * Files that are given away with images: ZIP archives whose length is known before their bytes are, metadata as CSV,
 * attributions and licences. Equal images make equal bytes, whenever and wherever they are written.
 */
@NullMarked
package org.dermarium.archive;

import org.jspecify.annotations.NullMarked;
