package dev.mulligan.agent;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;

/**
 * Removes the last trace of this agent's classes from the JDK. {@link ObjectMethods}, which makes
 * the methods of records, keeps the types of the last one that it made: JDK 17 for ever, so that a
 * detached agent would stay in memory, and later versions softly, until a collection after some
 * time.
 */
final class RecordHandles {

  private RecordHandles() {}

  /** Lets it make the methods of a record that has the JDK's types only. */
  static void release() {
    try {
      Class<?> type = String.class;
      MethodHandle component = MethodHandles.identity(type);
      makes("equals", MethodType.methodType(boolean.class, type, Object.class), type, component);
      makes("hashCode", MethodType.methodType(int.class, type), type, component);
    } catch (Throwable unavailable) {
      // The next record that the application makes has the same effect.
    }
  }

  private static void makes(
      String method, MethodType signature, Class<?> type, MethodHandle component) throws Throwable {
    ObjectMethods.bootstrap(MethodHandles.lookup(), method, signature, type, "it", component);
  }
}
