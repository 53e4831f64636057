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
 * What every HTTP channel has: how it is shown, what of it is secret, and what its requests need.
 *
 * @param masked for people; holds no secret
 */
public record ChannelIdentity(String masked, SecretMask secrets, RequestOptions options) {

  /**
   * Shown as the table of schemes says: the host too, where it is no secret.
   *
   * @param secrets besides user, password and the values of headers and query parameters
   * @throws ChannelUrlException when a standard argument is not understood
   */
  public static ChannelIdentity of(ChannelUrl url, Collection<String> secrets) {
    if (url.kind().secret().includeHost()) {
      return of(url, SecretMask.MASK, secrets);
    }
    String hidden = secrets.isEmpty() ? "" : "/" + SecretMask.MASK;
    return of(url, url.maskedLogin() + url.authority() + hidden, secrets);
  }

  /**
   * @param shown what may be seen of the URL behind the scheme
   * @param secrets besides user, password and the values of headers and query parameters
   * @throws ChannelUrlException when a standard argument is not understood
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
   * That of a channel at an address of the user's own.
   *
   * @throws ChannelUrlException when a standard argument is not understood
   */
  public static ChannelIdentity of(ChannelUrl url, HttpAddress address) {
    return new ChannelIdentity(address.masked(), address.secrets(), StandardArguments.options(url));
  }

  /** That of a native URL, whose query is the receiver's. */
  public static ChannelIdentity ofNative(HttpAddress address) {
    return new ChannelIdentity(address.masked(), address.secrets(), RequestOptions.USUAL);
  }

  /** With one secret more. */
  public ChannelIdentity hiding(String secret) {
    return new ChannelIdentity(masked, secrets.and(secret), options);
  }

  /** The same for one of its targets. */
  public ChannelIdentity at(String target) {
    return new ChannelIdentity(masked + "/" + target, secrets, options);
  }
}
