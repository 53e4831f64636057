package dev.mulligan.async;

import org.jspecify.annotations.Nullable;

/**
 * What a method of some {@link Form} returns in the place of what its body returned or threw. Null
 * stands for that itself.
 */
public final class Replacement {

  private Replacement() {}

  /** Whether it is clear at once, for next to nothing, that there is nothing to retry. */
  public static boolean isNeedless(Form form, Object returned, Terms terms) {
    return form == Form.STAGE && Stages.isFine(returned, terms);
  }

  /** Whether the attempt is known to have failed already, before its caller has it. */
  public static boolean isFailed(Form form, Object returned) {
    return form == Form.STAGE && Stages.isFailed(returned);
  }

  /** For what the first attempt returned. */
  public static @Nullable Object insteadOf(
      Form form, Object returned, Terms terms, Invocation invocation) {
    return switch (form) {
      case STAGE -> Stages.insteadOf(returned, terms, invocation);
      case LISTENABLE -> Listenables.insteadOf(returned, terms, invocation);
      default -> SubscribedCall.insteadOf(form, returned, terms, invocation);
    };
  }

  /** For what the first attempt threw instead of returning. */
  public static @Nullable Object insteadOfThrown(
      Form form, Throwable thrown, Terms terms, Invocation invocation) {
    return switch (form) {
      case STAGE -> Stages.insteadOfThrown(thrown, terms, invocation);
      case LISTENABLE -> Listenables.insteadOfThrown(thrown, terms, invocation);
      default -> SubscribedCall.insteadOfThrown(form, thrown, terms, invocation);
    };
  }
}
