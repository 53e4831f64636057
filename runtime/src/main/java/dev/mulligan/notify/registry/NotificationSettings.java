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

  /** Creates settings with the default delivery. */
  public NotificationSettings(List<Channel> channels, List<Pattern> redact, HttpSettings http) {
    this(channels, redact, http, DeliverySettings.DEFAULTS);
  }

  public NotificationSettings {
    channels = List.copyOf(channels);
    redact = List.copyOf(redact);
  }

  /**
   * A channel in the rule file.
   *
   * @param url as written, with placeholders resolved; contains secrets, never log it
   * @param templates the user's own texts
   */
  public record Channel(String url, Set<String> tags, Templates templates) {

    public Channel {
      tags = Set.copyOf(tags);
    }

    public Channel(String url, Set<String> tags) {
      this(url, tags, Templates.NONE);
    }

    /** Omits the URL, which is secret. */
    @Override
    public String toString() {
      return "Channel[tags=" + tags + "]";
    }
  }
}
