/** What controller methods say of themselves in the API's document, where their arguments and types do not. */
@NullMarked
package org.dermarium.apidocs;

import org.jspecify.annotations.NullMarked;
