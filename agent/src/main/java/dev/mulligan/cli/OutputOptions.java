package dev.mulligan.cli;

import dev.mulligan.cli.console.Format;
import picocli.CommandLine.Option;

/** The options that every command has. */
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
