package dev.mulligan.guard.limit;

import dev.mulligan.retry.failure.EndReason;
import java.time.Duration;
import java.util.Optional;

/** Blocks callers on their threads. */
public interface Waiting {

  /**
   * Returns why the caller cannot wait: its thread is an event loop, or the agent is being
   * detached.
   */
  Optional<EndReason> reasonNotToWait(Duration time);

  /**
   * Blocks.
   *
   * @return the reason if the wait was cut short
   */
  Optional<EndReason> await(Duration time);
}
