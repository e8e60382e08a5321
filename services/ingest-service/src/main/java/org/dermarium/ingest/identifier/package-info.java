/**
 * Public ids: given once, unique, kept when staff bring them along. Image ids are random; lesions, patients and
 * cases keep one id for each id of the contributor in a cohort.
 */
@NullMarked
package org.dermarium.ingest.identifier;

import org.jspecify.annotations.NullMarked;
