package dev.mulligan.replay;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds arguments that can be read only once: a failed attempt may have consumed them, and the next
 * attempt would find nothing, or only the rest.
 */
public final class OneShotValues {

  /**
   * The types, with their subtypes. Subtypes whose own class may not be readable are listed too.
   */
  public static final Set<String> TYPES =
      Set.of(
          "io.netty.buffer.ByteBuf",
          "jakarta.servlet.ServletRequest",
          "jakarta.servlet.http.HttpServletRequest",
          "java.io.DataInput",
          "java.io.InputStream",
          "java.io.Reader",
          "java.lang.Process",
          "java.lang.Readable",
          "java.nio.Buffer",
          "java.nio.channels.ReadableByteChannel",
          "java.sql.ResultSet",
          "java.util.Enumeration",
          "java.util.Iterator",
          "java.util.Queue",
          "java.util.Spliterator",
          "java.util.concurrent.Flow$Publisher",
          "java.util.stream.BaseStream",
          "javax.servlet.ServletRequest",
          "javax.servlet.http.HttpServletRequest",
          "javax.xml.transform.stream.StreamSource",
          "kotlinx.coroutines.channels.ReceiveChannel",
          "okio.Source",
          "org.reactivestreams.Publisher",
          "org.xml.sax.InputSource");

  /** A list that is also a queue is mostly used as a list. */
  public static final String LINKED_LIST = "java.util.LinkedList";

  /** Containers of the JDK that run no code of the application while they are read. */
  private static final Set<String> CONTAINERS =
      Set.of(
          "java.util.ArrayList",
          "java.util.Arrays$ArrayList",
          "java.util.HashMap",
          "java.util.HashSet",
          "java.util.LinkedHashMap",
          "java.util.LinkedHashSet");

  private static final String IMMUTABLE = "java.util.ImmutableCollections$";

  /** Containers in containers; a guess. */
  private static final int DEPTH = 2;

  /** Of a container. */
  private static final int MOST_ELEMENTS = 100;

  private OneShotValues() {}

  /** The class name of the first such argument, or of what a container holds; null if none is. */
  public static @Nullable String in(@Nullable Object[] arguments) {
    try {
      return first(Arrays.asList(arguments).iterator(), DEPTH);
    } catch (RuntimeException changedMeanwhile) {
      return null;
    }
  }

  private static @Nullable String first(Iterator<? extends @Nullable Object> values, int depth) {
    for (int i = 0; i < MOST_ELEMENTS && values.hasNext(); i++) {
      Object value = values.next();
      String found = value == null || isPlain(value) ? null : of(value, depth);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Most arguments. */
  private static boolean isPlain(Object value) {
    return value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof Enum<?>
        || value instanceof Character;
  }

  private static @Nullable String of(Object value, int depth) {
    if (isOneShot(value.getClass())) {
      return value.getClass().getName();
    }
    if (depth == 0) {
      return null;
    }
    if (value instanceof Optional<?> optional) {
      return optional.isEmpty() ? null : first(List.of(optional.get()).iterator(), depth - 1);
    }
    if (value instanceof Object[] array) {
      return first(Arrays.asList(array).iterator(), depth - 1);
    }
    if (!isContainer(value.getClass().getName())) {
      return null;
    }
    if (value instanceof Map<?, ?> map) {
      return first(map.values().iterator(), depth - 1);
    }
    return value instanceof Collection<?> all ? first(all.iterator(), depth - 1) : null;
  }

  private static boolean isContainer(String className) {
    return CONTAINERS.contains(className) || className.startsWith(IMMUTABLE);
  }

  private static boolean isOneShot(Class<?> type) {
    Deque<Class<?>> open = new ArrayDeque<>();
    Set<Class<?>> seen = new HashSet<>();
    open.add(type);
    while (!open.isEmpty()) {
      Class<?> next = open.remove();
      if (TYPES.contains(next.getName())) {
        return true;
      }
      if (seen.add(next) && !next.getName().equals(LINKED_LIST)) {
        open.addAll(Arrays.asList(next.getInterfaces()));
        if (next.getSuperclass() != null) {
          open.add(next.getSuperclass());
        }
      }
    }
    return false;
  }
}
