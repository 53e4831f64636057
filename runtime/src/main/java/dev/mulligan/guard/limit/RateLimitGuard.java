package dev.mulligan.guard.limit;

import dev.failsafe.RateLimiter;
import dev.mulligan.guard.settings.RateLimitSettings;
import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.text.HumanDuration;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** A rate limit, on Failsafe's bursty rate limiter. Permits are never returned. */
public final class RateLimitGuard implements Guard {

  private final RateLimitSettings settings;
  private final Waiting waiting;
  private final RateLimiter<Object> limiter;
  private final LongAdder refused = new LongAdder();

  public RateLimitGuard(RateLimitSettings settings, Waiting waiting) {
    this.settings = settings;
    this.waiting = waiting;
    this.limiter = RateLimiter.burstyBuilder(settings.permits(), settings.period()).build();
  }

  @Override
  public boolean tryEnter() {
    return limiter.tryAcquirePermit();
  }

  /**
   * Reserves a permit and then waits for it as in a back-off. A detach ends the wait, and the call
   * is admitted.
   */
  @Override
  public boolean enter() {
    Duration wait = reserve();
    if (wait.isNegative()) {
      return false;
    }
    Optional<EndReason> cutShort = wait.isZero() ? Optional.empty() : waiting.await(wait);
    return cutShort.isEmpty() || cutShort.get() == EndReason.SHUTDOWN;
  }

  /**
   * Reserves a permit.
   *
   * @return how long to wait for it; negative if there is none
   */
  Duration reserve() {
    return limiter.tryReservePermit(settings.maxWait());
  }

  @Override
  public void leave(Verdict verdict) {}

  @Override
  public String refuse() {
    refused.increment();
    return "its rate limit of "
        + settings.permits()
        + " in "
        + HumanDuration.of(settings.period())
        + " is used up";
  }

  public GuardSnapshot.RateLimit snapshot() {
    return new GuardSnapshot.RateLimit(
        settings.permits(), settings.period().toMillis(), refused.sum());
  }
}
