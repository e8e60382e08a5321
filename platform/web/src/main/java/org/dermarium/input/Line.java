package org.dermarium.input;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text of one line, such as a name: without line ends and tabs; blanks around it are left out before anything else is
 * checked. On a list it is meant for each element. How long it may be says {@code @Size}.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Line {}
