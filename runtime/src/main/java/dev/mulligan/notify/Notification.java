package dev.mulligan.notify;

import dev.mulligan.text.RandomId;
import dev.mulligan.text.Texts;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * A notification for people, not yet redacted.
 *
 * @param id the same for each delivery, including a repeated one, so that a receiver can drop
 *     duplicates
 * @param fingerprint identifies the incident; the same for repeats, processes, hosts and its
 *     resolution. Computed from rule, operation and class of exception, or from the alert's type
 *     and subject. 32 hexadecimal digits
 * @param troubleSeverity the severity of the incident, even after its resolution: the type's
 *     default unless another is set
 * @param occurrences the number of events that this notification summarises, 1 or more
 * @param context entries of the rule file, in their order; at most {@value #CONTEXT_ENTRIES} are
 *     kept, their texts cut
 * @param tags selects the channels
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

  /** Creates a notification with the current time, a new id and the type's severity. */
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

  /** Returns a new notification that summarises several events. */
  public Notification standingFor(long count) {
    return new Notification(
        newId(), fingerprint, type, troubleSeverity, state, time, event, count, context, tags);
  }

  /**
   * Returns a new notification that resolves this one's incident.
   *
   * @param occurrences the total number of events of the incident
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

  /** Returns the current severity: a resolution is a success. */
  public NotificationSeverity severity() {
    return isResolved() ? NotificationSeverity.SUCCESS : troubleSeverity;
  }

  /** Returns the current urgency: a resolution is informational. */
  public Urgency urgency() {
    return isResolved() ? Urgency.INFO : troubleUrgency();
  }

  /**
   * Returns the urgency of the incident, even after its resolution: the type's, unless another
   * severity is set.
   */
  public Urgency troubleUrgency() {
    return troubleSeverity == type.severity() ? type.urgency() : troubleSeverity.urgency();
  }

  /** Returns the failed call if the notification reports one. */
  public Optional<CallReport> call() {
    return event instanceof CallReport call ? Optional.of(call) : Optional.empty();
  }

  /**
   * Returns a copy with other texts.
   *
   * @param text applied to every text that may come from the application or its exceptions
   * @param contextValue given a context key and its value, returns the value to show
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
    return RandomId.next();
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
