package dev.mulligan.it;

import dev.mulligan.it.harness.Answer;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A vendor with its own host and the answers from its documentation.
 *
 * @param tooMany its answer to too many requests
 * @param named the least wait that {@code tooMany} demands
 * @param notUnderstood its answer to an invalid request, which a retry would not help
 * @param taken its answer to a message that it accepts
 */
record Vendor(
    String name,
    String url,
    String host,
    Answer tooMany,
    Duration named,
    Answer notUnderstood,
    Answer taken) {

  /** docs.slack.dev/apis/web-api/rate-limits */
  static final Vendor SLACK_WEBHOOK =
      new Vendor(
          "slack webhook",
          "slack://T0/B0/X0",
          "hooks.slack.com",
          Answer.status(
              429,
              "{\"retry_after\":2,\"ok\":false,\"error\":\"rate_limited\"}",
              "Content-Type: application/json",
              "Retry-After: 2"),
          Duration.ofSeconds(2),
          Answer.status(400, "invalid_payload"),
          Answer.status(200, "ok"));

  /** docs.discord.com/developers/topics/rate-limits: the body has the fraction, the header not. */
  static final Vendor DISCORD =
      new Vendor(
          "discord",
          "discord://4174216298/JHMHI8qBe7bk2ZwO5U711o3dV_js",
          "discord.com",
          Answer.status(
              429,
              "{\"message\":\"You are being rate limited.\",\"retry_after\":1.75,\"global\":false}",
              "Content-Type: application/json",
              "Retry-After: 2",
              "X-RateLimit-Limit: 5",
              "X-RateLimit-Remaining: 0",
              "X-RateLimit-Reset-After: 1.75",
              "X-RateLimit-Scope: user"),
          Duration.ofMillis(1_750),
          json(400, "{\"message\":\"Cannot send an empty message\",\"code\":50006}"),
          json(200, "{\"id\":\"1\"}"));

  /** core.telegram.org/bots/api#making-requests and #responseparameters. */
  static final Vendor TELEGRAM =
      new Vendor(
          "telegram",
          "tgram://123456789:abcdefg_hijklmnop/12315544",
          "api.telegram.org",
          json(
              429,
              "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 2\","
                  + "\"parameters\":{\"retry_after\":2}}"),
          Duration.ofSeconds(2),
          json(
              400,
              "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: message text is empty\"}"),
          json(200, "{\"ok\":true,\"result\":{\"message_id\":1}}"));

  private static Answer json(int status, String body) {
    return Answer.status(status, body, "Content-Type: application/json");
  }

  /** As {@link #SLACK_WEBHOOK}, and {@code ok} in every answer. */
  static final Vendor SLACK_BOT =
      new Vendor(
          "slack bot",
          "slack://xoxb-1234-1234-4ddbc191d40ee098cbaae6f3523ada2d/#ops",
          "slack.com",
          Answer.status(
              429,
              "{\"ok\":false,\"error\":\"ratelimited\"}",
              "Content-Type: application/json",
              "Retry-After: 2"),
          Duration.ofSeconds(2),
          json(200, "{\"ok\":false,\"error\":\"no_text\"}"),
          json(200, "{\"ok\":true,\"ts\":\"1405895017.000506\"}"));

  /**
   * developer.pagerduty.com/docs/events-api-v2-overview: it names no time, and asks for half a
   * minute.
   */
  static final Vendor PAGERDUTY =
      new Vendor(
          "pagerduty",
          "pagerduty://0123456789abcdef0123456789abcdef",
          "events.pagerduty.com",
          json(429, "{\"status\":\"throttle exceeded\",\"message\":\"Too many requests\"}"),
          Duration.ofSeconds(30),
          json(400, "{\"status\":\"invalid event\",\"errors\":[\"'payload' is missing\"]}"),
          json(202, "{\"status\":\"success\",\"dedup_key\":\"key\"}"));

  /**
   * spec.matrix.org/latest/client-server-api/#rate-limiting: milliseconds. What it takes is the
   * join before the message too.
   */
  static final Vendor MATRIX =
      new Vendor(
          "matrix",
          "matrixs://an-access-token@matrix.example.org/!room:example.org",
          "matrix.example.org",
          json(
              429,
              "{\"errcode\":\"M_LIMIT_EXCEEDED\",\"error\":\"Too many requests\",\"retry_after_ms\":1750}"),
          Duration.ofMillis(1_750),
          json(403, "{\"errcode\":\"M_FORBIDDEN\",\"error\":\"You are not invited\"}"),
          json(200, "{\"room_id\":\"!room:example.org\",\"event_id\":\"$event\"}"));

  static Stream<Vendor> all() {
    return Stream.of(SLACK_WEBHOOK, SLACK_BOT, DISCORD, TELEGRAM, PAGERDUTY, MATRIX);
  }

  static String[] hosts() {
    return all().map(Vendor::host).distinct().toArray(String[]::new);
  }

  String scheme() {
    return url.substring(0, url.indexOf(':'));
  }

  /** For the names of tests. */
  @Override
  public String toString() {
    return name;
  }
}
