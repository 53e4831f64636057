package dev.mulligan.notify.lane;

import dev.mulligan.notify.Notification;
import dev.mulligan.notify.registry.DeliverySettings.StormCap;
import java.util.Optional;

/**
 * The storm cap of one channel: passes notifications on, holds back what is too much, and makes one
 * summary of it as soon as there is room. Not safe for use by many threads.
 */
final class StormCapFilter {

  private Optional<StormCap> cap = Optional.empty();
  private Optional<StormLimiter> gate = Optional.empty();
  private SuppressedNotifications heldBack = new SuppressedNotifications();

  /** Another cap starts counting anew. */
  void use(Optional<StormCap> newCap) {
    if (!isCap(newCap)) {
      cap = newCap;
      gate = newCap.isEmpty() ? Optional.empty() : Optional.of(new StormLimiter(newCap.get()));
    }
  }

  // Not by the record's equals: its first call makes lambdas, and on JDK 17 the JDK then holds the
  // record's class loader.
  private boolean isCap(Optional<StormCap> other) {
    if (cap.isEmpty() || other.isEmpty()) {
      return cap.isEmpty() && other.isEmpty();
    }
    return cap.get().messages() == other.get().messages()
        && cap.get().period().equals(other.get().period());
  }

  /** Whether it is held back. While anything is, what comes later is too. */
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

  /** How long until the summary of what is held back may be sent. */
  long nanosUntilSummary(long now) {
    return gate.isEmpty() ? 0 : gate.get().nanosUntilOpen(now);
  }

  /** Of what is held back, when there is room for it. */
  Optional<Notification> summary(long now) {
    if (heldBack.isEmpty() || (gate.isPresent() && !gate.get().tryPass(now))) {
      return Optional.empty();
    }
    return Optional.of(takeSummary(now));
  }

  /** Of what is held back, whether there is room or not. */
  Optional<Notification> lastSummary(long now) {
    return heldBack.isEmpty() ? Optional.empty() : Optional.of(takeSummary(now));
  }

  private Notification takeSummary(long now) {
    Notification summary = heldBack.summary(now);
    heldBack = new SuppressedNotifications();
    return summary;
  }
}
