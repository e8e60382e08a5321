package org.dermarium.challenge.team;

import jakarta.validation.constraints.Size;
import org.dermarium.input.Line;
import org.dermarium.input.WebAddress;
import org.jspecify.annotations.Nullable;

/** A change of a team as its members write it; what is not there stays. */
record TeamIn(
        @Nullable @Line @Size(min = 1, max = TeamIn.NAME) String name,

        @Nullable @Line @Size(max = TeamIn.NAME) String institution,

        @Nullable @Line @Size(max = TeamIn.ADDRESS) @WebAddress
        String institutionUrl) {

    static final int NAME = 100;
    static final int ADDRESS = 255;
}
