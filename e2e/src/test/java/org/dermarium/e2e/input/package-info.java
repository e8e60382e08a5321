/** Whatever is sent, the archive answers as its document says and lives on. */
@NullMarked
package org.dermarium.e2e.input;

import org.jspecify.annotations.NullMarked;
