/** What is in a collection: filling and emptying it, whom its images are by, and the collections kept for each cohort. */
@NullMarked
package org.dermarium.catalog.member;

import org.jspecify.annotations.NullMarked;
