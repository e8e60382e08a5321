/** What the adapters to PostgreSQL share: optional values and JSON columns. */
@NullMarked
package org.dermarium.doi.store;

import org.jspecify.annotations.NullMarked;
