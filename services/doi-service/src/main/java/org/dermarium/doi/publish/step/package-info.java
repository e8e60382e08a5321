/**
 * The steps of a DOI to the public: lock, release, open, freeze, mint, live; and telling the registrar of drafts. Each
 * step may be repeated, and what it writes is written only while its job is held.
 */
@NullMarked
package org.dermarium.doi.publish.step;

import org.jspecify.annotations.NullMarked;
