package dev.mulligan.agent;

import dev.mulligan.attach.report.ChannelsReport;
import dev.mulligan.attach.report.TargetReport;
import dev.mulligan.attach.talk.ChannelOrder;
import dev.mulligan.attach.talk.Refusal;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.notify.Tags;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.delivery.NotificationService;
import java.util.List;
import java.util.Optional;

/** Executes the command line's channel requests: list, add, remove, test. */
final class ChannelCommands {

  private final NotificationService service;

  ChannelCommands(NotificationService service) {
    this.service = service;
  }

  ChannelsReport serve(ChannelOrder order) throws Refusal {
    try {
      return switch (order.action()) {
        case LIST -> report(Optional.empty(), List.of());
        case ADD -> added(order);
        case REMOVE -> removed(order);
        case TEST -> tested(order);
      };
    } catch (ChannelUrlException e) {
      throw new Refusal("The channel was not added: " + e.getMessage() + ".", List.of());
    } catch (IllegalArgumentException e) {
      throw new Refusal("Nothing was changed: " + e.getMessage() + ".", List.of());
    }
  }

  private ChannelsReport added(ChannelOrder order) {
    String id = service.addChannel(order.channel(), Tags.parse(order.tags()));
    return report(Optional.of(id), List.of());
  }

  private ChannelsReport removed(ChannelOrder order) throws Refusal {
    if (!service.removeChannel(order.channel())) {
      // The message does not repeat the requested channel: it may be a URL with a secret.
      throw new Refusal(
          "No channel has this URL or id. The command 'channels PID' lists the channels.",
          List.of());
    }
    return report(Optional.empty(), List.of());
  }

  private ChannelsReport tested(ChannelOrder order) {
    TagSelection tags = TagSelection.parse(order.tags());
    return report(Optional.empty(), service.test(tags).stream().map(TargetReport::of).toList());
  }

  private ChannelsReport report(Optional<String> added, List<TargetReport> targets) {
    return new ChannelsReport(
        service.health().stream().map(Reports::channel).toList(), added, targets);
  }
}
