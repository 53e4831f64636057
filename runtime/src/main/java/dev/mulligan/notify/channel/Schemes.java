package dev.mulligan.notify.channel;

import java.util.List;

/** Every scheme, and the channel behind it. A new channel is a class and a line here. */
final class Schemes {

  /** In the order in which people are told of them. */
  static final List<String> NAMES =
      List.of(
          "slack",
          "discord",
          "tgram",
          "pagerduty",
          "alertmanager",
          "alertmanagers",
          "opsgenie",
          "jira",
          "splunk",
          "victorops",
          "json",
          "jsons",
          "form",
          "forms",
          "xml",
          "xmls",
          "http",
          "https");

  private Schemes() {}

  /**
   * One channel for each target.
   *
   * @throws ChannelUrlException when the scheme's channel does not understand the URL
   */
  static List<Channel> channels(ChannelUrl url) {
    return switch (url.scheme()) {
      case "slack" ->
          SlackBotChannel.isBot(url) ? SlackBotChannel.of(url) : SlackWebhookChannel.of(url);
      case "discord" -> List.of(DiscordChannel.of(url));
      case "tgram" -> TelegramChannel.of(url);
      case "pagerduty" -> List.of(PagerDutyChannel.of(url));
      case "alertmanager", "alertmanagers" -> AlertmanagerChannel.of(url);
      case "opsgenie", "jira" -> List.of(OpsgenieChannel.of(url));
      case "splunk", "victorops" -> List.of(SplunkChannel.of(url));
      case "json", "jsons" -> List.of(JsonWebhookChannel.of(url));
      case "form", "forms" -> List.of(FormWebhookChannel.of(url));
      case "xml", "xmls" -> List.of(XmlWebhookChannel.of(url));
      default -> throw new ChannelUrlException("unknown channel scheme '" + url.scheme() + "'");
    };
  }
}
