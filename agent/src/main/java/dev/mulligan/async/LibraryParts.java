package dev.mulligan.async;

import java.lang.invoke.MethodHandle;

/**
 * Methods and types of a library, looked up once for each application class. A plain array holds
 * them: an application class would keep an agent object alive after a detach.
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
