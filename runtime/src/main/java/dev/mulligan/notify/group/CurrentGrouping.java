package dev.mulligan.notify.group;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The grouping of the current rule file, created when the first failure arrives. */
public final class CurrentGrouping implements Consumer<Outgoing> {

  private final Consumer<Outgoing> next;

  private volatile Optional<Duration> window = Optional.empty();
  private volatile @Nullable Grouping grouping;

  public CurrentGrouping(Consumer<Outgoing> next) {
    this.next = next;
  }

  public boolean counts(String fingerprint) {
    Grouping current = grouping;
    return current != null && current.counts(fingerprint);
  }

  /** Passes on what must be sent now. */
  @Override
  public void accept(Outgoing outgoing) {
    // Only failures start a group.
    Grouping current = outgoing.isResolved() ? grouping : current();
    Optional<Outgoing> now = current == null ? Optional.of(outgoing) : current.admit(outgoing);
    now.ifPresent(next);
  }

  /** Returns the time since the last repeat that was only counted. */
  Optional<Duration> sinceCounted(String fingerprint) {
    Grouping current = grouping;
    return current == null ? Optional.empty() : current.sinceCounted(fingerprint);
  }

  /**
   * Continues the counting of an incident that an earlier process left open. If repeats are not
   * grouped, what that process counted is sent.
   *
   * @param sinceSent the time since the last notification about it
   */
  public void leftOpen(KeptIncident left, Duration sinceSent) {
    Grouping current = current();
    if (current != null) {
      current.leftOpen(left, sinceSent);
    } else if (left.held() > 0) {
      next.accept(Outgoing.toAll(left.newest().standingFor(left.held())));
    }
  }

  /** Returns how many repeats are counted and not sent yet. */
  public long repeats(String fingerprint) {
    Grouping current = grouping;
    return current == null ? 0 : current.repeats(fingerprint);
  }

  /** Sets the window. A change ends all open windows. */
  public void use(Optional<Duration> newWindow) {
    if (!newWindow.equals(window)) {
      close();
      window = newWindow;
    }
  }

  /** Sends what is held back. */
  public void close() {
    Grouping ended = take();
    if (ended != null) {
      ended.close();
    }
  }

  /**
   * Sends what is held back.
   *
   * @param isKept whether the next process continues the counting of a fingerprint
   */
  public void close(Predicate<String> isKept) {
    Grouping ended = take();
    if (ended != null) {
      ended.close(isKept);
    }
  }

  private synchronized @Nullable Grouping take() {
    Grouping ended = grouping;
    grouping = null;
    return ended;
  }

  private @Nullable Grouping current() {
    Grouping current = grouping;
    return current == null ? make() : current;
  }

  private synchronized @Nullable Grouping make() {
    if (grouping == null && window.isPresent()) {
      grouping = new Grouping(window.get(), System::nanoTime, next);
    }
    return grouping;
  }
}
