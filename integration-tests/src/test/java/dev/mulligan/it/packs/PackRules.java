package dev.mulligan.it.packs;

import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.NotificationReceiver;
import dev.mulligan.it.harness.RuleFile;
import java.nio.file.Path;

/** A rule file with a pack, and a faster or slower strategy under the pack's strategy name. */
final class PackRules {

  private PackRules() {}

  static Path quick(Path folder, String pack, String strategy, NotificationReceiver receiver) {
    return delayed(folder, pack, strategy, "20ms", receiver);
  }

  /**
   * @param delay between attempts
   */
  static Path delayed(
      Path folder, String pack, String strategy, String delay, NotificationReceiver receiver) {
    return RuleFile.in(
        folder,
        """
        version: 1
        include: pack:%s
        strategies:
          %s:
            extends: %s
            backoff: {type: fixed, initial: %s, jitter: none}
        notifications:
          channels: [{url: "json://%s/hook"}]
        """
            .formatted(pack, strategy, strategy, delay, receiver.address()));
  }

  /** For a pack that does not alert by itself. */
  static Path alerting(Path folder, String pack, String strategy, NotificationReceiver receiver) {
    return RuleFile.in(
        folder,
        """
        version: 1
        include: pack:%s
        strategies:
          %s:
            extends: %s
            backoff: {type: fixed, initial: 20ms, jitter: none}
            on-failure: {notify: true}
        notifications:
          channels: [{url: "json://%s/hook"}]
        """
            .formatted(pack, strategy, strategy, receiver.address()));
  }

  /** What an application printed behind these words. */
  static String said(Finished finished, String words) {
    return finished.out().stream()
        .filter(line -> line.startsWith(words))
        .findFirst()
        .orElseThrow()
        .substring(words.length());
  }

  /** As it is. */
  static Path only(Path folder, String pack) {
    return RuleFile.in(folder, "version: 1\ninclude: pack:" + pack + "\n");
  }
}
