package dev.mulligan.notify.delivery;

import dev.mulligan.log.Log;
import dev.mulligan.notify.NotificationSettings;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.ChannelUrlException;
import dev.mulligan.notify.channel.Channels;
import dev.mulligan.notify.content.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The channels of the rule file, then those of the environment. */
final class ChannelSources {

  private static final String SLACK_VARIABLE = "NOTIFICATION_SLACK_WEBHOOK";
  private static final String WEBHOOK_VARIABLE = "NOTIFICATION_WEBHOOK_URL";

  private final Log log;
  private final List<NamedChannel> found = new ArrayList<>();

  private ChannelSources(Log log) {
    this.log = log;
  }

  /** What is not understood is left out and reported. */
  static List<NamedChannel> of(
      NotificationSettings settings, Map<String, String> environment, Log log) {
    ChannelSources sources = new ChannelSources(log);
    int number = 1;
    for (NotificationSettings.Channel channel : settings.channels()) {
      sources.addFromRuleFile("channel " + number++, channel);
    }
    sources.addFromEnvironment(SLACK_VARIABLE, environment);
    sources.addFromEnvironment(WEBHOOK_VARIABLE, environment);
    return sources.found;
  }

  private void addFromRuleFile(String name, NotificationSettings.Channel written) {
    try {
      add(
          name,
          written.url().strip(),
          written.tags(),
          written.templates(),
          Channels.of(written.url()));
    } catch (ChannelUrlException e) {
      report(name, e);
    }
  }

  private void addFromEnvironment(String variable, Map<String, String> environment) {
    String url = environment.getOrDefault(variable, "").strip();
    if (url.isEmpty() || isKnown(url)) {
      return;
    }
    try {
      boolean isSlack = variable.equals(SLACK_VARIABLE);
      add(
          variable,
          url,
          Set.of(),
          Templates.NONE,
          isSlack ? Channels.slackWebhook(url) : Channels.of(url));
    } catch (ChannelUrlException e) {
      report(variable, e);
    }
  }

  private void add(
      String name, String url, Set<String> tags, Templates templates, List<Channel> channels) {
    for (int target = 0; target < channels.size(); target++) {
      found.add(new NamedChannel(name, keyOf(url, target), tags, templates, channels.get(target)));
    }
  }

  private boolean isKnown(String url) {
    for (NamedChannel channel : found) {
      if (channel.key().equals(keyOf(url, 0))) {
        return true;
      }
    }
    return false;
  }

  private void report(String name, ChannelUrlException mistake) {
    log.warning("Notifications do not go to " + name + ": " + mistake.getMessage());
  }

  private static String keyOf(String url, int target) {
    return target + " " + url;
  }
}
