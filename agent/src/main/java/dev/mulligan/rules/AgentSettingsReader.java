package dev.mulligan.rules;

import dev.mulligan.log.Log;
import dev.mulligan.rules.source.Problems;
import java.io.File;
import java.util.Optional;

/** Reads the {@code agent} block. */
final class AgentSettingsReader {

  private final StormReader storm;
  private final Problems problems;
  private final Values values;

  AgentSettingsReader(StormReader storm, Problems problems) {
    this.storm = storm;
    this.problems = problems;
    this.values = new Values(problems);
  }

  AgentSettings read(Field agent) {
    Optional<Block> block = Block.of(agent.value(), Keys.AGENT, "'agent'", problems);
    if (block.isPresent()) {
      storm.readAgent(block.get());
    }
    Optional<Field> log = block.isEmpty() ? Optional.empty() : block.get().fullField("log");
    Optional<Block> logBlock =
        log.isEmpty()
            ? Optional.empty()
            : Block.of(log.get().value(), Keys.LOG, "'agent.log'", problems);
    return logBlock.isEmpty()
        ? AgentSettings.NONE
        : new AgentSettings(level(logBlock.get()), file(logBlock.get()));
  }

  private Optional<Log.Level> level(Block log) {
    Optional<Field> field = log.field("level");
    Optional<String> word =
        field.isEmpty() ? Optional.empty() : values.word(field.get(), LogLevels.words());
    return word.isEmpty() ? Optional.empty() : LogLevels.of(word.get());
  }

  private Optional<File> file(Block log) {
    Optional<Field> field = log.field("file");
    Optional<String> path =
        field.isEmpty() ? Optional.empty() : values.text(field.get(), "a file name");
    return path.isEmpty() ? Optional.empty() : Optional.of(new File(path.get()));
  }
}
