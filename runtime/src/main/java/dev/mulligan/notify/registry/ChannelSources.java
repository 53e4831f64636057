package dev.mulligan.notify.registry;

import dev.mulligan.log.Log;
import dev.mulligan.notify.channel.Channel;
import dev.mulligan.notify.channel.catalog.Channels;
import dev.mulligan.notify.channel.url.ChannelUrlException;
import dev.mulligan.notify.content.Templates;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the channels of the rule file, then those of the environment, then those added at run
 * time. Guarded by the service.
 */
public final class ChannelSources {

  private static final String ADDED = "added at run time";

  private final Map<String, String> environment;
  private final Log log;
  private final ChannelIds ids = new ChannelIds();
  private final RuntimeChannels runtime = new RuntimeChannels();
  private final Set<String> lastUrls = new LinkedHashSet<>();

  public ChannelSources(Map<String, String> environment, Log log) {
    this.environment = environment;
    this.log = log;
  }

  /** Returns a short id for people to type. */
  public String idOf(String url) {
    return ids.of(url);
  }

  /**
   * Adds a channel.
   *
   * @throws ChannelUrlException if the URL is invalid
   */
  public void add(String url, Set<String> tags) {
    Channels.of(url); // throws before anything changes
    runtime.add(url, tags);
  }

  /**
   * Removes the channels in use with this URL or id.
   *
   * @return false if there is none
   */
  public boolean remove(String urlOrId) {
    boolean isKnown = false;
    for (String url : lastUrls) {
      if (ids.matches(urlOrId, url)) {
        runtime.remove(url);
        isKnown = true;
      }
    }
    return isKnown;
  }

  /** Returns the channels; an invalid one is logged and omitted. */
  public List<NamedChannel> channels(NotificationSettings settings) {
    lastUrls.clear();
    List<NamedChannel> found = new ArrayList<>();
    int number = 1;
    for (NotificationSettings.Channel channel : settings.channels()) {
      addFromRuleFile(found, "channel " + number++, channel);
    }
    for (EnvironmentChannels.Named named : EnvironmentChannels.of(environment, log)) {
      if (!runtime.overrides(named.url()) && !isKnown(found, named.url())) {
        add(
            found,
            named.variable(),
            named.url(),
            named.tags(),
            named.reach(),
            Templates.NONE,
            named.channels());
      }
    }
    for (Map.Entry<String, Set<String>> added : runtime.added().entrySet()) {
      String url = added.getKey();
      List<Channel> channels = Channels.of(url);
      NamedChannel.Reach reach = NamedChannel.Reach.BY_TAGS;
      add(found, ADDED, url, added.getValue(), reach, Templates.NONE, channels);
    }
    return found;
  }

  private void addFromRuleFile(
      List<NamedChannel> found, String name, NotificationSettings.Channel written) {
    String url = written.url().strip();
    if (runtime.overrides(url)) {
      return;
    }
    try {
      add(
          found,
          name,
          url,
          written.tags(),
          NamedChannel.Reach.BY_TAGS,
          written.templates(),
          Channels.of(url));
    } catch (ChannelUrlException e) {
      log.warning("Notifications do not go to " + name + ": " + e.getMessage());
    }
  }

  private void add(
      List<NamedChannel> found,
      String name,
      String url,
      Set<String> tags,
      NamedChannel.Reach reach,
      Templates templates,
      List<Channel> channels) {
    lastUrls.add(url);
    for (int target = 0; target < channels.size(); target++) {
      found.add(
          new NamedChannel(
              ids.of(url), name, keyOf(url, target), tags, reach, templates, channels.get(target)));
    }
  }

  private static boolean isKnown(List<NamedChannel> found, String url) {
    for (NamedChannel channel : found) {
      if (channel.key().equals(keyOf(url, 0))) {
        return true;
      }
    }
    return false;
  }

  private static String keyOf(String url, int target) {
    return target + " " + url;
  }
}
