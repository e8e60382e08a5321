package org.dermarium.testkit.sample.bad.first;

import java.sql.Connection;
import org.dermarium.testkit.sample.bad.second.SecondImpl;

/** A domain type with a connection, in a cycle with another feature. */
public record First(Connection connection, SecondImpl second) {}
