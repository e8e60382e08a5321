/**
 * Images as the REST contract shows them, and their files: addresses that say as whom a private one is fetched, and the
 * bytes. Who may have a file is decided by its service, at each fetch.
 */
@NullMarked
package org.dermarium.web.file;

import org.jspecify.annotations.NullMarked;
