/** The legal code of the licences, for clients that pack archives themselves. */
@NullMarked
package org.dermarium.catalog.license;

import org.jspecify.annotations.NullMarked;
