/** The server module that fills the gaps between the published jars and a full distribution, as far as Dermarium needs it. */
@NullMarked
package org.dermarium.embedded.elasticsearch.module;

import org.jspecify.annotations.NullMarked;
