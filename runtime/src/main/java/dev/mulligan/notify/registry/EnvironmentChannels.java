package dev.mulligan.notify.registry;

import dev.mulligan.log.Log;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeSet;

/**
 * Reads channels from environment variables; they work without any rule file. A second channel of a
 * kind has the suffix {@code _2}, and so on.
 */
final class EnvironmentChannels {

  private static final String PREFIX = "NOTIFICATION_";
  private static final int LONGEST_NUMBER = 4;
  private static final String TELEGRAM_TOKEN = PREFIX + "TELEGRAM_TOKEN";
  private static final String TELEGRAM_CHAT = PREFIX + "TELEGRAM_CHAT_ID";

  private final Map<String, String> environment;
  private final Log log;
  private final List<Named> found = new ArrayList<>();

  /** The kinds of channels, by environment variable. */
  private enum Kind {
    EMAIL(PREFIX + "EMAIL_URL"),
    SLACK(PREFIX + "SLACK_WEBHOOK"),
    DISCORD(PREFIX + "DISCORD_WEBHOOK"),
    TELEGRAM(TELEGRAM_TOKEN),
    PAGERDUTY(PREFIX + "PAGERDUTY_KEY"),
    WEBHOOK(PREFIX + "WEBHOOK_URL");

    private final String variable;

    Kind(String variable) {
      this.variable = variable;
    }

    List<Channel> channels(String value) {
      return switch (this) {
        case SLACK -> Channels.slackWebhook(value);
        case DISCORD -> Channels.discordWebhook(value);
        case PAGERDUTY -> Channels.of(isUrl(value) ? value : "pagerduty://" + value);
        case EMAIL, TELEGRAM, WEBHOOK -> Channels.of(value);
      };
    }
  }

  /**
   * A channel and its variable.
   *
   * @param url as written, or derived from the value; contains secrets
   */
  record Named(String variable, String url, NamedChannel.Reach reach, List<Channel> channels) {

    /** The tags to show to people; the reach decides what the channel receives. */
    Set<String> tags() {
      return reach == NamedChannel.Reach.CRITICAL_ALERTS ? Set.of("critical") : Set.of();
    }
  }

  private EnvironmentChannels(Map<String, String> environment, Log log) {
    this.environment = environment;
    this.log = log;
  }

  /** Returns the channels. An incomplete or invalid one is omitted, with one warning. */
  static List<Named> of(Map<String, String> environment, Log log) {
    EnvironmentChannels channels = new EnvironmentChannels(environment, log);
    for (Kind kind : Kind.values()) {
      for (int number : channels.numbers(kind.variable)) {
        channels.add(kind, suffix(number));
      }
    }
    for (int number : channels.numbers(TELEGRAM_CHAT)) {
      channels.requireToken(suffix(number));
    }
    return channels.found;
  }

  /** Returns the numeric suffixes of a variable in order; 1 for the name alone. */
  private Iterable<Integer> numbers(String variable) {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (String name : environment.keySet()) {
      if (name.equals(variable)) {
        numbers.add(1);
      } else if (name.startsWith(variable + "_")) {
        addNumber(numbers, name.substring(variable.length() + 1));
      }
    }
    return numbers;
  }

  /** No regular expression: this may run before the application has started. */
  private static void addNumber(Set<Integer> numbers, String text) {
    boolean isNumber = !text.isEmpty() && text.length() <= LONGEST_NUMBER;
    for (int i = 0; i < text.length(); i++) {
      isNumber &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    if (isNumber && text.charAt(0) != '0' && Integer.parseInt(text) > 1) {
      numbers.add(Integer.parseInt(text));
    }
  }

  private void add(Kind kind, String suffix) {
    String variable = kind.variable + suffix;
    String value = value(variable);
    if (value.isEmpty()) {
      return;
    }
    String url = kind == Kind.TELEGRAM ? telegramUrl(value, suffix) : value;
    if (url.isEmpty()) {
      warnIgnored(variable, "it needs a chat to write to; set " + TELEGRAM_CHAT + suffix + " too");
      return;
    }
    try {
      NamedChannel.Reach reach =
          kind == Kind.PAGERDUTY ? NamedChannel.Reach.CRITICAL_ALERTS : NamedChannel.Reach.BY_TAGS;
      found.add(new Named(variable, url, reach, kind.channels(url)));
    } catch (ChannelUrlException e) {
      warnIgnored(variable, String.valueOf(e.getMessage()));
    }
  }

  /** Warns once, because the environment does not change when the rule file is reloaded. */
  private void warnIgnored(String variable, String reason) {
    log.warnOnce(variable + " is ignored: " + reason);
  }

  /** Returns an empty text if the chat is missing. */
  private String telegramUrl(String token, String suffix) {
    String chats = value(TELEGRAM_CHAT + suffix);
    if (isUrl(token) || chats.isEmpty()) {
      return isUrl(token) ? token : "";
    }
    StringBuilder url = new StringBuilder("tgram://" + token);
    StringTokenizer each = new StringTokenizer(chats, ", \t\n");
    while (each.hasMoreTokens()) {
      url.append('/').append(each.nextToken());
    }
    return url.toString();
  }

  private void requireToken(String suffix) {
    if (!value(TELEGRAM_CHAT + suffix).isEmpty() && value(TELEGRAM_TOKEN + suffix).isEmpty()) {
      warnIgnored(
          TELEGRAM_CHAT + suffix,
          "it needs the bot that writes; set " + TELEGRAM_TOKEN + suffix + " too");
    }
  }

  private String value(String variable) {
    return environment.getOrDefault(variable, "").strip();
  }

  private static boolean isUrl(String value) {
    return value.contains("://");
  }

  private static String suffix(int number) {
    return number == 1 ? "" : "_" + number;
  }
}
