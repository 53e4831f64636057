package dev.mulligan.rules.source;

import java.util.Optional;

/** A mistake after which the rest of a file can't be read. */
final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Place place;
  private final String complaint;
  private final transient Optional<String> suggestion;

  UnreadableException(Place place, String message) {
    this(place, message, Optional.empty());
  }

  UnreadableException(Place place, String message, Optional<String> suggestion) {
    super(message);
    this.place = place;
    this.complaint = message;
    this.suggestion = suggestion;
  }

  void report(Problems problems) {
    problems.error(place, complaint, suggestion);
  }
}
