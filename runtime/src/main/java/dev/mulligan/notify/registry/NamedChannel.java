package dev.mulligan.notify.registry;

import dev.mulligan.notify.TagSelection;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.content.Templates;
import java.time.Duration;
import java.util.Set;

/**
 * A channel and where it was asked for.
 *
 * @param id for people to type; the same for all targets of a URL
 * @param name for people: its place in the rule file, or the environment's variable
 * @param key identifies the channel; holds secrets
 */
public record NamedChannel(
    String id,
    String name,
    String key,
    Set<String> tags,
    Reach reach,
    Templates templates,
    Channel channel) {

  /** What a channel is for. */
  public enum Reach {
    /** What its tags select. */
    BY_TAGS,
    /** Critical alerts and their end, whatever their tags, and nothing else. */
    CRITICAL_ALERTS
  }

  /** Whether it gets what it takes at once, whatever becomes of the others in a chain. */
  public boolean isApart() {
    return reach == Reach.CRITICAL_ALERTS || TagSelection.joinsAlways(tags);
  }

  public ChannelInfo info() {
    return new ChannelInfo(id, name, channel.maskedUrl(), tags);
  }

  public DeliveryResult result(boolean delivered, int tries, Duration took, String answer) {
    return new DeliveryResult(id, name, channel.maskedUrl(), tags, delivered, tries, took, answer);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return name + " (" + channel.maskedUrl() + ")";
  }
}
