package dev.mulligan.guard.limit;

import dev.failsafe.RateLimiter;
import dev.mulligan.guard.settings.RateLimitSettings;
import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.text.HumanDuration;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Failsafe's bursty rate limiter. A permit that was given is used up. */
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
   * Reserves first and then waits as in a back-off: a detach ends that, and whoever waits then is
   * not refused any more.
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

  /** How long the caller must wait for its permit, which is used up; negative: there is none. */
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
