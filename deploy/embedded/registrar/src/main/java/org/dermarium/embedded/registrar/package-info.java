/**
 * A registrar of DOIs for demonstrations and tests: it speaks DataCite's REST API, keeps what it is told in a file, and
 * fails on request. What it registers exists only here.
 */
@NullMarked
package org.dermarium.embedded.registrar;

import org.jspecify.annotations.NullMarked;
