package dev.mulligan.weave.method;

import dev.mulligan.async.AsyncMethod;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.retry.judge.ResultJudge;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.retry.task.CalledWith;
import dev.mulligan.weave.rewrite.Entrance;
import dev.mulligan.weave.rewrite.JdbcParameter;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule bound to a woven method.
 *
 * @param receiver when present only calls on this class and its subclasses are meant
 * @param judge asked about what the method returns; null where no result is retried
 * @param guard what stands around the retry
 * @param lazyAsync the method without that; null where it ends when it returns
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

  /** The method without what stands around the retry; of one that ends later than it returns. */
  public AsyncMethod async() {
    return Objects.requireNonNull(lazyAsync).get();
  }

  /** Null where the strategy does not want to know what a method was called with. */
  @Nullable
  public CalledWith calledWith(@Nullable Object self, @Nullable Object @Nullable [] arguments) {
    return namesTasks()
        ? new CalledWith(self, arguments == null ? new Object[0] : arguments)
        : null;
  }

  private boolean namesTasks() {
    return strategy.onFailure().task().isPresent();
  }

  /** Whether the woven code has to hand over the arguments. */
  public boolean wantsArguments(MethodFacts method) {
    return (namesTasks() && strategy.onFailure().task().get().readsArguments())
        || (outsideTransaction && JdbcParameter.isIn(method));
  }

  /**
   * Only on the failure path: superclasses are compared by name, which needs no class of theirs.
   */
  boolean means(@Nullable Object self) {
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
