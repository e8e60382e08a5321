/** The archive's API in one machine-readable document, put together from what the services say of themselves. */
@NullMarked
package org.dermarium.gateway.apidocs;

import org.jspecify.annotations.NullMarked;
