package dev.mulligan.notify.channel.url;

/** A channel URL that is not understood. Its message is for people and holds no secret. */
public final class ChannelUrlException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public ChannelUrlException(String message) {
    super(message);
  }
}
