/**
 * Institutions that send images, and the users who own them. Private: seen by owners and staff only.
 */
@NullMarked
package org.dermarium.ingest.contributor;

import org.jspecify.annotations.NullMarked;
