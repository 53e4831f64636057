package dev.mulligan.weave.method;

import dev.mulligan.async.AsyncMethod;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.retry.judge.ResultJudge;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.retry.task.CalledWith;
import dev.mulligan.weave.rewrite.Advised.Arguments;
import dev.mulligan.weave.rewrite.Entrance;
import dev.mulligan.weave.rewrite.JdbcParameter;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule bound to a woven method.
 *
 * @param receiver when present, the rule covers only calls on this class and its subclasses
 * @param judge judges the method's results; null where no result is retried
 * @param guard the guards around the retry
 * @param lazyAsync the asynchronous method without guards; null for a synchronous method
 * @param outsideTransaction whether a call is retried only while no transaction is open
 */
public record Binding(
    Operation operation,
    Strategy strategy,
    Optional<String> receiver,
    @Nullable ResultJudge judge,
    Optional<Entrance> guard,
    @Nullable LazyAsyncMethod lazyAsync,
    boolean outsideTransaction) {

  /** The asynchronous method without guards; only for asynchronous methods. */
  public AsyncMethod async() {
    return Objects.requireNonNull(lazyAsync).get();
  }

  /** The call's arguments; null where they are not needed. */
  @Nullable
  public CalledWith calledWith(@Nullable Object self, @Nullable Object @Nullable [] arguments) {
    return namesTasks() || asksArguments()
        ? new CalledWith(self, arguments == null ? new Object[0] : arguments)
        : null;
  }

  private boolean namesTasks() {
    return strategy.onFailure().task().isPresent();
  }

  private boolean asksArguments() {
    return operation.replay() == Operation.Replay.UNKNOWN;
  }

  /** When the woven code must pass the arguments. */
  public Arguments needsArguments(MethodFacts method) {
    if ((namesTasks() && strategy.onFailure().task().get().readsArguments())
        || (outsideTransaction && JdbcParameter.isIn(method))) {
      return Arguments.ALWAYS;
    }
    if (!asksArguments()) {
      return Arguments.OMITTED;
    }
    return judge == null ? Arguments.AFTER_EXCEPTIONS : Arguments.ALWAYS;
  }

  /**
   * Whether the rule covers calls on this receiver. Runs only on the failure path; compares
   * superclasses by name, so that it need not load a class.
   */
  boolean covers(@Nullable Object self) {
    if (receiver.isEmpty()) {
      return true;
    }
    Class<?> type = self == null ? null : self.getClass();
    while (type != null && !type.getName().equals(receiver.get())) {
      type = type.getSuperclass();
    }
    return type != null;
  }
}
