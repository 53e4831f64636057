package dev.mulligan;

import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.TaskIdentity;
import dev.mulligan.notify.delivery.NotificationService;
import dev.mulligan.retry.FailedCall;
import dev.mulligan.retry.FailureListener;
import dev.mulligan.retry.FailureNotice;
import dev.mulligan.retry.Operation;
import dev.mulligan.retry.RetryRate;
import dev.mulligan.retry.RetryRateNotice;

/** Hands what the engine tells to the channels. */
record Alerts(NotificationService notifications) implements FailureListener {

  @Override
  public boolean countsRepeat(Operation operation, TaskIdentity task, Object failure) {
    String kind = failure instanceof Throwable ? failure.getClass().getName() : CallReport.RESULT;
    return notifications.countsRepeat(
        CallReport.fingerprint(operation.rule(), operation.name(), kind, task));
  }

  @Override
  public boolean failed(FailedCall call) {
    notifications.submit(FailureNotice.of(call));
    return true;
  }

  @Override
  public void recovered(Operation operation, TaskIdentity task) {
    notifications.recovered(operation.rule(), operation.name(), task);
  }

  @Override
  public void retriedOften(Operation operation, double rate, RetryRate threshold) {
    notifications.submit(RetryRateNotice.of(operation, rate, threshold));
  }
}
