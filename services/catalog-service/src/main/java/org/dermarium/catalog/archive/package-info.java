/** ZIP archives of a query, made while they are sent: their length is known before, their order and times are fixed, so a download can be taken up where it broke off. */
@NullMarked
package org.dermarium.catalog.archive;

import org.jspecify.annotations.NullMarked;
