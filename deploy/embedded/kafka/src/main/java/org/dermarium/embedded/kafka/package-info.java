/** The Kafka broker's own process: one KRaft node that is broker and controller, formatting its storage when it finds none. */
@NullMarked
package org.dermarium.embedded.kafka;

import org.jspecify.annotations.NullMarked;
