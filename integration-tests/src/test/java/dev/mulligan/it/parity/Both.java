package dev.mulligan.it.parity;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.Apprise;
import dev.mulligan.it.harness.CapturingProxy;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.RuleFile;
import java.nio.file.Path;

/** Sends the same notification by this product's {@code notify} and by Apprise. */
final class Both {

  /** With what each format has to escape, and what some vendors take for a mention. */
  static final String TITLE = "Payments: 3 < 5 & é";

  static final String BODY = "Line one <b>bold</b> & *star*\nline two @everyone";

  private final Wires wires;
  private final Apprise apprise;
  private final Path folder;

  Both(Wires wires, Path folder) {
    this.wires = wires;
    this.apprise = Apprise.through(wires.proxy());
    this.folder = folder;
  }

  Apprise apprise() {
    return apprise;
  }

  /** What came of ours for the URL. */
  Fields ours(String url) {
    CapturingProxy proxy = wires.proxy();
    String rules =
        """
        version: 1
        notifications:
          http: {proxy: "%s", trust: "%s"}
          channels:
            - url: "%s"
              # Nothing but the words of the command: what is added to them otherwise is not Apprise's to know.
              templates: {default: {title: "{subject}", body: "{message}"}}
        """
            .formatted(proxy.url(), proxy.authority().certificate(), wires.filled(url));
    Finished finished =
        AgentCli.on(Jdk.running())
            .run(
                "notify",
                RuleFile.in(folder, rules).toString(),
                "--title",
                TITLE,
                "--body",
                BODY,
                "--type",
                "critical");
    return sent(finished.report());
  }

  /** What came of Apprise's for the URL. */
  Fields theirs(String url) {
    return sent(apprise.send(wires.filled(url), TITLE, BODY, "failure"));
  }

  /** Whether Apprise sends something for the URL. */
  boolean appriseSends(String url) {
    apprise.send(wires.filled(url), TITLE, BODY, "failure");
    return !wires.taken().values().isEmpty();
  }

  private Fields sent(String report) {
    Fields taken = wires.taken();
    if (taken.values().isEmpty()) {
      throw new AssertionError("nothing was sent. " + report);
    }
    return taken;
  }
}
