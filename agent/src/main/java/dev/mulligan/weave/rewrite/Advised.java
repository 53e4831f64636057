package dev.mulligan.weave.rewrite;

import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.weave.method.MethodTable;
import java.util.List;
import java.util.Optional;

/**
 * A method to be rewritten.
 *
 * @param id its number in the {@link MethodTable}
 * @param fallback the method that stands in for it
 * @param arguments whether they are handed over when a call fails
 */
public record Advised(
    int id,
    MethodFacts facts,
    Kind kind,
    Context context,
    Optional<MethodFacts> fallback,
    Arguments arguments) {

  /** Of a method whose context nobody can ask for. */
  public Advised(int id, MethodFacts facts, Kind kind) {
    this(id, facts, kind, Context.UNASKED);
  }

  Advised(int id, MethodFacts facts, Kind kind, Context context) {
    this(id, facts, kind, context, Optional.empty(), Arguments.UNWANTED);
  }

  /** What becomes of the arguments of a call that fails. */
  public enum Arguments {
    UNWANTED,
    WANTED
  }

  /** Whether the application may ask for the attempt that it is in. */
  public enum Context {
    UNASKED,
    ASKED
  }

  /** What the woven code asks about. */
  public enum Kind {
    THROWN,
    RESULT,
    /** Results of which null alone can fit a condition. */
    NULL_RESULT,
    /** Results that a long can hold. */
    WHOLE_RESULT,
    /** What an asynchronous method returns. */
    ASYNC,
    /** The same, with what stands around the retry. */
    ASYNC_GUARDED,
    /** With what a suspended call is resumed. */
    SUSPEND,
    /** What stands around the retry. */
    GUARDED,
    /** The same, and what the method returns. */
    GUARDED_RESULT
  }

  /** Whether both lists stand for the same woven code. */
  public static boolean areSame(List<Advised> some, List<Advised> others) {
    boolean same = some.size() == others.size();
    for (int i = 0; same && i < some.size(); i++) {
      same = some.get(i).isSameAs(others.get(i));
    }
    return same;
  }

  private boolean isSameAs(Advised other) {
    return id == other.id
        && kind == other.kind
        && context == other.context
        && arguments == other.arguments
        && fallback.map(MethodFacts::name).equals(other.fallback.map(MethodFacts::name));
  }

  boolean isGuarded() {
    return kind == Kind.GUARDED || kind == Kind.GUARDED_RESULT;
  }

  public boolean isAsync() {
    return kind == Kind.ASYNC || kind == Kind.ASYNC_GUARDED || kind == Kind.SUSPEND;
  }

  public String key() {
    return facts.name() + facts.descriptor();
  }
}
