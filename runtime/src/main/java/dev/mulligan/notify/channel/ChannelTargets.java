package dev.mulligan.notify.channel;

import dev.mulligan.notify.channel.url.ChannelUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * Parses the targets of a channel's URL. Each target becomes a channel of its own, so that a retry
 * repeats only the failed one.
 */
public final class ChannelTargets {

  private ChannelTargets() {}

  /**
   * @param inPath the targets in the URL's path
   * @param arguments the names of arguments with further targets, separated by commas or blanks, as
   *     in Apprise
   * @return in the order written, without duplicates
   */
  public static List<String> of(ChannelUrl url, List<String> inPath, String... arguments) {
    List<String> targets = new ArrayList<>();
    for (String target : inPath) {
      add(targets, target);
    }
    for (String argument : arguments) {
      // No regular expression: the JDK implements them with lambdas.
      StringTokenizer named = new StringTokenizer(url.argument(argument), ", ");
      while (named.hasMoreTokens()) {
        add(targets, named.nextToken());
      }
    }
    return targets;
  }

  private static void add(List<String> targets, String target) {
    if (!target.isEmpty() && !targets.contains(target)) {
      targets.add(target);
    }
  }
}
