package dev.mulligan.notify;

import dev.mulligan.text.Texts;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * A report to people. Not yet redacted.
 *
 * @param id the same on every delivery, also a repeated one, so that a receiver can drop a repeat
 * @param fingerprint the identity of what it reports, the same over repeats, processes, hosts and
 *     its resolution: of rule, operation and class of exception, or of the alert's type and
 *     subject. 32 hexadecimal digits
 * @param troubleSeverity of what it reports, also when that is over: the type's own unless another
 *     is named
 * @param occurrences how many like it this one stands for, 1 or more
 * @param context the rule file's own words, in their order; at most {@value #CONTEXT_ENTRIES}
 *     entries are kept, their texts cut
 * @param tags which channels it goes to
 */
public record Notification(
    String id,
    String fingerprint,
    NotificationType type,
    NotificationSeverity troubleSeverity,
    AlertState state,
    Instant time,
    NotificationEvent event,
    long occurrences,
    Map<String, String> context,
    TagSelection tags) {

  private static final int CONTEXT_ENTRIES = 50;
  private static final int CONTEXT_LENGTH = 2_000;

  public Notification {
    context = bounded(context);
  }

  /** One that happens now, with an id of its own and the type's severity. */
  public static Notification of(
      NotificationType type,
      NotificationEvent event,
      Map<String, String> context,
      TagSelection tags) {
    return new Notification(
        newId(),
        fingerprint(type, event),
        type,
        type.severity(),
        AlertState.FIRING,
        Instant.now(),
        event,
        1,
        context,
        tags);
  }

  public Notification withSeverity(NotificationSeverity other) {
    return new Notification(
        id, fingerprint, type, other, state, time, event, occurrences, context, tags);
  }

  /** Another one that stands for several like it. */
  public Notification standingFor(long count) {
    return new Notification(
        newId(), fingerprint, type, troubleSeverity, state, time, event, count, context, tags);
  }

  /**
   * Another one, which says that this one's trouble is over.
   *
   * @param occurrences how often it occurred in all
   */
  public Notification resolved(Instant when, long occurrences) {
    return new Notification(
        newId(),
        fingerprint,
        type,
        troubleSeverity,
        AlertState.RESOLVED,
        when,
        event,
        occurrences,
        context,
        tags);
  }

  public boolean isResolved() {
    return state == AlertState.RESOLVED;
  }

  /** How bad it is now: a resolution is a success. */
  public NotificationSeverity severity() {
    return isResolved() ? NotificationSeverity.SUCCESS : troubleSeverity;
  }

  /** How soon somebody must look now. */
  public Urgency urgency() {
    return isResolved() ? Urgency.INFO : troubleUrgency();
  }

  /** How soon somebody had to look while it lasted: the type's, unless a severity was named. */
  public Urgency troubleUrgency() {
    return troubleSeverity == type.severity() ? type.urgency() : troubleSeverity.urgency();
  }

  /** The call that failed, where it reports one. */
  public Optional<CallReport> call() {
    return event instanceof CallReport call ? Optional.of(call) : Optional.empty();
  }

  /**
   * The same notification with other texts.
   *
   * @param text applied to every text that the application or its exceptions had a hand in
   * @param contextValue given a context key and its value, gives the value to show
   */
  public Notification mapTexts(UnaryOperator<String> text, BinaryOperator<String> contextValue) {
    Map<String, String> changed = new LinkedHashMap<>();
    context.forEach((key, value) -> changed.put(key, contextValue.apply(key, value)));
    return new Notification(
        id,
        fingerprint,
        type,
        troubleSeverity,
        state,
        time,
        event.mapTexts(text),
        occurrences,
        changed,
        tags);
  }

  private static String fingerprint(NotificationType type, NotificationEvent event) {
    return event instanceof CallReport call
        ? call.fingerprint()
        : Fingerprint.of(type.key(), event.subject());
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private static Map<String, String> bounded(Map<String, String> all) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : all.entrySet()) {
      if (kept.size() == CONTEXT_ENTRIES) {
        break;
      }
      kept.put(
          Texts.cut(entry.getKey(), CONTEXT_LENGTH), Texts.cut(entry.getValue(), CONTEXT_LENGTH));
    }
    return Collections.unmodifiableMap(kept);
  }
}
