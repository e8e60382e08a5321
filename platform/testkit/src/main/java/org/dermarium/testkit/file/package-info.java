/** Files for tests: photographs that look like lesions, with what cameras write into them, and malicious ones. */
@NullMarked
package org.dermarium.testkit.file;

import org.jspecify.annotations.NullMarked;
