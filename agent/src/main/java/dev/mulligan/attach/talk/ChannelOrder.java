package dev.mulligan.attach.talk;

import java.util.List;

/**
 * What a person wants of the channels of a process.
 *
 * @param channel a URL, which is a secret, or an id; empty where none is needed
 * @param tags of the channel to add, or of those to test
 */
public record ChannelOrder(Action action, String channel, List<String> tags) {

  /** What is to be done. */
  public enum Action {
    LIST,
    ADD,
    REMOVE,
    TEST
  }

  public static final ChannelOrder LIST = new ChannelOrder(Action.LIST, "", List.of());

  public ChannelOrder {
    tags = List.copyOf(tags);
  }

  /** Without the URL. */
  @Override
  public String toString() {
    return "ChannelOrder[" + action + "]";
  }
}
