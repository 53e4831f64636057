package dev.mulligan.retry.listener;

import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.Consequence;
import dev.mulligan.notify.Notification;
import dev.mulligan.retry.failure.FailedAttempt;
import dev.mulligan.retry.failure.FailedCall;
import dev.mulligan.retry.strategy.OnFailure;
import java.util.ArrayList;
import java.util.List;

/** Builds the notification about a call whose attempts are used up. */
public final class FailureNotice {

  private FailureNotice() {}

  /** Builds the notification with the strategy's type, severity, context and tags. */
  public static Notification of(FailedCall call) {
    return of(call, call.lastException().isPresent() ? Consequence.EXCEPTION : Consequence.RESULT);
  }

  /**
   * Builds the notification as above.
   *
   * @param consequence what the caller got
   */
  public static Notification of(FailedCall call, Consequence consequence) {
    CallReport report =
        new CallReport(
            call.id().toString(),
            call.operation().name(),
            call.operation().rule(),
            call.strategy().name(),
            attempts(call),
            call.attemptCount(),
            call.elapsed(),
            call.endReason().label(),
            kind(call),
            consequence,
            call.task());
    OnFailure wanted = call.strategy().onFailure();
    Notification notification =
        Notification.of(wanted.type(), report, wanted.context(), wanted.tags());
    return wanted.severity().map(notification::withSeverity).orElse(notification);
  }

  private static List<CallReport.Attempt> attempts(FailedCall call) {
    List<CallReport.Attempt> attempts = new ArrayList<>();
    for (FailedAttempt attempt : call.attempts()) {
      attempts.add(
          new CallReport.Attempt(
              attempt.number(), attempt.failure(), attempt.duration(), attempt.delay()));
    }
    return attempts;
  }

  private static String kind(FailedCall call) {
    return call.lastException()
        .map(exception -> exception.getClass().getName())
        .orElse(CallReport.RESULT);
  }
}
