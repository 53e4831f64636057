package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An application keeps its class-data sharing archive with the agent. */
class ClassDataSharingTest {

  private static final String ARCHIVED = "source: shared objects file";

  @TempDir Path folder;

  private Path archive;
  private Path loads;

  @BeforeEach
  void nameFiles() {
    archive = folder.resolve("app.jsa");
    loads = folder.resolve("loads.log");
  }

  @OnEachJdk
  void classesStillComeFromTheArchiveThatTheApplicationDumpedAtItsExit(Jdk jdk) throws IOException {
    dumpAtExit(jdk);
    withAgent(jdk).assertStatus().isZero();
    assertThat(loaded("hello.Main")).endsWith(ARCHIVED + " (top)");
    assertThat(loaded("hello.Ending")).endsWith(ARCHIVED + " (top)");
    assertThat(loaded("hello.Greeting")).as("woven, so not archived").doesNotContain(ARCHIVED);
  }

  /**
   * JDK 25 prints a mismatch for any agent, also an empty one, unless the archive was made with the
   * module that {@code -javaagent} adds; an archive dumped at exit cannot be.
   */
  @OnEachJdk
  void theJvmWarnsOfNothing(Jdk jdk) throws IOException {
    dumpForAgents(jdk);
    Finished finished = withAgent(jdk);
    finished.assertOut().containsExactly("hello world", "bye");
    finished.assertErr().noneMatch(line -> line.matches("(?i).*(warn|error|sharing|cds).*"));
    assertThat(loaded("hello.Main")).endsWith(ARCHIVED);
  }

  /** Otherwise the tests above would show nothing. */
  @OnEachJdk
  void withoutTheAgentEveryClassComesFromTheArchive(Jdk jdk) throws IOException {
    dumpAtExit(jdk);
    archived(jdk).run().assertOut().containsExactly("hello world", "bye");
    assertThat(loaded("hello.Greeting")).endsWith(ARCHIVED + " (top)");
  }

  private void dumpAtExit(Jdk jdk) {
    hello(jdk).options("-XX:ArchiveClassesAtExit=" + archive).run().assertStatus().isZero();
  }

  private void dumpForAgents(Jdk jdk) {
    Path classes = folder.resolve("classes.lst");
    hello(jdk).options("-XX:DumpLoadedClassList=" + classes).run().assertStatus().isZero();
    hello(jdk)
        .options("-Xshare:dump", "--add-modules", "java.instrument")
        .options("-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + archive)
        .run()
        .assertStatus()
        .isZero();
  }

  private Finished withAgent(Jdk jdk) {
    return archived(jdk).rules(QuickRules.matching(folder, "hello.Greeting.of(String)")).run();
  }

  private ChildJvm archived(Jdk jdk) {
    return hello(jdk).options("-XX:SharedArchiveFile=" + archive, "-Xlog:class+load:file=" + loads);
  }

  private static ChildJvm hello(Jdk jdk) {
    return ChildJvm.of(jdk, App.named("hello").main("hello.Main"));
  }

  private String loaded(String className) throws IOException {
    List<String> lines = Files.readAllLines(loads);
    return lines.stream()
        .filter(line -> line.contains(" " + className + " "))
        .findFirst()
        .orElseThrow(() -> new AssertionError(className + " was not loaded: " + lines));
  }
}
