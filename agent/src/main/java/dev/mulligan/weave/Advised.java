package dev.mulligan.weave;

import dev.mulligan.match.MethodFacts;
import java.util.List;

/**
 * A method to be rewritten.
 *
 * @param id its number in the {@link MethodTable}
 */
record Advised(int id, MethodFacts facts, Kind kind) {

  /** What the woven code asks about. */
  enum Kind {
    THROWN,
    RESULT
  }

  /** Whether both lists stand for the same woven code. */
  static boolean areSame(List<Advised> some, List<Advised> others) {
    boolean same = some.size() == others.size();
    for (int i = 0; same && i < some.size(); i++) {
      same = some.get(i).id == others.get(i).id && some.get(i).kind == others.get(i).kind;
    }
    return same;
  }

  String key() {
    return facts.name() + facts.descriptor();
  }
}
