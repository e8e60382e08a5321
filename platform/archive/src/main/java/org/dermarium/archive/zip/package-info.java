/**
 * ZIP archives whose length is known before their bytes are, read again from any byte, each file checked on its way.
 */
@NullMarked
package org.dermarium.archive.zip;

import org.jspecify.annotations.NullMarked;
