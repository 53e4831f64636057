package dev.mulligan.notify.channel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationSeverity;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.Notifications;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.content.Body;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.content.MessageWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Asks channels what they would send and what they make of an answer. */
public final class Probe {

  private Probe() {}

  public static HttpRequest request(String url) {
    return request(url, Messages.critical());
  }

  public static HttpRequest request(String url, Message message) {
    return http(url).request(message);
  }

  public static JsonObject json(String url) {
    return json(request(url));
  }

  public static JsonObject json(String url, Message message) {
    return json(request(url, message));
  }

  public static JsonObject json(HttpRequest request) {
    JsonElement parsed = JsonParser.parseString(request.body());
    return parsed.isJsonArray()
        ? parsed.getAsJsonArray().get(0).getAsJsonObject()
        : parsed.getAsJsonObject();
  }

  /** The fields of a form. */
  public static Map<String, String> form(HttpRequest request) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : request.body().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      fields.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  /** A field of a form, which must be there. */
  public static String field(HttpRequest request, String name) {
    return Objects.requireNonNull(form(request).get(name), name);
  }

  public static DeliveryOutcome judge(String url, int status, String body) {
    return judge(url, status, body, Map.of());
  }

  static DeliveryOutcome judge(String url, int status, String body, Map<String, String> headers) {
    return http(url).judge(new HttpAnswer(status, body, headers));
  }

  public static Optional<Duration> hint(DeliveryOutcome outcome) {
    return outcome instanceof DeliveryOutcome.RetryLater later ? later.hint() : Optional.empty();
  }

  public static List<String> masked(String url) {
    return Channels.of(url).stream().map(Channel::maskedUrl).toList();
  }

  public static Message of(NotificationType type) {
    return message(Notifications.of(type, Notifications.failedCharge()));
  }

  public static Message of(NotificationSeverity severity) {
    return message(Notifications.critical().withSeverity(severity));
  }

  public static Message resolved() {
    return message(Notifications.critical().resolved(Notifications.TIME.plusSeconds(60), 7));
  }

  /** Of texts of one's own. */
  public static Message saying(String title, String body) {
    return new Message(Notifications.critical(), Messages.PROCESS, title, Body.of(body));
  }

  /** Far more than any receiver takes, of characters of four bytes in UTF-8. */
  public static Message huge() {
    return saying("😀".repeat(5_000), "😀".repeat(100_000));
  }

  private static Message message(Notification notification) {
    return MessageWriter.write(notification, Messages.PROCESS);
  }

  private static HttpChannel http(String url) {
    return (HttpChannel) Channels.of(url).get(0);
  }
}
