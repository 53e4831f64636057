package dev.mulligan.attach.report;

import java.util.List;
import java.util.Optional;

/**
 * The channels of a process, once what was asked is done.
 *
 * @param added the id of the channel that was added
 * @param targets what each target of a test answered
 */
public record ChannelsReport(
    List<Entry> channels, Optional<String> added, List<TargetReport> targets) {

  /**
   * A channel in use.
   *
   * @param origin where it comes from
   * @param url masked: no secret in it
   */
  public record Entry(String id, String origin, String url, List<String> tags) {}
}
