package dev.mulligan.weave.rewrite;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks advice parameters bound to the method's arguments if they are needed, otherwise to null.
 */
final class CallArguments {

  private CallArguments() {}

  /** Those of a call that threw. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  @interface Failed {}

  /** Those of a call that returned, which successful calls make, too. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  @interface Returned {}
}
