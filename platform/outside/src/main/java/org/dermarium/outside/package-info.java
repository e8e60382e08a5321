/** Requests to servers that are not ours: object storage, the index, the registrar. */
@NullMarked
package org.dermarium.outside;

import org.jspecify.annotations.NullMarked;
