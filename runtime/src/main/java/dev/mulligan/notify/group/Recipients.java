package dev.mulligan.notify.group;

import dev.mulligan.notify.channel.Channel;

/** Which of the channels that a notification's tags select get it. */
public enum Recipients {
  ALL {
    @Override
    public boolean includes(Channel channel) {
      return true;
    }
  },
  /** All but the last ones here: they know nothing to keep or to resolve. */
  WITHOUT_INCIDENTS {
    @Override
    public boolean includes(Channel channel) {
      return !channel.keepsIncidents();
    }
  },
  /** Those that forget what is not repeated. */
  REPEATED {
    @Override
    public boolean includes(Channel channel) {
      return channel.repeatInterval().isPresent();
    }
  },
  /** Those that keep an incident open until its own fingerprint is resolved. */
  WITH_INCIDENTS {
    @Override
    public boolean includes(Channel channel) {
      return channel.keepsIncidents();
    }
  };

  public abstract boolean includes(Channel channel);
}
