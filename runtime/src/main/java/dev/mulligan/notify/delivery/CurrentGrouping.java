package dev.mulligan.notify.delivery;

import dev.mulligan.notify.Notification;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The grouping of the rule file that is in force, made when there is something to gather. */
final class CurrentGrouping {

  private final Grouping.Sender sender;

  private volatile Optional<Duration> window = Optional.empty();
  private volatile @Nullable Grouping grouping;

  CurrentGrouping(Grouping.Sender sender) {
    this.sender = sender;
  }

  boolean counts(String fingerprint) {
    Grouping current = grouping;
    return current != null && current.counts(fingerprint);
  }

  /** What is to be sent now. */
  Optional<Notification> admit(Notification notification) {
    Optional<Grouping> current = current();
    return current.isEmpty() ? Optional.of(notification) : current.get().admit(notification);
  }

  /** What is to be sent now. */
  Optional<OpenIncidents.Resolution> admit(OpenIncidents.Resolution resolution) {
    Grouping current = grouping;
    return current == null ? Optional.of(resolution) : current.admit(resolution);
  }

  /** How long ago the last repeat was counted and nothing more. */
  Optional<Duration> sinceCounted(String fingerprint) {
    Grouping current = grouping;
    return current == null ? Optional.empty() : current.sinceCounted(fingerprint);
  }

  /** Another window ends those that are open. */
  void use(Optional<Duration> newWindow) {
    if (!newWindow.equals(window)) {
      close();
      window = newWindow;
    }
  }

  /** Sends what is held. */
  void close() {
    Grouping ended = take();
    if (ended != null) {
      ended.close();
    }
  }

  private synchronized @Nullable Grouping take() {
    Grouping ended = grouping;
    grouping = null;
    return ended;
  }

  private Optional<Grouping> current() {
    Grouping current = grouping;
    return current != null ? Optional.of(current) : make();
  }

  private synchronized Optional<Grouping> make() {
    if (grouping == null && window.isPresent()) {
      grouping = new Grouping(window.get(), System::nanoTime, sender);
    }
    return Optional.ofNullable(grouping);
  }
}
