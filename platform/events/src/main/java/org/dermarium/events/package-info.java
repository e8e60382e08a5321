/**
 * The contract between services: what travels on Kafka, on which topic, in which shape. Every event carries the whole
 * current state of its aggregate with a version that only grows, so a projection has one rule: write it if it is newer.
 */
@NullMarked
package org.dermarium.events;

import org.jspecify.annotations.NullMarked;
