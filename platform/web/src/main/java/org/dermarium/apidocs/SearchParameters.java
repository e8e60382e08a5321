package org.dermarium.apidocs;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On methods that take a search as it was sent, with all its parameters in one map. */
@Parameter(
        name = "query",
        in = ParameterIn.QUERY,
        description = """
                Which images. Terms are `field:value`, `field:"two words"`, `field:nev*`, `field:[30 TO 50}` (a curly brace \
                leaves its end out, `*` is no end) and `field:*` (known); a `-` before a term negates it. Terms combine \
                with `AND`, `OR` and round brackets; AND binds tighter. Absent or empty: all.\
                """,
        example = "diagnosis_3:\"Melanoma Invasive\" AND age_approx:[50 TO *] AND -sex:male",
        schema = @Schema(type = "string", maxLength = 16_384))
@Parameter(
        name = "collections",
        in = ParameterIn.QUERY,
        description =
                "Numbers of collections with commas between them: images in any of those that the caller may see.",
        example = "1,2",
        schema = @Schema(type = "string"))
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SearchParameters {}
