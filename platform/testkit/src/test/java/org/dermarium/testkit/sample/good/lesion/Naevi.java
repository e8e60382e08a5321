package org.dermarium.testkit.sample.good.lesion;

import java.sql.Connection;

/** Input and output in a helper that no other package sees. */
class Naevi {

    final Connection connection;

    Naevi(Connection connection) {
        this.connection = connection;
    }
}
