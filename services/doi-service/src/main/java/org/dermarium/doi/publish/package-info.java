/**
 * The way of a DOI to the public, step by step: lock, release, open, freeze, mint, live. Each step may be repeated, and
 * where it stands is kept in the database, so a crash at any line is resumed. Also tells the registrar of drafts.
 */
@NullMarked
package org.dermarium.doi.publish;

import org.jspecify.annotations.NullMarked;
