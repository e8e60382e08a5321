/**
 * Makes the OpenAPI document of each service what its wire is: fields, what may be null or absent, who may call, every
 * status, media types, names and examples follow from the code and from a few annotations.
 */
@NullMarked
package org.dermarium.apidocs.document;

import org.jspecify.annotations.NullMarked;
