package dev.mulligan.guard.limit;

import dev.mulligan.retry.failure.EndReason;
import java.time.Duration;
import java.util.Optional;

/** Keeps a caller waiting. */
public interface Waiting {

  /** Why the caller can't wait for so long: it is an event loop, or the agent leaves. */
  Optional<EndReason> hindrance(Duration time);

  /** Gives the reason where the waiting was cut short. */
  Optional<EndReason> await(Duration time);
}
