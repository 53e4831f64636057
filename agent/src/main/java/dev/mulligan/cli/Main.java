package dev.mulligan.cli;

import dev.mulligan.cli.console.Console;
import java.util.function.ToIntFunction;

/** Where the entry class of the jar hands over to the command line. */
public final class Main implements ToIntFunction<String[]> {

  /** Made by the entry class. */
  public Main() {}

  /**
   * @return the exit status
   */
  @Override
  public int applyAsInt(String[] arguments) {
    return new Program(Console.ofThisProcess(), ThisJar.asker()).run(arguments);
  }
}
