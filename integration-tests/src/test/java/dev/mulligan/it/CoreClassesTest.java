package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.ApiJar;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.Ports;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rules on classes of the JDK that the agent, the start of the JVM or the loading of classes use:
 * those that retry exceptions work, the others are refused.
 */
class CoreClassesTest {

  private static final Path LIST =
      Path.of("../agent/src/main/resources/dev/mulligan/weave/core-classes.txt");

  private static final Path EACH = Path.of("src/test/resources/core.yaml").toAbsolutePath();

  /** The thread, and the class without those nested in it. */
  private static final Pattern INITIALISED =
      Pattern.compile("\\[(\\d+)] \\d+ Initializing '([^'$]+)[^']*'.*");

  private static final Pattern OF_THE_JDK = Pattern.compile("(java|javax|jdk|sun|com/sun)/.*");

  /** The product's own class, and those that the JVM makes at run time. */
  private static final Pattern NOT_OF_THE_JDK =
      Pattern.compile(".*Gate\\d*|(jdk|com/sun)/proxy.*|.*/Generated\\w+Accessor\\d+");

  private static final List<String> HOT =
      List.of(
          "java.io.InputStream.read(..)",
          "java.lang.Boolean.booleanValue(..)",
          "java.lang.Boolean.valueOf(..)",
          "java.lang.Class.forName(..)",
          "java.lang.Class.getName(..)",
          "java.lang.ClassLoader.loadClass(..)",
          "java.lang.Integer.intValue(..)",
          "java.lang.Integer.parseInt(..)",
          "java.lang.Integer.toString(..)",
          "java.lang.Integer.valueOf(..)",
          "java.lang.Long.valueOf(..)",
          "java.lang.Math.max(..)",
          "java.lang.Math.min(..)",
          "java.lang.Object.equals(..)",
          "java.lang.Object.toString(..)",
          "java.lang.String.charAt(..)",
          "java.lang.String.concat(..)",
          "java.lang.String.equals(..)",
          "java.lang.String.format(..)",
          "java.lang.String.hashCode(..)",
          "java.lang.String.indexOf(..)",
          "java.lang.String.isEmpty(..)",
          "java.lang.String.length(..)",
          "java.lang.String.startsWith(..)",
          "java.lang.String.substring(..)",
          "java.lang.String.toString(..)",
          "java.lang.String.valueOf(..)",
          "java.lang.StringBuilder.append(..)",
          "java.lang.StringBuilder.toString(..)",
          "java.lang.System.getProperty(..)",
          "java.lang.System.nanoTime(..)",
          "java.lang.Thread.currentThread(..)",
          "java.lang.Thread.getName(..)",
          "java.lang.Thread.isInterrupted(..)",
          "java.lang.ThreadLocal.get(..)",
          "java.lang.ThreadLocal.set(..)",
          "java.lang.Throwable.getCause(..)",
          "java.lang.Throwable.getMessage(..)",
          "java.time.Instant.now(..)",
          "java.util.ArrayList.add(..)",
          "java.util.ArrayList.get(..)",
          "java.util.ArrayList.iterator(..)",
          "java.util.ArrayList.size(..)",
          "java.util.Arrays.asList(..)",
          "java.util.Arrays.copyOf(..)",
          "java.util.Collections.emptyList(..)",
          "java.util.HashMap.get(..)",
          "java.util.HashMap.hash(..)",
          "java.util.HashMap.put(..)",
          "java.util.HashMap.size(..)",
          "java.util.Objects.equals(..)",
          "java.util.Objects.requireNonNull(..)",
          "java.util.Optional.get(..)",
          "java.util.Optional.isPresent(..)",
          "java.util.concurrent.ConcurrentHashMap.get(..)",
          "java.util.concurrent.ConcurrentHashMap.put(..)",
          "java.util.concurrent.ConcurrentHashMap.putVal(..)",
          "java.util.concurrent.atomic.AtomicInteger.get(..)",
          "java.util.concurrent.atomic.AtomicLong.incrementAndGet(..)",
          "java.util.concurrent.locks.ReentrantLock.lock(..)",
          "java.util.concurrent.locks.ReentrantLock.unlock(..)");

  private static final String WORKED = "worked 60000";
  private static final int TERMINATED = 143;
  private static final int NOT_LOADED_YET = 3;
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path folder;

  /** The application can query its attempt, which is a reason to call the agent at each call. */
  private static ChildJvm core(Jdk jdk) {
    App core = App.named("core", ApiJar.path());
    return ChildJvm.of(jdk, core.main("core.Main"))
        .arguments(ApiJar.path().toString(), "dev.mulligan.api.Attempt");
  }

  private static RunningJvm ready(ChildJvm jvm) {
    RunningJvm running = jvm.start();
    running.awaitOut("ready");
    return running;
  }

  @OnEachJdk
  void theListNamesWhatTheAgentAndTheJvmUse(Jdk jdk) throws IOException {
    Set<String> used = new TreeSet<>();
    for (String sharing : List.of("auto", "off")) {
      Path log = folder.resolve("launch-" + sharing + ".txt");
      try (RunningJvm program =
          ready(core(jdk).options(initialised(log), "-Xshare:" + sharing).rules(EACH))) {
        assertThat(program.ask("each")).isEqualTo("Attempt");
        program.end().assertStatus().isZero();
      }
      addUsed(log, used);
    }
    Path log = folder.resolve("attach.txt");
    try (RunningJvm program = ready(core(jdk).options(initialised(log)))) {
      attach(jdk, program, EACH).assertStatus().isEqualTo(NOT_LOADED_YET);
      assertThat(program.ask("each")).isEqualTo("Attempt");
      program.end().assertStatus().isZero();
    }
    addUsed(log, used);

    List<String> listed = Files.readAllLines(LIST);
    used.removeAll(listed);
    if (Boolean.getBoolean("mulligan.write-docs")) {
      write(listed, used);
    } else {
      assertThat(used).as("missing in %s: run with -Dmulligan.write-docs=true", LIST).isEmpty();
    }
  }

  private static String initialised(Path log) {
    return "-Xlog:class+init=info:file=" + log + ":tid:filecount=0";
  }

  /**
   * Adds what the main thread and the JVM's own threads use: the agent's threads do not enter the
   * agent through woven code.
   */
  private static void addUsed(Path log, Set<String> used) throws IOException {
    List<Matcher> lines = initialisations(log);
    Set<String> own = new HashSet<>();
    lines.stream()
        .filter(line -> line.group(2).startsWith("dev/mulligan/"))
        .forEach(line -> own.add(line.group(1)));
    lines.stream()
        .filter(line -> line.group(2).equals("core/Main"))
        .forEach(line -> own.remove(line.group(1)));
    for (Matcher line : lines) {
      String name = line.group(2);
      if (!own.contains(line.group(1))
          && OF_THE_JDK.matcher(name).matches()
          && !NOT_OF_THE_JDK.matcher(name).matches()) {
        used.add(name.replace('/', '.'));
      }
    }
  }

  private static List<Matcher> initialisations(Path log) throws IOException {
    List<Matcher> found = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      Matcher matcher = INITIALISED.matcher(line);
      if (matcher.matches()) {
        found.add(matcher);
      }
    }
    return found;
  }

  private static void write(List<String> listed, Set<String> missing) throws IOException {
    Set<String> classes = new TreeSet<>(missing);
    List<String> lines = new ArrayList<>();
    for (String line : listed) {
      if (line.isEmpty() || line.startsWith("#")) {
        lines.add(line);
      } else {
        classes.add(line);
      }
    }
    lines.addAll(classes);
    Files.write(LIST, lines);
  }

  @OnEachJdk
  void rulesThatRetryExceptionsHoldFromTheStart(Jdk jdk) throws IOException {
    try (RunningJvm program = ready(core(jdk).rules(plain()))) {
      program.awaitErr("Metrics are at");
      worksAndEnds(program);
    }
  }

  @OnEachJdk
  void rulesThatRetryExceptionsHoldAfterAnAttachment(Jdk jdk) throws IOException {
    try (RunningJvm program = ready(core(jdk))) {
      assertThat(program.ask("work")).isEqualTo(WORKED);
      attach(jdk, program, plain()).assertStatus().isZero();
      worksAndEnds(program);
    }
  }

  private static void worksAndEnds(RunningJvm program) {
    assertThat(program.ask("work")).isEqualTo(WORKED);
    assertThat(program.ask("parse")).isEqualTo("NumberFormatException");
    program.awaitErr("Operation java.lang.Integer.parseInt failed after 2 attempts");
    assertThat(program.ask("work")).isEqualTo(WORKED);
    ProcessHandle.of(program.pid()).orElseThrow().destroy();
    Finished finished = program.awaitEnd(SOON);
    finished.assertStatus().isEqualTo(TERMINATED);
    finished.assertErr().noneMatch(line -> line.contains("transform method call failed"));
  }

  /** Calls that succeed are counted for the metrics, which is one more reason to see each. */
  private Path plain() throws IOException {
    return RuleFile.in(
        folder,
        """
        version: 1
        agent:
          metrics: {prometheus: "127.0.0.1:%d", calls: true}
        rules:
        """
                .formatted(Ports.free())
            + rule("hot", "{max-attempts: 2, backoff: {initial: 1ms}}", "", HOT));
  }

  private static String rule(String name, String strategy, String guard, List<String> patterns) {
    StringBuilder rule = new StringBuilder("  - name: " + name + "\n    match:\n");
    patterns.forEach(pattern -> rule.append("      - \"").append(pattern).append("\"\n"));
    return rule.append("    strategy: ")
        .append(strategy)
        .append("\n    synchronized: hold\n    replay: allowed\n")
        .append(guard)
        .toString();
  }

  @OnEachJdk
  void keysThatActOnCallsThatSucceedAreRefused(Jdk jdk) throws IOException {
    Path rules = RuleFile.in(folder, "version: 1\nrules:\n" + keysOnSuccess());
    try (RunningJvm program = ready(core(jdk).rules(rules))) {
      assertThat(program.ask("work")).isEqualTo(WORKED);
      program
          .assertErr()
          .anyMatch(line -> isRefused(line, "judged", "String.equals", "retry-on-result"))
          .anyMatch(line -> isRefused(line, "judged", "Objects.requireNonNull", "retry-on-result"))
          .anyMatch(line -> isRefused(line, "bounded", "HashMap.get", "max-duration"))
          .anyMatch(line -> isRefused(line, "timed", "ArrayList.add", "timeout"))
          .anyMatch(line -> isRefused(line, "crowded", "Optional.get", "bulkhead"))
          .anyMatch(line -> isRefused(line, "replaced", "Objects.equals", "fallback"))
          .anyMatch(line -> isRefused(line, "later", "supplyAsync", "match a method that calls"));
      Finished status = AgentCli.on(jdk).run("status", String.valueOf(program.pid()));
      status.assertOut().anyMatch(line -> line.contains("remove max-duration from the rule"));
      // Not every class of the JDK is refused.
      assertThat(program.ask("poll")).isEqualTo("null");
      program.awaitErr("Operation java.util.PriorityQueue.poll failed after 2 attempts");
    }
    AgentCli.on(jdk)
        .run("check", rules.toString(), "--classpath", ApiJar.path().toString())
        .assertOut()
        .anyMatch(line -> line.contains("remove max-duration from the rule"));
  }

  private static String keysOnSuccess() {
    String plain = "{max-attempts: 2, backoff: {initial: 1ms}}";
    String judging = "{max-attempts: 2, backoff: {initial: 1ms}, retry-on-result: {is: null}}";
    return rule(
            "judged",
            "{max-attempts: 2, retry-on-result: [{is: null}, {is: false}]}",
            "",
            List.of("java.lang.String.equals(..)", "java.util.Objects.requireNonNull(..)"))
        + rule(
            "bounded",
            "{max-attempts: 2, max-duration: 5s}",
            "",
            List.of("java.util.HashMap.get(..)"))
        + rule("timed", plain, "    timeout: 5s\n", List.of("java.util.ArrayList.add(..)"))
        + rule(
            "crowded",
            plain,
            "    bulkhead: {max-concurrency: 100}\n",
            List.of("java.util.Optional.get(..)"))
        + rule(
            "replaced",
            plain,
            "    fallback: {value: false}\n",
            List.of("java.util.Objects.equals(..)"))
        + rule(
            "later", plain, "", List.of("java.util.concurrent.CompletableFuture.supplyAsync(..)"))
        + rule("free", judging, "", List.of("java.util.PriorityQueue.poll()"));
  }

  private static boolean isRefused(String line, String rule, String method, String reason) {
    return line.contains("Not retried by rule '" + rule + "'")
        && line.contains(method)
        && line.contains("used by the agent itself")
        && line.contains(reason);
  }

  private static Finished attach(Jdk jdk, RunningJvm program, Path rules) {
    return AgentCli.on(jdk).run("attach", String.valueOf(program.pid()), rules.toString());
  }
}
