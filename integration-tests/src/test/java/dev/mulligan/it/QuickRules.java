package dev.mulligan.it;

import dev.mulligan.it.harness.RuleFile;
import java.nio.file.Path;

/** A rule file with one rule: three attempts, 20 ms apart, no notification. */
final class QuickRules {

  private QuickRules() {}

  static Path matching(Path folder, String pattern) {
    return RuleFile.in(
        folder,
        """
        version: 1
        rules:
          - name: quick
            match: "%s"
            strategy:
              max-attempts: 3
              backoff: {type: fixed, initial: 20ms, jitter: none}
              on-failure: {notify: false}
        """
            .formatted(pattern));
  }
}
