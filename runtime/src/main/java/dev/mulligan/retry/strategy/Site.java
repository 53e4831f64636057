package dev.mulligan.retry.strategy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The place of an {@link Operation} in the code, for counting: overloads, and copies of a class in
 * several class loaders, are counted apart.
 *
 * @param method the number of the method in this process; {@link #NO_METHOD} for an operation of
 *     the library, and for methods that are no longer loaded
 * @param parameters the parameter types, such as {@code (java.lang.String, long)}; may be empty
 */
public record Site(int method, String parameters) {

  public static final int NO_METHOD = -1;

  public static final Site NONE = new Site(NO_METHOD, "");

  /** The site of all methods with these parameters that are no longer loaded. */
  public Site unloaded() {
    return new Site(NO_METHOD, parameters);
  }

  // Not the generated equality of a record, for the reason that Operation gives.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Site that
        && method == that.method
        && Objects.equals(parameters, that.parameters);
  }

  @Override
  public int hashCode() {
    return 31 * method + parameters.hashCode();
  }
}
