package dev.mulligan.notify.delivery;

import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.content.Templates;
import java.util.Set;

/**
 * A channel and where it was asked for.
 *
 * @param name for people: its place in the rule file, or the environment's variable
 * @param key tells the channel from all others; holds secrets
 */
record NamedChannel(
    String name, String key, Set<String> tags, Templates templates, Channel channel) {

  /** Without the key. */
  @Override
  public String toString() {
    return name + " (" + channel.maskedUrl() + ")";
  }
}
