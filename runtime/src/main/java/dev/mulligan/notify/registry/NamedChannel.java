package dev.mulligan.notify.registry;

import dev.mulligan.notify.TagSelection;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.content.Templates;
import java.time.Duration;
import java.util.Set;

/**
 * A channel and its configuration.
 *
 * @param id for people to type; the same for all targets of a URL
 * @param name for people: its place in the rule file, or an environment variable
 * @param key identifies the channel; contains secrets
 */
public record NamedChannel(
    String id,
    String name,
    String key,
    Set<String> tags,
    Reach reach,
    Templates templates,
    Channel channel) {

  /** Which notifications a channel receives. */
  public enum Reach {
    /** Those that its tags select. */
    BY_TAGS,
    /** Critical alerts and their resolutions only, whatever their tags. */
    CRITICAL_ALERTS
  }

  /** Whether it receives notifications at once, outside of any escalation chain. */
  public boolean isApart() {
    return reach == Reach.CRITICAL_ALERTS || TagSelection.joinsAlways(tags);
  }

  public ChannelInfo info() {
    return new ChannelInfo(id, name, channel.maskedUrl(), tags);
  }

  public DeliveryResult result(boolean delivered, int tries, Duration took, String answer) {
    return new DeliveryResult(id, name, channel.maskedUrl(), tags, delivered, tries, took, answer);
  }

  /** Omits the key. */
  @Override
  public String toString() {
    return name + " (" + channel.maskedUrl() + ")";
  }
}
