package dev.mulligan.notify.delivery;

import dev.mulligan.log.Log;
import dev.mulligan.notify.outbox.StoredNotification;
import dev.mulligan.thread.MulliganThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The outbox in use, those that were before, and the thread that looks for what was left. */
final class Outboxes {

  /** The application's start comes first. */
  private static final Duration START = Duration.ofMillis(500);

  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final Lanes lanes;
  private final Log log;
  private volatile Optional<OutboxPost> current = Optional.empty();

  // Guarded by this.
  private final List<OutboxPost> all = new ArrayList<>();
  private boolean isClosed;

  Outboxes(Lanes lanes, Log log) {
    this.lanes = lanes;
    this.log = log;
  }

  Optional<OutboxPost> current() {
    return current;
  }

  /** One that is no longer asked for gives back what it holds, and takes nothing more. */
  synchronized void use(Optional<DeliverySettings.Outbox> settings) {
    if (settings.isEmpty()) {
      current = Optional.empty();
      return;
    }
    if (current.isPresent() && current.get().isFor(settings.get())) {
      return;
    }
    OutboxPost post = new OutboxPost(settings.get(), log);
    all.add(post);
    current = Optional.of(post);
    MulliganThread.named("outbox", new Keeper(post)).start();
  }

  /** What is still owed stays on disk. */
  synchronized void close() {
    isClosed = true;
    notifyAll();
    all.forEach(OutboxPost::close);
  }

  /** False when there is nothing more to do. */
  private synchronized boolean waits(Duration duration) {
    long until = System.nanoTime() + duration.toNanos();
    long left = duration.toNanos();
    try {
      while (!isClosed && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = until - System.nanoTime();
      }
      return !isClosed;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** Not a lambda: it is made before the application has started. */
  private final class Keeper implements Runnable {
    private final OutboxPost post;

    Keeper(OutboxPost post) {
      this.post = post;
    }

    @Override
    public void run() {
      boolean goesOn = waits(START);
      while (goesOn) {
        List<StoredNotification> left = post.claim();
        new Recovery(lanes, log).send(left);
        goesOn = post.isBroken() && waits(AGAIN);
      }
    }
  }
}
