package dev.mulligan.rules.source;

/** A mistake after which the rest of a file can't be read. */
final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Place place;
  private final String complaint;

  UnreadableException(Place place, String message) {
    super(message);
    this.place = place;
    this.complaint = message;
  }

  void report(Problems problems) {
    problems.error(place, complaint);
  }
}
