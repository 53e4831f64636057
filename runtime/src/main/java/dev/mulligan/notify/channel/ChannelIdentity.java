package dev.mulligan.notify.channel;

import dev.mulligan.http.RequestOptions;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.url.HttpAddress;
import dev.mulligan.notify.channel.url.SecretMask;
import dev.mulligan.notify.channel.url.StandardArguments;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The common properties of channels: the masked URL, the secrets, and the request options.
 *
 * @param masked for people; contains no secret
 */
public record ChannelIdentity(String masked, SecretMask secrets, RequestOptions options) {

  /**
   * Creates the identity according to the table of schemes: the host is shown if it is not secret.
   *
   * @param secrets besides user, password and the values of headers and query parameters
   * @throws ChannelUrlException if a standard argument is invalid
   */
  public static ChannelIdentity of(ChannelUrl url, Collection<String> secrets) {
    if (url.kind().secret().includeHost()) {
      return of(url, SecretMask.MASK, secrets);
    }
    String hidden = secrets.isEmpty() ? "" : "/" + SecretMask.MASK;
    return of(url, url.maskedLogin() + url.authority() + hidden, secrets);
  }

  /**
   * Creates the identity with a given visible part.
   *
   * @param shown the visible part of the URL after the scheme
   * @param secrets besides user, password and the values of headers and query parameters
   * @throws ChannelUrlException if a standard argument is invalid
   */
  public static ChannelIdentity of(ChannelUrl url, String shown, Collection<String> secrets) {
    List<String> all = new ArrayList<>(secrets);
    all.add(url.user().orElse(""));
    all.add(url.password().orElse(""));
    all.addAll(url.headers().values());
    all.addAll(url.parameters().values());
    return new ChannelIdentity(
        url.scheme() + "://" + shown, new SecretMask(all), StandardArguments.options(url));
  }

  /**
   * Creates the identity of a channel at a server of the user's own.
   *
   * @throws ChannelUrlException if a standard argument is invalid
   */
  public static ChannelIdentity of(ChannelUrl url, HttpAddress address) {
    return new ChannelIdentity(address.masked(), address.secrets(), StandardArguments.options(url));
  }

  /** Creates the identity of a native URL, whose query belongs to the receiver. */
  public static ChannelIdentity ofNative(HttpAddress address) {
    return new ChannelIdentity(address.masked(), address.secrets(), RequestOptions.USUAL);
  }

  /** Returns a copy with an additional secret. */
  public ChannelIdentity hiding(String secret) {
    return new ChannelIdentity(masked, secrets.and(secret), options);
  }

  /** Returns the identity of one of the channel's targets. */
  public ChannelIdentity at(String target) {
    return new ChannelIdentity(masked + "/" + target, secrets, options);
  }
}
