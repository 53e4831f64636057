package dev.mulligan.attach.talk;

import java.nio.file.Path;

/**
 * The origin of a request: the user, the jar and the {@code java} command, from which commands to
 * copy are built.
 *
 * @param jar the agent's jar that runs this command line
 * @param version of that jar
 * @param user the user who runs this command line
 * @param java the {@code java} command that runs this command line
 */
public record CommandOrigin(Path jar, String version, String user, String java) {

  /** A command for the user to copy, with these arguments. */
  public String command(String arguments) {
    return java + " -jar " + jar + " " + arguments;
  }

  public boolean isRoot() {
    return user.equals("root");
  }
}
