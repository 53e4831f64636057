package dev.mulligan.cli;

import dev.mulligan.cli.page.ExitStatus;
import dev.mulligan.notify.TagSelection;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that selects channels by tag. */
final class TagOption {

  @Option(
      names = {"-t", "--tag"},
      paramLabel = "T",
      description = {
        "Selects the channels with this tag. Repeat it to select channels with any of several tags.",
        "'all' selects every channel."
      })
  private List<String> tags = new ArrayList<>();

  List<String> tags() {
    return List.copyOf(tags);
  }

  /**
   * @throws CommandFailure when a tag is invalid
   */
  TagSelection selection() throws CommandFailure {
    try {
      return TagSelection.parse(tags);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitStatus.WRONG_INPUT, "--tag: " + e.getMessage());
    }
  }
}
