package dev.mulligan.attach.talk;

import java.util.List;

/**
 * A request about the channels of a process: list, add, remove or test.
 *
 * @param channel a URL, which is a secret, or an id; empty where the action needs none
 * @param tags the tags of the channel to add, or of the channels to test
 */
public record ChannelOrder(Action action, String channel, List<String> tags) {

  /** The action on the channels. */
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

  /** Omits the URL, which is a secret. */
  @Override
  public String toString() {
    return "ChannelOrder[" + action + "]";
  }
}
