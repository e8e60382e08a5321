/** The accounts that the topic users tells of: names for display, and whether somebody is still staff. */
@NullMarked
package org.dermarium.catalog.person;

import org.jspecify.annotations.NullMarked;
