package org.dermarium.testkit.sample.bad.second;

/** A port with one adapter. */
public interface Seconds {}
