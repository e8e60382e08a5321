package org.dermarium.ingest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dermarium.store.JsonColumns;
import org.junit.jupiter.api.Test;

class MetadataProblemTests {

    @Test
    void isAnsweredAsExistingClientsKnowIt() {
        var problem = MetadataProblem.of("sex", "literal_error", "Input should be 'male' or 'female'")
                .inRow(7);
        String json = JsonColumns.write(problem);
        assertThat(json).isEqualTo("""
                        {"column":"sex","message":"Input should be 'male' or 'female'","rows":[7],"count":1}""");
        assertThat(JsonColumns.value(json, MetadataProblem.class))
                .isEqualTo(new MetadataProblem("sex", null, problem.message(), List.of(7), 1));
    }

    @Test
    void isOfNoColumnWhenTheFileItselfIsAtFault() {
        assertThat(JsonColumns.write(MetadataProblem.ofFile("The file is empty.")))
                .isEqualTo("""
                        {"column":null,"message":"The file is empty.","rows":[],"count":1}""");
    }
}
