package dev.mulligan.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.http.HttpSettings;
import dev.mulligan.notify.Alert;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.notify.group.Outgoing;
import dev.mulligan.notify.lane.DeliveryTerms;
import dev.mulligan.notify.lane.Lanes;
import dev.mulligan.notify.registry.ChannelSources;
import dev.mulligan.notify.registry.NamedChannel;
import dev.mulligan.notify.registry.NotificationSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentChannelsTest {

  private final LogLines log = new LogLines();

  @Test
  void everyVariableMakesItsChannel() {
    List<NamedChannel> channels =
        channels(
            Map.of(
                "NOTIFICATION_SLACK_WEBHOOK", "hooks.slack.com/services/T/B/X",
                "NOTIFICATION_DISCORD_WEBHOOK", "discord.com/api/webhooks/123/abcdef",
                "NOTIFICATION_TELEGRAM_TOKEN", "123:abcdef",
                "NOTIFICATION_TELEGRAM_CHAT_ID", "-100, @ops",
                "NOTIFICATION_PAGERDUTY_KEY", "0123456789abcdef",
                "NOTIFICATION_WEBHOOK_URL", "https://example.org/hook"));

    assertThat(channels)
        .extracting(NamedChannel::name)
        .containsExactly(
            "NOTIFICATION_SLACK_WEBHOOK",
            "NOTIFICATION_DISCORD_WEBHOOK",
            "NOTIFICATION_TELEGRAM_TOKEN",
            "NOTIFICATION_TELEGRAM_TOKEN",
            "NOTIFICATION_PAGERDUTY_KEY",
            "NOTIFICATION_WEBHOOK_URL");
    assertThat(log.rest()).isEmpty();
  }

  @Test
  void aSchemesUrlIsAsGoodAsANativeOne() {
    List<NamedChannel> channels =
        channels(
            Map.of(
                "NOTIFICATION_SLACK_WEBHOOK", "slack://A/B/C",
                "NOTIFICATION_DISCORD_WEBHOOK", "discord://123/abcdef",
                "NOTIFICATION_TELEGRAM_TOKEN", "tgram://123:abcdef/42",
                "NOTIFICATION_PAGERDUTY_KEY", "pagerduty://0123456789abcdef?region=eu"));

    assertThat(channels).hasSize(4);
    assertThat(log.rest()).isEmpty();
  }

  @Test
  void aSuffixNamesAnotherOfAKindAlsoWhereNumbersAreLeftOut() {
    List<NamedChannel> channels =
        channels(
            Map.of(
                "NOTIFICATION_WEBHOOK_URL_10", "json://ten",
                "NOTIFICATION_WEBHOOK_URL_3", "json://three",
                "NOTIFICATION_WEBHOOK_URL", "json://one",
                "NOTIFICATION_WEBHOOK_URL_1", "json://ignored",
                "NOTIFICATION_WEBHOOK_URL_X", "json://ignored"));

    assertThat(channels)
        .extracting(NamedChannel::name)
        .containsExactly(
            "NOTIFICATION_WEBHOOK_URL",
            "NOTIFICATION_WEBHOOK_URL_3",
            "NOTIFICATION_WEBHOOK_URL_10");
  }

  @Test
  void aHalfFilledOneIsSaidOnceWithTheRemedy() {
    ChannelSources sources =
        new ChannelSources(
            Map.of(
                "NOTIFICATION_TELEGRAM_TOKEN", "123:abcdef",
                "NOTIFICATION_TELEGRAM_CHAT_ID_2", "42"),
            log.log());

    assertThat(sources.channels(NotificationSettings.NONE)).isEmpty();
    assertThat(sources.channels(NotificationSettings.NONE)).isEmpty();

    assertThat(log.rest())
        .containsExactly(
            "WARNING NOTIFICATION_TELEGRAM_TOKEN is ignored: it needs a chat to"
                + " write to; set NOTIFICATION_TELEGRAM_CHAT_ID too",
            "WARNING NOTIFICATION_TELEGRAM_CHAT_ID_2 is ignored: it needs the bot"
                + " that writes; set NOTIFICATION_TELEGRAM_TOKEN_2 too");
  }

  @Test
  void anotherHostThanDiscordsIsRefusedWithoutRepeatingTheAddress() {
    assertThat(channels(Map.of("NOTIFICATION_DISCORD_WEBHOOK", "https://example.org/s3cret")))
        .isEmpty();

    assertThat(log.rest().toString())
        .contains("NOTIFICATION_DISCORD_WEBHOOK", "https://discord.com/api/webhooks/id/token")
        .doesNotContain("s3cret");
  }

  @Test
  void pagerDutyGetsCriticalAlertsWhateverTheirTagsAndNothingElse() {
    NamedChannel pagerDuty = channels(Map.of("NOTIFICATION_PAGERDUTY_KEY", "0123456789")).get(0);

    assertThat(isSentTo(pagerDuty, of(NotificationType.CRITICAL, TagSelection.UNTAGGED))).isTrue();
    assertThat(isSentTo(pagerDuty, of(NotificationType.CRITICAL, TagSelection.parse("ops"))))
        .isTrue();
    assertThat(isSentTo(pagerDuty, of(NotificationType.SECURITY, TagSelection.parse("critical"))))
        .isFalse();
    assertThat(isSentTo(pagerDuty, of(NotificationType.TASK_FAILURE, TagSelection.parse("all"))))
        .isFalse();
    assertThat(pagerDuty.tags()).containsExactly("critical");
  }

  private boolean isSentTo(NamedChannel channel, Notification notification) {
    Lanes lanes =
        new Lanes(
            new NotifierNetwork(HttpSettings.DEFAULTS).network(),
            DeliveryTerms.usual(),
            new CurrentRedactor(),
            new RedactedMessages(new CurrentRedactor()),
            log.log());
    lanes.use(List.of(channel), Optional.empty());
    return !lanes.route(Outgoing.toAll(notification)).lanes().isEmpty();
  }

  private List<NamedChannel> channels(Map<String, String> environment) {
    return new ChannelSources(environment, log.log()).channels(NotificationSettings.NONE);
  }

  private static Notification of(NotificationType type, TagSelection tags) {
    return Notification.of(type, Alert.of("title", "message"), Map.of(), tags);
  }
}
