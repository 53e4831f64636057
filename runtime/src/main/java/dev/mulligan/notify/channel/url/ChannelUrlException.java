package dev.mulligan.notify.channel.url;

/** Thrown if a channel URL is invalid. Its message is for people and contains no secret. */
public final class ChannelUrlException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public ChannelUrlException(String message) {
    super(message);
  }
}
