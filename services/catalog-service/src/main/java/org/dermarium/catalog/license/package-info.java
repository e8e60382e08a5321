/** The licences of the archive and their legal code. */
@NullMarked
package org.dermarium.catalog.license;

import org.jspecify.annotations.NullMarked;
