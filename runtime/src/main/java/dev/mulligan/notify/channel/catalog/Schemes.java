package dev.mulligan.notify.channel.catalog;

import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.chat.DiscordChannel;
import dev.mulligan.notify.channel.chat.GoogleChatChannel;
import dev.mulligan.notify.channel.chat.LarkChannel;
import dev.mulligan.notify.channel.chat.MatrixChannel;
import dev.mulligan.notify.channel.chat.MattermostChannel;
import dev.mulligan.notify.channel.chat.RocketChatWebhookChannel;
import dev.mulligan.notify.channel.chat.SlackBotChannel;
import dev.mulligan.notify.channel.chat.SlackWebhookChannel;
import dev.mulligan.notify.channel.chat.TeamsChannel;
import dev.mulligan.notify.channel.chat.ZulipChannel;
import dev.mulligan.notify.channel.email.EmailChannel;
import dev.mulligan.notify.channel.incident.AlertmanagerChannel;
import dev.mulligan.notify.channel.incident.OpsgenieChannel;
import dev.mulligan.notify.channel.incident.PagerDutyChannel;
import dev.mulligan.notify.channel.incident.Signl4Channel;
import dev.mulligan.notify.channel.incident.SpikeChannel;
import dev.mulligan.notify.channel.incident.SplunkChannel;
import dev.mulligan.notify.channel.push.GotifyChannel;
import dev.mulligan.notify.channel.push.NtfyChannel;
import dev.mulligan.notify.channel.push.PushoverChannel;
import dev.mulligan.notify.channel.push.SnsChannel;
import dev.mulligan.notify.channel.push.TwilioChannel;
import dev.mulligan.notify.channel.telegram.TelegramChannel;
import dev.mulligan.notify.channel.url.ChannelUrl;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.channel.webhook.AppriseApiChannel;
import dev.mulligan.notify.channel.webhook.FormWebhookChannel;
import dev.mulligan.notify.channel.webhook.JsonWebhookChannel;
import dev.mulligan.notify.channel.webhook.SyslogChannel;
import dev.mulligan.notify.channel.webhook.XmlWebhookChannel;
import dev.mulligan.scheme.ChannelScheme;
import java.util.ArrayList;
import java.util.List;

/** Creates the channels of each scheme. */
final class Schemes {

  private Schemes() {}

  /** Returns all schemes, in the order in which messages list them. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (ChannelScheme scheme : ChannelScheme.values()) {
      names.addAll(scheme.names());
    }
    return names;
  }

  /**
   * Creates one channel for each target.
   *
   * @param url of any scheme except a native URL, whose channel depends on the host
   * @throws ChannelUrlException if the URL is invalid for the scheme
   */
  static List<Channel> channels(ChannelScheme scheme, ChannelUrl url) {
    return switch (scheme) {
      case SLACK ->
          SlackBotChannel.isBot(url) ? SlackBotChannel.of(url) : SlackWebhookChannel.of(url);
      case DISCORD -> List.of(DiscordChannel.of(url));
      case TELEGRAM -> TelegramChannel.of(url);
      case PAGERDUTY -> List.of(PagerDutyChannel.of(url));
      case MAIL -> EmailChannel.of(url);
      case ALERTMANAGER -> AlertmanagerChannel.of(url);
      case OPSGENIE, JIRA -> List.of(OpsgenieChannel.of(url));
      case SPLUNK -> List.of(SplunkChannel.of(url));
      case TEAMS -> List.of(TeamsChannel.of(url));
      case GOOGLE_CHAT -> List.of(GoogleChatChannel.of(url));
      case MATTERMOST -> MattermostChannel.of(url);
      case ROCKET_CHAT -> RocketChatWebhookChannel.of(url);
      case NTFY -> NtfyChannel.of(url);
      case GOTIFY -> List.of(GotifyChannel.of(url));
      case PUSHOVER -> PushoverChannel.of(url);
      case ZULIP -> ZulipChannel.of(url);
      case MATRIX -> MatrixChannel.of(url);
      case TWILIO -> TwilioChannel.of(url);
      case SNS -> SnsChannel.of(url);
      case APPRISE -> List.of(AppriseApiChannel.of(url));
      case SYSLOG -> List.of(SyslogChannel.of(url));
      case SIGNL4 -> List.of(new Signl4Channel(url));
      case LARK, FEISHU -> List.of(new LarkChannel(url, scheme));
      case SPIKE -> List.of(new SpikeChannel(url));
      case JSON -> List.of(JsonWebhookChannel.of(url));
      case FORM -> List.of(FormWebhookChannel.of(url));
      case XML -> List.of(XmlWebhookChannel.of(url));
      case NATIVE -> throw new IllegalArgumentException("not a URL of a channel's own scheme");
    };
  }
}
