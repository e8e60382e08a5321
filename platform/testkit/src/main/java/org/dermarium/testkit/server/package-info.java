/** The real servers of a test run, and each test's own corner of them. */
@NullMarked
package org.dermarium.testkit.server;

import org.jspecify.annotations.NullMarked;
