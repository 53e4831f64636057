package dev.mulligan.notify.registry;

import dev.mulligan.http.HttpSettings;
import dev.mulligan.notify.content.Templates;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rule file's {@code notifications} block. */
public record NotificationSettings(
    List<Channel> channels, List<Pattern> redact, HttpSettings http, DeliverySettings delivery) {

  public static final NotificationSettings NONE =
      new NotificationSettings(
          List.of(), List.of(), HttpSettings.DEFAULTS, DeliverySettings.DEFAULTS);

  /** With the usual delivery. */
  public NotificationSettings(List<Channel> channels, List<Pattern> redact, HttpSettings http) {
    this(channels, redact, http, DeliverySettings.DEFAULTS);
  }

  public NotificationSettings {
    channels = List.copyOf(channels);
    redact = List.copyOf(redact);
  }

  /**
   * @param url as written, placeholders resolved: holds secrets, never to be logged
   * @param templates the user's own words for it
   */
  public record Channel(String url, Set<String> tags, Templates templates) {

    public Channel {
      tags = Set.copyOf(tags);
    }

    public Channel(String url, Set<String> tags) {
      this(url, tags, Templates.NONE);
    }

    /** Without the URL, which is a secret. */
    @Override
    public String toString() {
      return "Channel[tags=" + tags + "]";
    }
  }
}
