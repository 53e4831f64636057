package dev.mulligan.cli;

import dev.mulligan.cli.console.Format;
import picocli.CommandLine.Option;

/** What every command understands. */
final class OutputOptions {

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean help;

  Format format() {
    return json ? Format.JSON : Format.TEXT;
  }
}
