/** Prometheus and Grafana beside the archive, where the machine has them; nothing here depends on either. */
@NullMarked
package org.dermarium.embedded.dashboard;

import org.jspecify.annotations.NullMarked;
