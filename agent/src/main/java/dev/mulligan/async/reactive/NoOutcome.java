package dev.mulligan.async.reactive;

import java.io.Serial;

/**
 * Takes the place of an attempt's outcome in a library that goes on after failures only: there is
 * none, because the attempt has yet to be made or its time was over.
 */
final class NoOutcome extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private NoOutcome(String message) {
    super(message, null, false, false);
  }

  static NoOutcome yet() {
    return new NoOutcome("the call waits for its turn");
  }

  static NoOutcome inTime() {
    return new NoOutcome("the attempt took too long");
  }
}
