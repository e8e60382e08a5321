/**
 * What adapters to PostgreSQL have in common: values in and out of statements, JSON columns, lists in pages, and calls that
 * block kept away from the threads that serve requests.
 */
@NullMarked
package org.dermarium.store;

import org.jspecify.annotations.NullMarked;
