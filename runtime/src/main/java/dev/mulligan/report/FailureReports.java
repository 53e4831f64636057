package dev.mulligan.report;

import dev.mulligan.firstuse.FirstUse;
import dev.mulligan.log.Log;
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
import dev.mulligan.thread.StackRoom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Submits the engine's reports of failures, recoveries and retry rates as notifications. */
public final class FailureReports implements FailureListener {

  private final Supplier<NotificationService> notifications;
  private final Predicate<Operation> hasFallback;
  private final Fingerprints fingerprints = new Fingerprints();
  private final Log log;

  /** Created when it is first needed, which is hardly ever. */
  private volatile @Nullable Deferred deferred;

  /**
   * @param notifications evaluated for each report
   * @param hasFallback whether the caller gets a fallback instead of the failure
   */
  public FailureReports(
      Supplier<NotificationService> notifications, Predicate<Operation> hasFallback, Log log) {
    this.notifications = notifications;
    this.hasFallback = hasFallback;
    this.log = log;
  }

  @Override
  public boolean countsRepeat(Operation operation, TaskIdentity task, Object failure) {
    if (!FirstUse.isSafe()) {
      return false;
    }
    Deferred waiting = deferred;
    if (waiting != null) {
      waiting.startIfNeeded();
    }
    String kind = failure instanceof Throwable ? failure.getClass().getName() : CallReport.RESULT;
    return notifications.get().countsRepeat(fingerprints.of(operation, kind, task));
  }

  @Override
  public boolean isReplaced(Operation operation) {
    return hasFallback.test(operation);
  }

  @Override
  public boolean failed(FailedCall call) {
    if (!mayUseNotifier()) {
      return deferred().add(new Report(call));
    }
    submit(call);
    return true;
  }

  /** The notifier holds locks, which the end of the stack might leave held. */
  private static boolean mayUseNotifier() {
    return FirstUse.isSafe() && StackRoom.isEnoughForFirstUse();
  }

  /** Whether reports wait for files or memory. */
  public boolean isWaiting() {
    Deferred waiting = deferred;
    return waiting != null && waiting.isWaiting();
  }

  /** Submits what waits for files or memory, if there are any now; what cannot be is counted. */
  public void end() {
    Deferred waiting = deferred;
    if (waiting != null) {
      waiting.end();
    }
  }

  private synchronized Deferred deferred() {
    Deferred made = deferred;
    if (made == null) {
      made = new Deferred(log);
      deferred = made;
    }
    return made;
  }

  /** A report for later. */
  private final class Report implements Runnable {
    private final FailedCall call;

    Report(FailedCall call) {
      this.call = call;
    }

    @Override
    public void run() {
      submit(call);
    }
  }

  private void submit(FailedCall call) {
    notifications
        .get()
        .submit(
            hasFallback.test(call.operation())
                ? FailureNotice.of(call, Consequence.FALLBACK)
                : FailureNotice.of(call));
  }

  /** Not before the failure, which may still wait: the incident would stay open. */
  @Override
  public void recovered(Operation operation, TaskIdentity task) {
    if (!mayUseNotifier() || isWaiting()) {
      boolean unused = deferred().add(() -> submitRecovery(operation, task));
    } else {
      submitRecovery(operation, task);
    }
  }

  private void submitRecovery(Operation operation, TaskIdentity task) {
    notifications.get().recovered(operation.rule(), operation.name(), task);
  }

  @Override
  public void retriedOften(Operation operation, double rate, RetryRate threshold) {
    if (!mayUseNotifier()) {
      log.warnOnce(
          "A retry rate was not reported, because files, memory or the stack are exhausted");
      return;
    }
    notifications.get().submit(RetryRateNotice.of(operation, rate, threshold));
  }
}
