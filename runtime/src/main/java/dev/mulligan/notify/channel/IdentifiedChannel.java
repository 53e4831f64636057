package dev.mulligan.notify.channel;

/** A channel whose masked URL and secrets come from its {@link ChannelIdentity}. */
public abstract class IdentifiedChannel implements Channel {

  private final ChannelIdentity identity;

  public IdentifiedChannel(ChannelIdentity identity) {
    this.identity = identity;
  }

  @Override
  public final String maskedUrl() {
    return identity.masked();
  }

  @Override
  public final String hideSecrets(String text) {
    return identity.secrets().hide(text);
  }

  public final ChannelIdentity identity() {
    return identity;
  }
}
