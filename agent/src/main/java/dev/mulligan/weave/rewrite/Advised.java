package dev.mulligan.weave.rewrite;

import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.weave.method.MethodTable;
import java.util.List;
import java.util.Optional;

/**
 * A method to rewrite, with the advice for it.
 *
 * @param id its number in the {@link MethodTable}
 * @param fallback its fallback method
 * @param arguments when the woven code passes them
 */
public record Advised(
    int id,
    MethodFacts facts,
    Kind kind,
    Context context,
    Optional<MethodFacts> fallback,
    Arguments arguments) {

  /** A method whose attempt the application cannot query. */
  public Advised(int id, MethodFacts facts, Kind kind) {
    this(id, facts, kind, Context.NOT_QUERYABLE);
  }

  Advised(int id, MethodFacts facts, Kind kind, Context context) {
    this(id, facts, kind, context, Optional.empty(), Arguments.OMITTED);
  }

  /** Whether the woven code passes the arguments of a call. */
  public enum Arguments {
    OMITTED,
    /** After an exception, so that a call that succeeds makes no array of them. */
    AFTER_EXCEPTIONS,
    /** With results that are judged, too. */
    ALWAYS
  }

  /** Whether the application can query the current attempt. */
  public enum Context {
    NOT_QUERYABLE,
    QUERYABLE
  }

  /** The kind of advice: the outcomes that the woven code passes to the gate. */
  public enum Kind {
    THROWN,
    /** The same for methods that the agent itself uses: a call that succeeds is never passed. */
    FAILURE,
    RESULT,
    /** Results of which only null can match a condition. */
    NULL_RESULT,
    /** Whole-number results, passed as long. */
    WHOLE_RESULT,
    /** The future or source of an asynchronous method. */
    ASYNC,
    /** The same, with guards. */
    ASYNC_GUARDED,
    /** The result with which a suspend function resumes. */
    SUSPEND,
    /** A synchronous method with guards. */
    GUARDED,
    /** The same, with conditions on results. */
    GUARDED_RESULT
  }

  /** Whether both lists produce the same woven code. */
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
