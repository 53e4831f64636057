package dev.mulligan.cli.demo;

/**
 * An event of the demonstration.
 *
 * @param millis the time since the demonstration began
 */
public record Event(long millis, Source source, String text) {

  /** The participant that caused the event. */
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

  /** Receives events as they happen, from any thread. */
  public interface Listener {
    void happened(Source source, String text);
  }
}
