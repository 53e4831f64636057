package dev.mulligan.retry.condition;

import dev.mulligan.retry.inspect.CauseChain;
import dev.mulligan.retry.inspect.SupertypeNames;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the SQLSTATE of an exception with globs such as {@code 08*} and {@code 57P0?}. */
final class SqlStates {

  private SqlStates() {}

  /** Whether the exception, or one of its causes, is a SQLException in one of the states. */
  static boolean fit(Throwable thrown, List<String> globs) {
    return CauseChain.any(thrown, at -> fitsOne(at, globs));
  }

  private static boolean fitsOne(Throwable thrown, List<String> globs) {
    String state = stateOf(thrown);
    return state != null && globs.stream().anyMatch(glob -> matches(glob, 0, state, 0));
  }

  private static @Nullable String stateOf(Throwable thrown) {
    // Compares the name first: without the module java.sql the class must not be referenced.
    return SupertypeNames.isA(thrown.getClass(), "java.sql.SQLException")
        ? Sql.stateOf(thrown)
        : null;
  }

  private static boolean matches(String glob, int g, String text, int t) {
    if (g == glob.length()) {
      return t == text.length();
    }
    if (glob.charAt(g) == '*') {
      return matches(glob, g + 1, text, t) || (t < text.length() && matches(glob, g, text, t + 1));
    }
    boolean same = t < text.length() && (glob.charAt(g) == '?' || glob.charAt(g) == text.charAt(t));
    return same && matches(glob, g + 1, text, t + 1);
  }

  /** Loaded only after a SQLException was seen. */
  private static final class Sql {
    static @Nullable String stateOf(Throwable thrown) {
      return ((SQLException) thrown).getSQLState();
    }
  }
}
