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
    List<ChannelReport> channels, Optional<String> added, List<TargetReport> targets) {}
