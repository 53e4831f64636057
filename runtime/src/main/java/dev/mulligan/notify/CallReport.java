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
 * A call whose retrying has ended without success. Bounded, because it may wait in a queue: texts
 * are cut, and of very many attempts the first and the last are kept.
 *
 * @param id the same over all attempts of the call
 * @param operation the method, as people read it
 * @param attempts in order; fewer than attemptCount when there were more than {@value
 *     #ATTEMPTS_KEPT}
 * @param elapsed from the first attempt's start to the end
 * @param endReason such as {@code maxRetriesReached}, as MicroProfile names them
 * @param failureKind the class of the last exception, or {@value #RESULT}
 * @param consequence what the caller got
 * @param task unknown where the method itself is all that is known
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

  /** The kind of a failure that was no exception. */
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
   * @param duration of the attempt alone; empty where its start is unknown
   * @param delay waited after it; empty for the last one
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
    // One that an older version has stored is read without it.
    task = Objects.requireNonNullElse(task, TaskIdentity.UNKNOWN);
  }

  /**
   * The identity of what fails, from what is known before a report is made; see {@link
   * Notification#fingerprint()}.
   *
   * @param task where its name is known it stands for the operation, which may run many tasks
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

  /** The numbers; what follows from them says the end reason. */
  @Override
  public String message() {
    return headline() + " over " + HumanDuration.of(elapsed) + ".";
  }

  @Override
  public String subject() {
    return task.name().orElse(operation);
  }

  /** Those of a task: a retried method is one, and a call of it a run. */
  @Override
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("task_name", subject());
    fields.put("task_id", task.id().orElse(id));
    fields.put("error", lastFailure());
    return fields;
  }

  /** The last attempt's, or nothing where there was none. */
  public String lastFailure() {
    return attempts.isEmpty() ? "" : attempts.get(attempts.size() - 1).failure();
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
