package org.dermarium.apidocs;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On the query parameter by which something is found while its name is typed. */
@Parameter(
        required = true,
        description = "A part of the name.",
        example = "mel",
        schema = @Schema(type = "string", minLength = 3))
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface NamePart {}
