package dev.mulligan.notify.delivery;

import dev.mulligan.notify.channel.Channel;

/** Which of the channels that a notification's tags select get it. */
enum Audience {
  ALL {
    @Override
    boolean includes(Channel channel) {
      return true;
    }
  },
  /** All but the last ones here: they know nothing to keep or to resolve. */
  READERS {
    @Override
    boolean includes(Channel channel) {
      return !channel.keepsIncidents();
    }
  },
  /** Those that must be told over and over of what lasts. */
  REPEATED {
    @Override
    boolean includes(Channel channel) {
      return channel.repeatInterval().isPresent();
    }
  },
  /** Those that keep an incident open until its own fingerprint is resolved. */
  KEEPERS_OF_INCIDENTS {
    @Override
    boolean includes(Channel channel) {
      return channel.keepsIncidents();
    }
  };

  abstract boolean includes(Channel channel);
}
