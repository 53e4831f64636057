package dev.mulligan.retry.failure;

import dev.mulligan.retry.inspect.CauseChain;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Attaches the exceptions of earlier attempts to the one that the caller gets. */
public final class SuppressedHistory {

  private static final int MOST = 10;

  /** A larger graph of exceptions is not searched completely, and nothing is attached to it. */
  private static final int MOST_VISITED = 1_000;

  private SuppressedHistory() {}

  /**
   * Attaches at most the last ten exceptions. An exception object that is thrown repeatedly, over
   * many calls, does not accumulate more than ten.
   */
  public static void attach(List<Throwable> earlier, Throwable last) {
    for (int i = Math.max(0, earlier.size() - MOST); i < earlier.size(); i++) {
      Throwable each = earlier.get(i);
      Throwable[] attached = last.getSuppressed();
      if (attached.length < MOST && !contains(attached, each) && !leadsTo(each, last)) {
        last.addSuppressed(each);
      }
    }
  }

  private static boolean contains(Throwable[] all, Throwable wanted) {
    for (Throwable each : all) {
      if (each == wanted) {
        return true;
      }
    }
    return false;
  }

  /** Whether attaching would create a cycle, on which some loggers loop for ever. */
  private static boolean leadsTo(Throwable from, Throwable wanted) {
    if (CauseChain.causeOf(from) == null && from.getSuppressed().length == 0) {
      return from == wanted; // the usual case, without allocating the search's collections
    }
    return isReachable(from, wanted);
  }

  private static boolean isReachable(Throwable from, Throwable wanted) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> open = new ArrayDeque<>();
    open.add(from);
    while (!open.isEmpty() && seen.size() < MOST_VISITED) {
      Throwable at = open.remove();
      if (at == wanted) {
        return true;
      }
      if (seen.add(at)) {
        addNext(at, open);
      }
    }
    return !open.isEmpty();
  }

  private static void addNext(Throwable at, Deque<Throwable> open) {
    Throwable cause = CauseChain.causeOf(at);
    if (cause != null) {
      open.add(cause);
    }
    Collections.addAll(open, at.getSuppressed());
  }
}
