/** Who calls: read from the request's token once, and handed to controllers as an argument. */
@NullMarked
package org.dermarium.web.caller;

import org.jspecify.annotations.NullMarked;
