package dev.mulligan.weave.scan;

import java.util.HashSet;
import java.util.Set;

/**
 * The classes of the JDK that the agent's own code on the application's threads, the start of the
 * JVM or the loading of classes use; see core-classes.txt. Woven code in them must not call the
 * agent for a call that succeeds: the agent would call itself without end, or before its own
 * classes are loaded.
 */
public final class CoreClasses {

  private static final String RESOURCE = "dev/mulligan/weave/core-classes.txt";

  private final Set<String> types;

  private CoreClasses(Set<String> types) {
    this.types = types;
  }

  /**
   * @throws IllegalStateException when the list cannot be read from the agent's jar
   */
  public static CoreClasses read() {
    return new CoreClasses(new HashSet<>(ResourceLines.of(RESOURCE)));
  }

  /** Whether a class of the JDK, or the one that it is nested in, is in the list. */
  public boolean contains(String className) {
    int nested = className.indexOf('$');
    return types.contains(nested < 0 ? className : className.substring(0, nested));
  }
}
