/**
 * The page a DOI leads to, for people and machines: HTML, linked data, DataCite's metadata and citations of the same data
 * set at the same address. Holds nothing and emits nothing.
 */
@NullMarked
package org.dermarium.doi.landing;

import org.jspecify.annotations.NullMarked;
