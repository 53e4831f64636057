package dev.mulligan.notify;

import dev.mulligan.text.HumanDuration;
import dev.mulligan.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The content of a notification about a call that finally failed. Its size is bounded, because it
 * may wait in a queue: texts are cut, and of many attempts the first and the last are kept.
 *
 * @param id the same for all attempts of the call
 * @param operation the method's name for people
 * @param attempts in order; fewer than attemptCount if there were more than {@value #ATTEMPTS_KEPT}
 * @param elapsed from the first attempt's start to the end
 * @param endReason such as {@code maxRetriesReached}, with MicroProfile's names
 * @param failureKind the class of the last exception, or {@value #RESULT}
 * @param consequence what the caller got
 * @param task unknown if only the method is known
 */
public record CallReport(
    String id,
    String operation,
    String rule,
    String strategy,
    List<Attempt> attempts,
    int attemptCount,
    Duration elapsed,
    String endReason,
    String failureKind,
    Consequence consequence,
    TaskIdentity task)
    implements NotificationEvent {

  /** The failure kind of a result that counted as a failure. */
  public static final String RESULT = "result";

  public static final int ATTEMPTS_KEPT = 40;
  private static final int FIRST_ATTEMPTS_KEPT = 10;
  private static final int OPERATION_LENGTH = 1_000;
  private static final int FAILURE_LENGTH = 2_000;

  /**
   * One attempt.
   *
   * @param number from 1
   * @param failure the exception as text, or the result that counted as a failure
   * @param duration of the attempt alone; empty if its start is unknown
   * @param delay the wait after it; empty for the last one
   */
  public record Attempt(
      int number, String failure, Optional<Duration> duration, Optional<Duration> delay) {

    public Attempt {
      failure = Texts.cut(failure, FAILURE_LENGTH);
    }

    Attempt mapTexts(UnaryOperator<String> change) {
      return new Attempt(number, change.apply(failure), duration, delay);
    }
  }

  public CallReport {
    operation = Texts.cut(operation, OPERATION_LENGTH);
    attempts = firstAndLast(attempts);
    // A report in a file of an older version has no task.
    task = Objects.requireNonNullElse(task, TaskIdentity.UNKNOWN);
  }

  /**
   * Computes the fingerprint of a failure without building a report; see {@link
   * Notification#fingerprint()}.
   *
   * @param task its name, if known, replaces the operation's, which may run many tasks
   */
  public static String fingerprint(
      String rule, String operation, String failureKind, TaskIdentity task) {
    return Fingerprint.of(rule, task.name().orElse(operation), failureKind);
  }

  String fingerprint() {
    return fingerprint(rule, operation, failureKind, task);
  }

  @Override
  public String headline() {
    return subject() + " failed after " + attemptsInWords();
  }

  /** Names the numbers only; the end reason is explained elsewhere. */
  @Override
  public String message() {
    return headline() + " over " + HumanDuration.of(elapsed) + ".";
  }

  @Override
  public String subject() {
    return task.name().orElse(operation);
  }

  /** The fields of a task failure: a retried method is the task, and a call of it a run. */
  @Override
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("task_name", subject());
    fields.put("task_id", task.id().orElse(id));
    fields.put("error", lastFailure());
    return fields;
  }

  /** Returns the last attempt's failure, or an empty text if there was none. */
  public String lastFailure() {
    return attempts.isEmpty() ? "" : attempts.get(attempts.size() - 1).failure();
  }

  /** Returns a copy whose history is the last attempt alone. */
  public CallReport withLastAttemptOnly() {
    return new CallReport(
        id,
        operation,
        rule,
        strategy,
        attempts.subList(Math.max(0, attempts.size() - 1), attempts.size()),
        attemptCount,
        elapsed,
        endReason,
        failureKind,
        consequence,
        task);
  }

  /** {@code 1 attempt}, {@code 3 attempts}. */
  public String attemptsInWords() {
    return attemptCount == 1 ? "1 attempt" : attemptCount + " attempts";
  }

  @Override
  public CallReport mapTexts(UnaryOperator<String> change) {
    return new CallReport(
        id,
        change.apply(operation),
        rule,
        strategy,
        attempts.stream().map(attempt -> attempt.mapTexts(change)).toList(),
        attemptCount,
        elapsed,
        endReason,
        failureKind,
        consequence,
        new TaskIdentity(task.name().map(change), task.id().map(change)));
  }

  private static List<Attempt> firstAndLast(List<Attempt> all) {
    if (all.size() <= ATTEMPTS_KEPT) {
      return List.copyOf(all);
    }
    List<Attempt> kept = new ArrayList<>(all.subList(0, FIRST_ATTEMPTS_KEPT));
    kept.addAll(all.subList(all.size() - (ATTEMPTS_KEPT - FIRST_ATTEMPTS_KEPT), all.size()));
    return List.copyOf(kept);
  }
}
