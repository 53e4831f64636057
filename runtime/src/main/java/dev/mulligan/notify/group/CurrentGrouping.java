package dev.mulligan.notify.group;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
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
