package dev.mulligan.weave;

import dev.mulligan.match.MethodFacts;
import java.util.List;

/**
 * A method to be rewritten.
 *
 * @param id its number in the {@link MethodTable}
 */
record Advised(int id, MethodFacts facts, Kind kind, Context context) {

  /** Of a method whose context nobody can ask for. */
  Advised(int id, MethodFacts facts, Kind kind) {
    this(id, facts, kind, Context.UNASKED);
  }

  /** Whether the application may ask for the attempt that it is in. */
  enum Context {
    UNASKED,
    ASKED
  }

  /** What the woven code asks about. */
  enum Kind {
    THROWN,
    RESULT,
    /** Results of which null alone can fit a condition. */
    NULL_RESULT,
    /** Results that a long can hold. */
    WHOLE_RESULT,
    /** What an asynchronous method returns. */
    ASYNC,
    /** With what a suspended call is resumed. */
    SUSPEND
  }

  /** Whether both lists stand for the same woven code. */
  static boolean areSame(List<Advised> some, List<Advised> others) {
    boolean same = some.size() == others.size();
    for (int i = 0; same && i < some.size(); i++) {
      Advised one = some.get(i);
      Advised other = others.get(i);
      same = one.id == other.id && one.kind == other.kind && one.context == other.context;
    }
    return same;
  }

  String key() {
    return facts.name() + facts.descriptor();
  }
}
