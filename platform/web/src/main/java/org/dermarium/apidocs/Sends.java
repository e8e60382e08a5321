package org.dermarium.apidocs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a controller method sends when it writes the bytes of its answer itself. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Sends {

    /** Media types. */
    String[] value();

    /** Whether a part of the bytes may be asked for. */
    boolean inParts() default false;
}
