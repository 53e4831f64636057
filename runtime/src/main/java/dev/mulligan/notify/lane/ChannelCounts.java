package dev.mulligan.notify.lane;

import dev.mulligan.notify.registry.ChannelHealth;
import dev.mulligan.notify.registry.NamedChannel;
import java.time.Instant;
import java.util.Optional;

/** The counters and the state of one channel. */
final class ChannelCounts {

  // All guarded by this.
  private long sent;
  private long failed;
  private long retried;
  private long dropped;
  private long suppressed;
  private Optional<Instant> lastSuccess = Optional.empty();
  private Optional<String> lastError = Optional.empty();
  private boolean isFailing;

  synchronized void sent(Instant when) {
    sent++;
    lastSuccess = Optional.of(when);
    isFailing = false;
  }

  /** Returns how many notifications the channel accepted. */
  synchronized long sent() {
    return sent;
  }

  synchronized void failed() {
    failed++;
  }

  synchronized void retried() {
    retried++;
  }

  synchronized void dropped(int notifications) {
    dropped += notifications;
  }

  synchronized void suppressed() {
    suppressed++;
  }

  synchronized void error(String reason) {
    lastError = Optional.of(reason);
    isFailing = true;
  }

  /** The receiver has refused one message, and works. */
  synchronized void refused(String reason) {
    failed++;
    lastError = Optional.of(reason);
  }

  synchronized void works() {
    isFailing = false;
  }

  synchronized ChannelHealth health(
      NamedChannel channel, int queued, int stored, Optional<ChannelHealth.Pause> paused) {
    return new ChannelHealth(
        channel.id(),
        channel.name(),
        channel.channel().maskedUrl(),
        channel.tags(),
        sent,
        failed,
        retried,
        dropped,
        suppressed,
        queued,
        stored,
        lastSuccess,
        lastError,
        isFailing,
        paused);
  }
}
