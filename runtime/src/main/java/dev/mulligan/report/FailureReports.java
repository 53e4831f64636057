package dev.mulligan.report;

import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.Consequence;
import dev.mulligan.notify.TaskIdentity;
import dev.mulligan.notify.delivery.NotificationService;
import dev.mulligan.retry.failure.FailedCall;
import dev.mulligan.retry.listener.FailureListener;
import dev.mulligan.retry.listener.FailureNotice;
import dev.mulligan.retry.listener.RetryRate;
import dev.mulligan.retry.listener.RetryRateNotice;
import dev.mulligan.retry.strategy.Operation;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Submits the engine's reports of failures, recoveries and retry rates as notifications. */
public final class FailureReports implements FailureListener {

  private final Supplier<NotificationService> notifications;
  private final Predicate<Operation> hasFallback;
  private final Fingerprints fingerprints = new Fingerprints();

  /**
   * @param notifications evaluated for each report
   * @param hasFallback whether the caller gets a fallback instead of the failure
   */
  public FailureReports(
      Supplier<NotificationService> notifications, Predicate<Operation> hasFallback) {
    this.notifications = notifications;
    this.hasFallback = hasFallback;
  }

  @Override
  public boolean countsRepeat(Operation operation, TaskIdentity task, Object failure) {
    String kind = failure instanceof Throwable ? failure.getClass().getName() : CallReport.RESULT;
    return notifications.get().countsRepeat(fingerprints.of(operation, kind, task));
  }

  @Override
  public boolean failed(FailedCall call) {
    notifications
        .get()
        .submit(
            hasFallback.test(call.operation())
                ? FailureNotice.of(call, Consequence.FALLBACK)
                : FailureNotice.of(call));
    return true;
  }

  @Override
  public void recovered(Operation operation, TaskIdentity task) {
    notifications.get().recovered(operation.rule(), operation.name(), task);
  }

  @Override
  public void retriedOften(Operation operation, double rate, RetryRate threshold) {
    notifications.get().submit(RetryRateNotice.of(operation, rate, threshold));
  }
}
