package dev.mulligan.rules.source;

import java.util.Optional;

/** A mistake after which the rest of a file cannot be read. */
public final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Place place;
  private final String complaint;
  private final transient Optional<String> suggestion;

  public UnreadableException(Place place, String message) {
    this(place, message, Optional.empty());
  }

  public UnreadableException(Place place, String message, Optional<String> suggestion) {
    super(message);
    this.place = place;
    this.complaint = message;
    this.suggestion = suggestion;
  }

  public void report(Problems problems) {
    problems.error(place, complaint, suggestion);
  }
}
