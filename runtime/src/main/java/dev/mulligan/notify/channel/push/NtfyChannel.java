package dev.mulligan.notify.channel.push;

import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.ChannelTargets;
import dev.mulligan.notify.channel.HttpChannel;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.url.HttpAddress;
import dev.mulligan.notify.content.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A channel to an ntfy topic (docs.ntfy.sh/publish): {@code
 * ntfy[s]://[user:password@|token@]host[:port]/topic[/topic…]}, {@code ntfy://topic} of ntfy.sh, or
 * its native {@code https://ntfy.sh/topic}.
 */
public final class NtfyChannel extends HttpChannel {

  private static final String CLOUD = "ntfy.sh";
  private static final String TOKEN_START = "tk_";

  private final HttpAddress address;
  private final Optional<String> token;
  private final NtfyBody body;
  private final String actions;

  private NtfyChannel(
      ChannelIdentity identity,
      HttpAddress address,
      Optional<String> token,
      NtfyBody body,
      String actions) {
    super(identity);
    this.address = address;
    this.token = token;
    this.body = body;
    this.actions = actions;
  }

  /**
   * Creates one channel for each topic.
   *
   * @throws ChannelUrlException if the URL has no topic, or is invalid
   */
  public static List<Channel> of(ChannelUrl url) {
    Arguments.requireKnown(url, NtfyBody.ARGUMENTS);
    Arguments.requireNoPrefixed(url);
    boolean isCloud = isCloud(url);
    List<String> inPath = isCloud && url.pathParts().isEmpty() ? topic(url) : url.pathParts();
    ChannelUrl server = isCloud ? url.withScheme("ntfys").at(CLOUD, OptionalInt.empty(), "") : url;
    List<Channel> channels = new ArrayList<>();
    for (String topic : ChannelTargets.of(url, inPath, "to")) {
      channels.add(
          new NtfyChannel(
              // Anyone who knows a topic can read it.
              ChannelIdentity.of(server, List.of(topic, url.argument("token"))),
              HttpAddress.ofServer(server, List.of()),
              token(url),
              NtfyBody.of(url, topic),
              printable(url, "actions")));
    }
    if (channels.isEmpty()) {
      throw new ChannelUrlException(
          "the " + url.scheme() + ":// URL names no topic; it is " + url.example());
    }
    return channels;
  }

  /** Whether the URL is a topic at ntfy.sh. */
  public static boolean isNative(ChannelUrl url, String host) {
    return host.equals(CLOUD) && url.pathParts().size() == 1;
  }

  /**
   * @param url for which {@link #isNative} is true
   * @throws ChannelUrlException if it has unknown arguments
   */
  public static List<Channel> ofNative(ChannelUrl url) {
    return of(url.withScheme("ntfys"));
  }

  @Override
  public HttpRequest request(Message message) {
    HttpRequest request = HttpRequest.json(address.below("/"), body.of(message).toString());
    HttpRequest complete = actions.isEmpty() ? request : request.with("X-Actions", actions);
    return token.isPresent()
        ? complete.with("Authorization", "Bearer " + token.get())
        : address.authorize(complete);
  }

  private static boolean isCloud(ChannelUrl url) {
    String mode = url.argument("mode");
    if (!mode.isEmpty() && !mode.equals("cloud") && !mode.equals("private")) {
      throw new ChannelUrlException(
          "the " + url.scheme() + ":// URL's mode must be cloud or private");
    }
    boolean isTopicAlone = url.pathParts().isEmpty() && url.argument("to").isEmpty();
    return mode.isEmpty() ? isTopicAlone && !url.host().isEmpty() : mode.equals("cloud");
  }

  private static List<String> topic(ChannelUrl url) {
    return url.host().isEmpty() || url.host().equals(CLOUD) ? List.of() : List.of(url.host());
  }

  private static Optional<String> token(ChannelUrl url) {
    Optional<String> named = url.firstOf("token");
    Optional<String> login = url.password().isPresent() ? url.password() : url.user();
    boolean isToken = login.isPresent() && login.get().startsWith(TOKEN_START);
    Optional<String> token = named.isPresent() ? named : isToken ? login : Optional.empty();
    if (token.isPresent() && !Arguments.isPrintableAscii(token.get())) {
      throw new ChannelUrlException(
          "the " + url.scheme() + ":// URL's token is not a valid ntfy token");
    }
    return token;
  }

  private static String printable(ChannelUrl url, String argument) {
    if (!Arguments.isPrintableAscii(url.argument(argument))) {
      throw new ChannelUrlException(
          "the "
              + url.scheme()
              + ":// URL's argument '"
              + argument
              + "' contains characters that a header cannot contain (printable ASCII only)");
    }
    return url.argument(argument);
  }
}
