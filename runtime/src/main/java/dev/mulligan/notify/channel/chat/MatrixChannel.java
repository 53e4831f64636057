package dev.mulligan.notify.channel.chat;

import dev.mulligan.http.HttpAnswer;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.ChannelIdentity;
import dev.mulligan.notify.channel.ChannelTargets;
import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.HttpVerdict;
import dev.mulligan.notify.channel.IdentifiedChannel;
import dev.mulligan.notify.channel.Network;
import dev.mulligan.notify.channel.VendorJson;
import dev.mulligan.notify.channel.url.Arguments;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.url.HttpAddress;
import dev.mulligan.notify.content.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A channel to a Matrix room, by version 3 of the client-server API: {@code
 * matrix[s]://user:password@host[:port]/#room[/!id:host…][?msgtype=notice]} logs in and out, {@code
 * matrix[s]://token@host/#room} uses an access token. The notification's id is the transaction id:
 * with an access token the server drops duplicates.
 */
public final class MatrixChannel extends IdentifiedChannel {

  private static final double MILLIS = 1_000;

  private final HttpAddress api;
  private final Optional<String> password;
  private final String userOrToken;
  private final String homeserver;
  private final String room;
  private final String type;

  private MatrixChannel(
      ChannelIdentity identity, ChannelUrl url, String userOrToken, String room, String type) {
    super(identity);
    this.api = HttpAddress.ofServer(url, List.of("_matrix", "client", "v3"));
    this.password = url.password();
    this.userOrToken = userOrToken;
    this.homeserver = url.host();
    this.room = room;
    this.type = type;
  }

  /**
   * Creates one channel for each room.
   *
   * @throws ChannelUrlException if the URL has no host, no user or token, or no room
   */
  public static List<Channel> of(ChannelUrl url) {
    Arguments.requireKnown(url, List.of("msgtype", "to", "token"));
    Arguments.requireNoPrefixed(url);
    boolean hasToken = !url.argument("token").isEmpty() || url.password().isEmpty();
    String userOrToken = url.firstOf("token").orElse(url.user().orElse(""));
    ChannelUrl login = hasToken ? url.withoutLogin() : url;
    ChannelIdentity whole = ChannelIdentity.of(url, ChannelTargets.of(url, List.of(), "token"));
    String type = type(url);
    List<Channel> rooms = new ArrayList<>();
    for (String room : ChannelTargets.of(url, url.pathParts(), "to")) {
      rooms.add(new MatrixChannel(whole.at(room), login, userOrToken, room, type));
    }
    if (rooms.isEmpty() || userOrToken.isEmpty() || !Arguments.isPrintableAscii(userOrToken)) {
      throw new ChannelUrlException(
          "a "
              + url.scheme()
              + ":// URL is "
              + url.scheme()
              + "://user:password@host/#room or "
              + url.scheme()
              + "://token@host/#room");
    }
    return rooms;
  }

  @Override
  public DeliveryOutcome send(Message message, Network network) throws IOException {
    MatrixSession stranger = new MatrixSession(network.http(), identity().options(), api, "");
    if (password.isEmpty()) {
      return post(message, stranger.with(userOrToken), homeserver);
    }
    HttpAnswer login = stranger.login(userOrToken, password.get());
    String token = VendorJson.of(login).text("access_token").orElse("");
    if (!login.isSuccessful() || token.isEmpty()) {
      return notDelivered(login, "login");
    }
    MatrixSession session = stranger.with(token);
    DeliveryOutcome outcome = post(message, session, homeserverOf(login));
    logout(session);
    return outcome;
  }

  private DeliveryOutcome post(Message message, MatrixSession session, String server)
      throws IOException {
    boolean isId = room.startsWith("!");
    String alias = room.startsWith("#") || isId ? room : "#" + room;
    HttpAnswer join = session.join(isId || alias.contains(":") ? alias : alias + ":" + server);
    String id = VendorJson.of(join).text("room_id").orElse("");
    if (!join.isSuccessful() || id.isEmpty()) {
      return notDelivered(join, "join");
    }
    String transaction = message.notification().id();
    return judge(session.put(id, transaction, MatrixBody.of(message, type)));
  }

  private static void logout(MatrixSession session) {
    try {
      session.logout();
    } catch (IOException e) {
      // The message was already delivered or refused.
    }
  }

  private static DeliveryOutcome notDelivered(HttpAnswer answer, String step) {
    DeliveryOutcome outcome = judge(answer);
    return outcome instanceof DeliveryOutcome.Delivered
        ? new DeliveryOutcome.ChannelFailed(
            "the Matrix server's answer to the " + step + " cannot be parsed")
        : outcome.ofChannel();
  }

  private static DeliveryOutcome judge(HttpAnswer answer) {
    return HttpVerdict.of(
        answer,
        VendorJson.of(answer)
            .number("retry_after_ms")
            .map(millis -> VendorJson.seconds(millis / MILLIS)));
  }

  /** Returns the server of {@code @user:server}, which completes room names without a server. */
  private String homeserverOf(HttpAnswer login) {
    String user = VendorJson.of(login).text("user_id").orElse("");
    int colon = user.indexOf(':');
    return colon < 0 ? homeserver : user.substring(colon + 1);
  }

  private static String type(ChannelUrl url) {
    return switch (url.argument("msgtype")) {
      case "", "text" -> "m.text";
      case "notice" -> "m.notice";
      default ->
          throw new ChannelUrlException(
              "the " + url.scheme() + ":// URL's msgtype must be text or notice");
    };
  }
}
