/** Requests and answers of the registrar, its refusals, and how many requests it takes. */
@NullMarked
package org.dermarium.embedded.registrar.http;

import org.jspecify.annotations.NullMarked;
