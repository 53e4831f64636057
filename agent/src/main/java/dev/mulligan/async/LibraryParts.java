package dev.mulligan.async;

import java.lang.invoke.MethodHandle;

/**
 * Some methods and types of a library, found once for each class of the application. They are kept
 * in an array of the JDK's: a class of the application would keep an object of ours after a detach.
 */
public abstract class LibraryParts {

  private final Object[] parts;

  /**
   * @param parts method handles and classes
   */
  public LibraryParts(Object[] parts) {
    this.parts = parts;
  }

  public final MethodHandle handle(int part) {
    return (MethodHandle) parts[part];
  }

  public final Object type(int part) {
    return parts[part];
  }
}
