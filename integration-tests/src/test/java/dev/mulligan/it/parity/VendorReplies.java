package dev.mulligan.it.parity;

import dev.mulligan.it.harness.ReceivedRequest;
import dev.mulligan.it.harness.Reply;
import java.util.Map;

/** The answers of each vendor to an accepted request, according to its documentation. */
final class VendorReplies {

  /** By the end of the URL's host and path. */
  private static final Map<String, Reply> REPLIES =
      Map.ofEntries(
          Map.entry("/api/chat.postMessage", Reply.json(200, "{\"ok\":true,\"ts\":\"1.2\"}")),
          Map.entry("/sendMessage", Reply.json(200, "{\"ok\":true,\"result\":{\"message_id\":1}}")),
          Map.entry("/v2/enqueue", Reply.json(202, "{\"status\":\"success\",\"dedup_key\":\"k\"}")),
          Map.entry("/v2/alerts", Reply.json(202, "{\"result\":\"Request will be processed\"}")),
          Map.entry("/messages.json", Reply.json(200, "{\"status\":1,\"request\":\"r\"}")),
          Map.entry("/login", Reply.json(200, login())),
          Map.entry("/Messages.json", Reply.json(201, "{\"sid\":\"SM1\",\"status\":\"queued\"}")),
          Map.entry("/api/v1/messages", Reply.json(200, "{\"result\":\"success\",\"id\":1}")),
          Map.entry("/message", Reply.json(200, "{\"id\":1}")));

  private VendorReplies() {}

  static Reply to(ReceivedRequest request) {
    String path = request.target().replaceFirst("\\?.*", "").replaceFirst("^\\w+://[^/]*", "");
    String host = request.header("host").orElse("");
    if (host.equals("discord.com")) {
      return new Reply(204, Map.of(), "");
    }
    if (path.startsWith("/_matrix/") && !path.endsWith("/login")) {
      return Reply.json(200, "{\"room_id\":\"!room:example.org\",\"event_id\":\"$event\"}");
    }
    if (host.startsWith("sns.")) {
      return new Reply(200, Map.of("Content-Type", "text/xml"), "<PublishResponse/>");
    }
    return REPLIES.entrySet().stream()
        .filter(entry -> path.endsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Reply.OK);
  }

  /** Of Matrix and of Rocket.Chat at once. */
  private static String login() {
    return "{\"access_token\":\"token\",\"home_server\":\"example.org\",\"user_id\":\"@u:example.org\","
        + "\"status\":\"success\",\"data\":{\"authToken\":\"token\",\"userId\":\"user\"}}";
  }
}
