package dev.mulligan.notify.channel;

/** A channel URL that is not understood. Its message is for people and holds no secret. */
public final class ChannelUrlException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  ChannelUrlException(String message) {
    super(message);
  }
}
