package dev.mulligan.async.reactive;

import dev.mulligan.async.Attempts;
import dev.mulligan.async.Invocation;
import dev.mulligan.guard.GuardedOperation;
import dev.mulligan.retry.failure.CallId;
import java.lang.reflect.Constructor;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the attempts of one subscriber's call visible to the application: to the thread that
 * subscribes to the source, and through Reactor's context.
 */
final class SubscriberAttempts {

  private static final String API = "dev.mulligan.api.Attempt";

  /**
   * Holds only a constructor of the application's copy of the API, or nothing where it has none.
   */
  private static final ClassValue<Optional<Constructor<?>>> CONSTRUCTORS =
      new ClassValue<>() {
        @Override
        protected Optional<Constructor<?>> computeValue(Class<?> owner) {
          try {
            Class<?> api = Class.forName(API, true, owner.getClassLoader());
            return Optional.of(api.getConstructor(int.class, Optional.class, Optional.class));
          } catch (ReflectiveOperationException | LinkageError missing) {
            return Optional.empty();
          }
        }
      };

  private final Reactive library;
  private final Attempts attempts;
  private final Class<?> owner;
  private final CallId call;
  private final String rule;
  private int number;

  private SubscriberAttempts(
      Reactive library, Attempts attempts, Class<?> owner, CallId call, String rule) {
    this.library = library;
    this.attempts = attempts;
    this.owner = owner;
    this.call = call;
    this.rule = rule;
  }

  /** Null where the application cannot query its attempts. */
  static @Nullable SubscriberAttempts of(
      Reactive library, GuardedOperation operation, Invocation invocation) {
    Attempts attempts = invocation.attempts();
    return attempts == null
        ? null
        : new SubscriberAttempts(
            library,
            attempts,
            invocation.owner(),
            operation.engine().newId(),
            operation.operation().rule());
  }

  /** The call id, the same for all attempts. */
  CallId call() {
    return call;
  }

  /** Wraps the source for the next attempt. */
  Object next(Object source) {
    number++;
    int now = number;
    Object attempt = attempt(now, call.value());
    Object known =
        attempt == null ? source : library.withContext(source, attempt.getClass(), attempt);
    return library.within(known, subscribe -> attempts.run(call, now, subscribe));
  }

  private @Nullable Object attempt(int now, UUID id) {
    Optional<Constructor<?>> constructor = CONSTRUCTORS.get(owner);
    try {
      return constructor.isEmpty()
          ? null
          : constructor.get().newInstance(now, Optional.of(id), Optional.of(rule));
    } catch (ReflectiveOperationException ofAnotherVersion) {
      return null;
    }
  }
}
