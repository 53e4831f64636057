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
  /** Those that keep an incident open until its own fingerprint is resolved. */
  KEEPERS_OF_INCIDENTS {
    @Override
    boolean includes(Channel channel) {
      return channel.keepsIncidents();
    }
  };

  abstract boolean includes(Channel channel);
}
