package io.khabar.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names how a type is read from JSON where the rules of {@link RecordReader} are not enough. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ReadWith {
    /** A {@link ValueReader} with a constructor without parameters. */
    Class<? extends ValueReader<?>> value();
}
