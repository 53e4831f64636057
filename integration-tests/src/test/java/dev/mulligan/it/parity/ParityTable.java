package dev.mulligan.it.parity;

import dev.mulligan.it.parity.Difference.Side;
import java.util.List;
import java.util.stream.Collectors;

/** Generates the page of the comparison, docs/apprise.md, from the file of differences. */
final class ParityTable {

  private ParityTable() {}

  static String of(ParityFile file) {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Compatibility with Apprise

        Mulligan's channel URLs are those of [Apprise](https://github.com/caronc/apprise). This page lists how the requests of
        the two differ. The integration tests send one notification for each URL with Mulligan's `notify` and with Apprise
        1.2.0 (Debian 12), through a recording proxy. They parse and compare the requests: method, host, path, query, headers
        and fields of the body; e-mails after decoding. The test `AppriseParityTest` fails for a difference that is not in this
        table, and for a listed difference that no longer exists. This page is generated from
        `integration-tests/src/test/resources/apprise-differences.yaml`.

        Differences of every HTTP channel that has the field:

        """);
    file.everywhere()
        .forEach(difference -> page.append("- ").append(line(difference)).append('\n'));
    page.append(
        "\n| Channel | URL | Identical | Differences and reasons |\n| --- | --- | --- | --- |\n");
    file.compared().forEach(channel -> page.append(row(channel)));
    page.append("\nApprise 1.2.0 does not have these channels, or sends nothing for the URL:\n\n");
    page.append("| Channel | URL | Reason |\n| --- | --- | --- |\n");
    file.missing()
        .forEach(
            channel ->
                page.append(
                    "| %s | `%s` | %s |\n"
                        .formatted(channel.name(), cell(channel.url()), channel.why())));
    return page.toString();
  }

  private static String row(Compared channel) {
    List<Difference> differences = channel.differences();
    String differs =
        differences.isEmpty()
            ? "nothing"
            : differences.stream().map(ParityTable::line).collect(Collectors.joining("<br>"));
    String url = "`" + cell(channel.url()) + "`";
    String spelt = channel.appriseUrl().map(text -> "<br>Apprise: `" + cell(text) + "`").orElse("");
    return "| %s | %s | %s | %s |\n"
        .formatted(channel.name(), url + spelt, channel.sends(), differs);
  }

  private static String line(Difference difference) {
    return "`%s`%s: %s".formatted(difference.field(), side(difference.side()), difference.why());
  }

  private static String side(Side side) {
    return switch (side) {
      case OURS -> " (only Mulligan)";
      case APPRISE -> " (only Apprise)";
      case BOTH -> "";
    };
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
