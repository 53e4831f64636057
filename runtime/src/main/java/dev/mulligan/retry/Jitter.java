package dev.mulligan.retry;

import java.time.Duration;

/** How a delay is spread, so that many callers do not return at once. */
public sealed interface Jitter {

  record None() implements Jitter {}

  record Full() implements Jitter {}

  record Equal() implements Jitter {}

  /** ± factor·delay, factor from 0 to 1. */
  record Factor(double factor) implements Jitter {}

  /** ± spread, the delay never below zero. */
  record Spread(Duration spread) implements Jitter {}
}
