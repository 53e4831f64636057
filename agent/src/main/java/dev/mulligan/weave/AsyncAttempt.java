package dev.mulligan.weave;

import dev.mulligan.async.Form;
import dev.mulligan.async.Invocation;
import dev.mulligan.async.Replacement;
import dev.mulligan.async.Terms;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** The first attempt of an asynchronous call, at its end: the gate of what is returned instead. */
final class AsyncAttempt extends EndedAttempt {

  private final int method;
  private final Form form;
  private final Terms terms;
  private final @Nullable Throwable thrown;
  private final @Nullable Activation running;
  private final boolean tellsSubscribers;

  /**
   * @param thrown null when the method's body returned
   */
  AsyncAttempt(WovenMethod method, Form form, Terms terms, @Nullable Throwable thrown) {
    this.method = method.id();
    this.running = Activation.ofFailing(method);
    this.tellsSubscribers = method.tellsSubscribers();
    this.form = form;
    this.terms = terms;
    this.thrown = thrown;
  }

  @Override
  protected @Nullable Object onInstead(
      Class<?> owner,
      @Nullable Object self,
      @Nullable Object returned,
      MethodHandle again,
      @Nullable Object[] arguments) {
    Invocation invocation = new Invocation(method, owner, self, again, arguments);
    if (running != null) {
      invocation.identify(running.id());
    }
    if (tellsSubscribers) {
      invocation.tell(SubscribedAttempt.of(terms.operation()));
    }
    try {
      return instead(returned, invocation);
    } catch (Throwable own) {
      terms.ownFailure(own);
      return null;
    }
  }

  private @Nullable Object instead(@Nullable Object returned, Invocation invocation) {
    if (thrown != null) {
      return Replacement.insteadOfThrown(form, thrown, terms, invocation);
    }
    return returned == null ? null : Replacement.insteadOf(form, returned, terms, invocation);
  }
}
