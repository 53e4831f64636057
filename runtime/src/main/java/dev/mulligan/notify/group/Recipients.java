package dev.mulligan.notify.group;

import dev.mulligan.notify.channel.Channel;

/** Which of the selected channels receive a notification. */
public enum Recipients {
  ALL {
    @Override
    public boolean includes(Channel channel) {
      return true;
    }
  },
  /** All channels that keep no incidents and so have nothing to resolve. */
  WITHOUT_INCIDENTS {
    @Override
    public boolean includes(Channel channel) {
      return !channel.keepsIncidents();
    }
  },
  /** The channels that need repeats of a continuing incident. */
  REPEATED {
    @Override
    public boolean includes(Channel channel) {
      return channel.repeatInterval().isPresent();
    }
  },
  /** The channels that keep an incident open until its own fingerprint is resolved. */
  WITH_INCIDENTS {
    @Override
    public boolean includes(Channel channel) {
      return channel.keepsIncidents();
    }
  };

  public abstract boolean includes(Channel channel);
}
