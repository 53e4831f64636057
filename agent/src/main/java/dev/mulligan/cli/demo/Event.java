package dev.mulligan.cli.demo;

/**
 * Something that happened.
 *
 * @param millis since the demonstration began
 */
public record Event(long millis, Source source, String text) {

  /** Where it happened. */
  public enum Source {
    /** The flaky price service. */
    SERVICE,
    /** The agent inside the program's JVM. */
    AGENT,
    /** The unchanged program. */
    SHOP,
    /** The receiver of notifications. */
    WEBHOOK
  }

  /** Takes events as they happen, from any thread. */
  public interface Listener {
    void happened(Source source, String text);
  }
}
