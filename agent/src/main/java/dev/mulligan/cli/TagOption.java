package dev.mulligan.cli;

import dev.mulligan.cli.page.ExitStatus;
import dev.mulligan.notify.TagSelection;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which channels a command is about. */
final class TagOption {

  @Option(
      names = {"-t", "--tag"},
      paramLabel = "T",
      description = {
        "Channels with this tag; several times for channels with any of them.",
        "'all' is every channel."
      })
  private List<String> tags = new ArrayList<>();

  List<String> tags() {
    return List.copyOf(tags);
  }

  /**
   * @throws CommandFailure when it is no tag
   */
  TagSelection selection() throws CommandFailure {
    try {
      return TagSelection.parse(tags);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitStatus.WRONG_INPUT, "--tag: " + e.getMessage());
    }
  }
}
