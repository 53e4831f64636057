package dev.mulligan.rules;

import dev.mulligan.log.Log;
import java.io.File;
import java.util.Optional;

/**
 * The rule file's {@code agent} block.
 *
 * @param logLevel when written
 * @param logFile when written, as written: relative to the process's working directory
 */
public record AgentSettings(Optional<Log.Level> logLevel, Optional<File> logFile) {

  public static final AgentSettings NONE = new AgentSettings(Optional.empty(), Optional.empty());
}
