package dev.mulligan.attach.report;

import java.util.List;
import java.util.Optional;

/**
 * The channels of a process after a channel request.
 *
 * @param added the id of the channel that was added
 * @param targets the answer of each target of a test
 */
public record ChannelsReport(
    List<Entry> channels, Optional<String> added, List<TargetReport> targets) {

  /**
   * A channel in use.
   *
   * @param origin where the channel is configured
   * @param url masked, without secrets
   */
  public record Entry(String id, String origin, String url, List<String> tags) {}
}
