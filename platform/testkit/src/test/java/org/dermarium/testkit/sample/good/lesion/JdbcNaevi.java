package org.dermarium.testkit.sample.good.lesion;

import java.sql.Connection;

/** Input and output under a technical name. */
record JdbcNaevi(Connection connection) {}
