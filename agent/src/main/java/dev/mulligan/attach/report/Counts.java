package dev.mulligan.attach.report;

/**
 * Counts of the calls whose first attempt failed; calls that succeeded at once are not counted.
 *
 * @param attempts of such calls, the first one included
 * @param retries attempts after the first
 * @param recovered calls that succeeded after a retry
 * @param exhausted calls that failed after their last attempt, or that could not be retried
 * @param sleeping calls that wait for their next attempt right now
 * @param sleptMillis time spent waiting, over all calls
 */
public record Counts(
    long attempts, long retries, long recovered, long exhausted, long sleeping, long sleptMillis) {

  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

  public Counts plus(Counts other) {
    return new Counts(
        attempts + other.attempts,
        retries + other.retries,
        recovered + other.recovered,
        exhausted + other.exhausted,
        sleeping + other.sleeping,
        sleptMillis + other.sleptMillis);
  }
}
