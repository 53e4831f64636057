package dev.mulligan.notify.lane;

import dev.mulligan.notify.Alert;
import dev.mulligan.notify.Notification;
import dev.mulligan.text.HumanDuration;
import dev.mulligan.text.Texts;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The notifications that a channel's storm cap has suppressed, for one summary. Not thread-safe.
 */
final class SuppressedNotifications {

  private static final int KINDS_COUNTED = 1_000;
  private static final int KINDS_NAMED = 5;
  private static final int HEADLINE_LENGTH = 200;

  private final Map<String, Kind> kinds = new HashMap<>();
  private long notifications;
  private long since;
  private @Nullable Notification worst;

  /** The suppressed notifications with one fingerprint. */
  private static final class Kind {
    private final String headline;
    private long occurrences;

    Kind(String headline) {
      this.headline = headline;
    }
  }

  boolean isEmpty() {
    return notifications == 0;
  }

  void add(Notification notification, long now) {
    if (notifications == 0) {
      since = now;
    }
    notifications++;
    if (worst == null || notification.urgency().compareTo(worst.urgency()) < 0) {
      worst = notification;
    }
    @Nullable Kind kind = kinds.get(notification.fingerprint());
    if (kind == null && kinds.size() < KINDS_COUNTED) {
      kind = new Kind(Texts.cut(notification.event().headline(), HEADLINE_LENGTH));
      kinds.put(notification.fingerprint(), kind);
    }
    if (kind != null) {
      kind.occurrences += notification.occurrences();
    }
  }

  /** Returns the summary; its type, severity and tags are those of the most urgent notification. */
  Notification summary(long now) {
    Notification like = java.util.Objects.requireNonNull(worst);
    String headline =
        notifications == 1
            ? "1 more notification was held back"
            : notifications + " more notifications were held back";
    Alert alert =
        new Alert(
            headline + " in the last " + HumanDuration.of(Duration.ofNanos(now - since)),
            message(headline),
            "storm-cap",
            Map.of("held_back", String.valueOf(notifications)));
    Notification summary = Notification.of(like.type(), alert, Map.of(), like.tags());
    return summary.withSeverity(like.severity());
  }

  private String message(String headline) {
    StringBuilder message = new StringBuilder(headline);
    message.append(" because there were too many (notifications.storm-cap). Most often:");
    for (Kind kind : mostFrequent()) {
      message.append('\n').append(kind.occurrences).append(" × ").append(kind.headline);
    }
    int others = kinds.size() - KINDS_NAMED;
    if (others > 0) {
      message.append("\nand ").append(others).append(" other kinds");
    }
    return message.toString();
  }

  private List<Kind> mostFrequent() {
    Comparator<Kind> byOccurrences = Comparator.comparingLong(kind -> kind.occurrences);
    return kinds.values().stream().sorted(byOccurrences.reversed()).limit(KINDS_NAMED).toList();
  }
}
