/** Lists in pages: what a client asks for, the cursor it comes back with, and the page it gets. */
@NullMarked
package org.dermarium.web.page;

import org.jspecify.annotations.NullMarked;
