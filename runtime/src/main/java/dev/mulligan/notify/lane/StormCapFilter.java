package dev.mulligan.notify.lane;

import dev.mulligan.notify.Notification;
import dev.mulligan.notify.registry.DeliverySettings.StormCap;
import java.util.Optional;

/**
 * The storm cap of one channel: lets notifications pass up to the limit, suppresses the rest, and
 * sends one summary of it as soon as the limit allows. Not thread-safe.
 */
final class StormCapFilter {

  private Optional<StormCap> cap = Optional.empty();
  private Optional<StormLimiter> gate = Optional.empty();
  private SuppressedNotifications heldBack = new SuppressedNotifications();

  /** Sets the limit; a different limit restarts the count. */
  void use(Optional<StormCap> newCap) {
    if (!isCap(newCap)) {
      cap = newCap;
      gate = newCap.isEmpty() ? Optional.empty() : Optional.of(new StormLimiter(newCap.get()));
    }
  }

  // Not the record's equals: its first call creates lambdas, and on JDK 17 the JDK then holds the
  // record's class loader.
  private boolean isCap(Optional<StormCap> other) {
    if (cap.isEmpty() || other.isEmpty()) {
      return cap.isEmpty() && other.isEmpty();
    }
    return cap.get().messages() == other.get().messages()
        && cap.get().period().equals(other.get().period());
  }

  /**
   * Whether the notification is suppressed. While a summary is pending, later notifications are
   * suppressed too.
   */
  boolean holdsBack(Notification notification, long now) {
    if (gate.isEmpty() || (heldBack.isEmpty() && gate.get().tryPass(now))) {
      return false;
    }
    heldBack.add(notification, now);
    return true;
  }

  boolean isHoldingBack() {
    return !heldBack.isEmpty();
  }

  /** Returns how long to wait until the summary may be sent. */
  long nanosUntilSummary(long now) {
    return gate.isEmpty() ? 0 : gate.get().nanosUntilOpen(now);
  }

  /** Returns the summary of suppressed notifications, if the limit allows one. */
  Optional<Notification> summary(long now) {
    if (heldBack.isEmpty() || (gate.isPresent() && !gate.get().tryPass(now))) {
      return Optional.empty();
    }
    return Optional.of(takeSummary(now));
  }

  /** Returns the summary of suppressed notifications, even beyond the limit. */
  Optional<Notification> lastSummary(long now) {
    return heldBack.isEmpty() ? Optional.empty() : Optional.of(takeSummary(now));
  }

  private Notification takeSummary(long now) {
    Notification summary = heldBack.summary(now);
    heldBack = new SuppressedNotifications();
    return summary;
  }
}
