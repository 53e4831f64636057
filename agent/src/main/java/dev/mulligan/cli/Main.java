package dev.mulligan.cli;

import dev.mulligan.cli.console.Console;
import java.util.function.ToIntFunction;

/** Runs the command line. The entry class of the jar creates and calls it. */
public final class Main implements ToIntFunction<String[]> {

  /** Called by the entry class by reflection. */
  public Main() {}

  /**
   * @return the exit status
   */
  @Override
  public int applyAsInt(String[] arguments) {
    return new Program(Console.ofThisProcess(), ThisJar.origin()).run(arguments);
  }
}
