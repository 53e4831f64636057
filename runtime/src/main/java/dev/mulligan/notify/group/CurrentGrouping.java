package dev.mulligan.notify.group;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The grouping of the rule file that is in force, made when there is something to gather. */
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

  /** Passes on what is to be sent now. */
  @Override
  public void accept(Outgoing outgoing) {
    // Only failures are gathered.
    Grouping current = outgoing.isResolved() ? grouping : current();
    Optional<Outgoing> now = current == null ? Optional.of(outgoing) : current.admit(outgoing);
    now.ifPresent(next);
  }

  /** How long ago the last repeat was counted and nothing more. */
  Optional<Duration> sinceCounted(String fingerprint) {
    Grouping current = grouping;
    return current == null ? Optional.empty() : current.sinceCounted(fingerprint);
  }

  /** Another window ends those that are open. */
  public void use(Optional<Duration> newWindow) {
    if (!newWindow.equals(window)) {
      close();
      window = newWindow;
    }
  }

  /** Sends what is held. */
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
