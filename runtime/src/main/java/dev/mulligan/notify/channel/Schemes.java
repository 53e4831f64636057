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
          "mailto",
          "mailtos",
          "alertmanager",
          "alertmanagers",
          "opsgenie",
          "jira",
          "splunk",
          "victorops",
          "workflows",
          "workflow",
          "gchat",
          "mmost",
          "mmosts",
          "rocket",
          "rockets",
          "ntfy",
          "ntfys",
          "gotify",
          "gotifys",
          "pover",
          "zulip",
          "matrix",
          "matrixs",
          "twilio",
          "sns",
          "apprise",
          "apprises",
          "rsyslog",
          "signl4",
          "lark",
          "feishu",
          "spike",
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
      case "mailto", "mailtos" -> EmailChannel.of(url);
      case "alertmanager", "alertmanagers" -> AlertmanagerChannel.of(url);
      case "opsgenie", "jira" -> List.of(OpsgenieChannel.of(url));
      case "splunk", "victorops" -> List.of(SplunkChannel.of(url));
      case "workflows", "workflow" -> List.of(TeamsChannel.of(url));
      case "gchat" -> List.of(GoogleChatChannel.of(url));
      case "mmost", "mmosts" -> MattermostChannel.of(url);
      case "rocket", "rockets" -> RocketChatWebhookChannel.of(url);
      case "ntfy", "ntfys" -> NtfyChannel.of(url);
      case "gotify", "gotifys" -> List.of(GotifyChannel.of(url));
      case "pover" -> PushoverChannel.of(url);
      case "zulip" -> ZulipChannel.of(url);
      case "matrix", "matrixs" -> MatrixChannel.of(url);
      case "twilio" -> TwilioChannel.of(url);
      case "sns" -> SnsChannel.of(url);
      case "apprise", "apprises" -> List.of(AppriseApiChannel.of(url));
      case "rsyslog" -> List.of(SyslogChannel.of(url));
      case "signl4" -> List.of(new Signl4Channel(url));
      case "lark", "feishu" -> List.of(new LarkChannel(url));
      case "spike" -> List.of(new SpikeChannel(url));
      case "json", "jsons" -> List.of(JsonWebhookChannel.of(url));
      case "form", "forms" -> List.of(FormWebhookChannel.of(url));
      case "xml", "xmls" -> List.of(XmlWebhookChannel.of(url));
      default -> throw new ChannelUrlException("unknown channel scheme '" + url.scheme() + "'");
    };
  }
}
