package dev.mulligan.notify.channel.chat;

import com.google.gson.JsonObject;
import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.http.HttpTransport;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.ChannelTargets;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.IdentifiedChannel;
import dev.mulligan.notify.channel.Network;
import dev.mulligan.notify.channel.VendorJson;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.url.HttpAddress;
import dev.mulligan.notify.content.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A channel that posts as a user of Rocket.Chat: it logs in, posts and logs out
 * (developer.rocket.chat/apidocs/login-with-username-and-password, post-message): {@code
 * rocket[s]://user:password@host[:port]/#channel[/@user/room-id…]}.
 */
final class RocketChatLoginChannel extends IdentifiedChannel {

  private final HttpAddress api;
  private final String user;
  private final String password;
  private final String target;

  private RocketChatLoginChannel(
      ChannelIdentity identity, HttpAddress api, String user, String password, String target) {
    super(identity);
    this.api = api;
    this.user = user;
    this.password = password;
    this.target = target;
  }

  /**
   * Creates one channel for each target.
   *
   * @param url with user and password
   * @throws ChannelUrlException if the URL has no host or no target
   */
  static List<Channel> of(ChannelUrl url) {
    List<Channel> channels = new ArrayList<>();
    HttpAddress api = HttpAddress.ofServer(url, List.of("api", "v1"));
    ChannelIdentity whole = ChannelIdentity.of(url, List.of());
    for (String target : ChannelTargets.of(url, url.pathParts(), "to")) {
      channels.add(
          new RocketChatLoginChannel(
              whole.at(target), api, url.user().orElse(""), url.password().orElse(""), target));
    }
    if (channels.isEmpty()) {
      throw new ChannelUrlException(
          "the " + url.scheme() + ":// URL names no target: user:password@host/#channel");
    }
    return channels;
  }

  @Override
  public DeliveryOutcome send(Message message, Network network) throws IOException {
    HttpTransport http = network.http();
    HttpAnswer login = post(http, "/login", credentials(), Map.of());
    VendorJson session = VendorJson.of(login).inside("data");
    String token = session.text("authToken").orElse("");
    String id = session.text("userId").orElse("");
    if (!login.isSuccessful() || token.isEmpty() || id.isEmpty()) {
      DeliveryOutcome verdict = RocketChatBody.judge(login);
      return verdict instanceof DeliveryOutcome.Delivered
          ? new DeliveryOutcome.ChannelFailed("Rocket.Chat's login returned no token")
          : verdict.ofChannel();
    }
    Map<String, String> headers = Map.of("X-Auth-Token", token, "X-User-Id", id);
    DeliveryOutcome outcome =
        RocketChatBody.judge(
            post(http, "/chat.postMessage", RocketChatBody.of(message, target), headers));
    logout(http, headers);
    return outcome;
  }

  private void logout(HttpTransport http, Map<String, String> headers) {
    try {
      post(http, "/logout", new JsonObject(), headers);
    } catch (IOException e) {
      // The message was already delivered or refused, and the session expires by itself.
    }
  }

  private HttpAnswer post(
      HttpTransport http, String method, JsonObject body, Map<String, String> headers)
      throws IOException {
    return http.send(
        HttpRequest.json(api.below(method), body.toString())
            .with(headers)
            .with(identity().options()));
  }

  private JsonObject credentials() {
    JsonObject credentials = new JsonObject();
    credentials.addProperty("user", user);
    credentials.addProperty("password", password);
    return credentials;
  }
}
