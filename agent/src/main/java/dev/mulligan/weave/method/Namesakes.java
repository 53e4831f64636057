package dev.mulligan.weave.method;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The classes with woven methods of the same name, of which one may override another and call it.
 */
final class Namesakes {

  private final Set<String> classNames = ConcurrentHashMap.newKeySet();
  private volatile boolean several;

  void add(String className) {
    classNames.add(className);
    several = classNames.size() > 1;
  }

  /** Whether a call on this receiver may be nested in a call of another of these methods. */
  boolean mayNestOn(@Nullable Object receiver) {
    return several && receiver != null && count(receiver.getClass()) > 1;
  }

  private int count(@Nullable Class<?> type) {
    if (type == null) {
      return 0;
    }
    int count = classNames.contains(type.getName()) ? 1 : 0;
    for (Class<?> parent : type.getInterfaces()) {
      count += count(parent);
    }
    return count + count(type.getSuperclass());
  }
}
