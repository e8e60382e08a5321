/** The data directory of one installation: its folders, its ports, its generated secrets and the programs copied into it. */
@NullMarked
package org.dermarium.embedded.home;

import org.jspecify.annotations.NullMarked;
