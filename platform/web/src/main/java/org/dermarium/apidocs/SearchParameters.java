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
                leaves its end out, `*` is no end), `field>=50` and `field:*` (known). `diagnosis:` and `anatom_site:` find \
                a name at any level, or a path as in `diagnosis:"Benign:Benign epi*"`. Terms combine with `AND`, `OR` and \
                round brackets; what stands beside each other binds tightest, AND tighter than OR. `NOT` or `-` negates a \
                term or a group. Absent or empty: all.\
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
