package dev.mulligan.it.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once on each supported JDK, which it takes as a parameter of type {@link Jdk}. A
 * JDK that is not installed fails the test in CI (environment variable {@code CI=true}) and skips
 * it elsewhere.
 */
@TestTemplate
@ExtendWith(JdkInvocations.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnEachJdk {}
