package dev.mulligan.attach.talk;

import java.nio.file.Path;

/**
 * Who asks, and how to repeat it.
 *
 * @param jar the agent's jar that this command line runs from
 * @param version of that jar
 * @param user who runs this command line
 * @param java the {@code java} command that runs it
 */
public record CommandOrigin(Path jar, String version, String user, String java) {

  /** A command to copy, with arguments of the command line. */
  public String command(String arguments) {
    return java + " -jar " + jar + " " + arguments;
  }

  public boolean isRoot() {
    return user.equals("root");
  }
}
