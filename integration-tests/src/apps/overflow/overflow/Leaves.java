package overflow;

import java.io.IOException;
import java.util.function.Predicate;

/** What a recursion calls at each of its depths; each method has a rule of its own. */
final class Leaves {

  private static final long LONG_MILLIS = 20_000;
  private static final int FAILURES_APART = 16;

  private Leaves() {}

  /** The kind of rule, and what the application does in its method. */
  enum Kind {
    TIMED(Leaves::timed),
    CROWDED(Leaves::crowded),
    QUEUED(Leaves::queued),
    BROKEN(Leaves::broken),
    LIMITED(Leaves::limited),
    BOUNDED(Leaves::bounded),
    PLAIN(Leaves::plain),
    JUDGED(Leaves::judged);

    private final Predicate<Work> method;

    Kind(Predicate<Work> method) {
      this.method = method;
    }

    boolean call(Work work) {
      return method.test(work);
    }
  }

  /** The body of a method. */
  enum Work {
    SUCCEED {
      @Override
      boolean run() {
        return true;
      }
    },
    FAIL {
      @Override
      boolean run() {
        throw new IllegalStateException("refused");
      }
    },
    HANG {
      @Override
      boolean run() {
        try {
          Thread.sleep(LONG_MILLIS);
          return true;
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    };

    abstract boolean run();

    /** A failure walks the whole stack, so only some depths have one. */
    int depthsApart() {
      return this == SUCCEED ? 1 : FAILURES_APART;
    }
  }

  static boolean timed(Work work) {
    return work.run();
  }

  static boolean crowded(Work work) {
    return work.run();
  }

  static boolean queued(Work work) {
    return work.run();
  }

  static boolean broken(Work work) {
    return work.run();
  }

  static boolean limited(Work work) {
    return work.run();
  }

  static boolean bounded(Work work) {
    return work.run();
  }

  static boolean plain(Work work) {
    return work.run();
  }

  static boolean judged(Work work) {
    return work.run();
  }

  /** Overflows by itself. */
  static long recursive(long depth) throws IOException {
    return recursive(depth + 1) + 1;
  }
}
