/** The Elasticsearch node's own process, put together from the published server jars. */
@NullMarked
package org.dermarium.embedded.elasticsearch;

import org.jspecify.annotations.NullMarked;
