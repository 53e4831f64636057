package dev.mulligan.async.reactive;

import java.io.Serial;

/**
 * Signals to a library, which retries failures only, that an attempt has no outcome: it has not
 * begun, or it timed out.
 */
final class NoOutcome extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private NoOutcome(String message) {
    super(message, null, false, false);
  }

  static NoOutcome yet() {
    return new NoOutcome("the call waits for its first attempt");
  }

  static NoOutcome inTime() {
    return new NoOutcome("the attempt took too long");
  }
}
