package dev.mulligan.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds and starts a child JVM. */
public final class ChildJvm {

  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Jdk jdk;
  private final Program program;
  private final List<String> prefix = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private Path folder = Path.of("target");
  private Path jar = AgentJar.path();

  private ChildJvm(Jdk jdk, Program program) {
    this.jdk = jdk;
    this.program = program;
  }

  public static ChildJvm of(Jdk jdk, Program program) {
    return new ChildJvm(jdk, program);
  }

  /** With {@code -javaagent} and the rule file. */
  public ChildJvm rules(Path rules) {
    return agent(rules.toString());
  }

  /** With {@code -javaagent} and these arguments for it. */
  public ChildJvm agent(String agentArguments) {
    return options("-javaagent:" + jar + "=" + agentArguments);
  }

  /** With {@code -javaagent} and no arguments. */
  public ChildJvm agent() {
    return options("-javaagent:" + jar);
  }

  /** Another copy of the product's jar; to be said before {@code agent} or {@code rules}. */
  public ChildJvm jar(Path other) {
    jar = other;
    return this;
  }

  public ChildJvm options(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  public ChildJvm arguments(String... more) {
    arguments.addAll(List.of(more));
    return this;
  }

  public ChildJvm environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** The working directory. */
  public ChildJvm in(Path workingDirectory) {
    folder = workingDirectory;
    return this;
  }

  /** Words before {@code java}: a program that starts it, such as {@code setpriv}. */
  public ChildJvm startedBy(String... words) {
    prefix.addAll(List.of(words));
    return this;
  }

  /** Starts it and waits for its end, at most two minutes. */
  public Finished run() {
    try (RunningJvm running = start()) {
      return running.awaitEnd(LONGEST);
    }
  }

  public RunningJvm start() {
    List<String> command = new ArrayList<>(prefix);
    command.add(jdk.java().toString());
    command.addAll(options);
    command.addAll(program.launch());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(ChildJvm::isOfTheTestsEnvironment);
    builder.environment().putAll(environment);
    try {
      Files.createDirectories(folder);
      return new RunningJvm(builder.start(), command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOfTheTestsEnvironment(String variable) {
    return variable.startsWith("MULLIGAN_")
        || variable.startsWith("NOTIFICATION_")
        || variable.matches("JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|_JAVA_OPTIONS|(?i)https?_proxy");
  }
}
