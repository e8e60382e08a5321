/** Holds what services answer against the OpenAPI documents that describe them. */
@NullMarked
package org.dermarium.testkit.openapi;

import org.jspecify.annotations.NullMarked;
