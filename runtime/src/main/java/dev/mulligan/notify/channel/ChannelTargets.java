package dev.mulligan.notify.channel;

import dev.mulligan.notify.channel.url.ChannelUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * To whom a channel's URL sends: each is a channel, so that a retry repeats only the failed one.
 */
public final class ChannelTargets {

  private ChannelTargets() {}

  /**
   * @param inPath those of the URL's path
   * @param arguments those that name more of them, separated by commas or blanks, as in Apprise
   * @return in the order written, each once
   */
  public static List<String> of(ChannelUrl url, List<String> inPath, String... arguments) {
    List<String> targets = new ArrayList<>();
    for (String target : inPath) {
      add(targets, target);
    }
    for (String argument : arguments) {
      // No regular expression: the JDK's are made of lambdas.
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
