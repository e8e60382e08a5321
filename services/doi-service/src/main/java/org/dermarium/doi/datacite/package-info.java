/** The registrar of DOIs: the port, and its adapter for DataCite's REST API. Holds nothing and emits nothing. */
@NullMarked
package org.dermarium.doi.datacite;

import org.jspecify.annotations.NullMarked;
