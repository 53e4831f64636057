package dev.mulligan.it.packs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every pattern of a pack matches something in its library: in the newest version, and in the
 * newest patch of the previous minor version.
 */
class PackCoverageTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "executors,         lib",
    "http-clients,      lib",
    "http-clients,      previous",
    "jdbc,              lib",
    "jdbc,              previous",
    "jobrunr,           lib",
    "jobrunr,           previous",
    "quartz,            lib",
    "quartz,            previous",
    "spring-amqp,       lib",
    "spring-amqp,       previous",
    "spring-kafka,      lib",
    "spring-kafka,      previous",
    "spring-scheduling, lib",
    "spring-scheduling, previous"
  })
  void everyPatternOfEveryRuleMatchesAMethodThatCanBeWoven(String pack, String versions)
      throws IOException {
    Finished finished = check(pack, versions);
    finished.assertStatus().isZero();
    JsonObject report = JsonParser.parseString(String.join("\n", finished.out())).getAsJsonObject();
    assertThat(report.getAsJsonArray("problems")).as(finished::report).isEmpty();
    JsonObject findings = report.getAsJsonObject("findings");
    assertThat(findings.getAsJsonArray("absent")).as(finished::report).isEmpty();
    for (JsonElement element : findings.getAsJsonArray("rules")) {
      JsonObject rule = element.getAsJsonObject();
      assertThat(rule.getAsJsonArray("matched")).as(finished::report).isNotEmpty();
      assertThat(rule.getAsJsonArray("unused")).as(finished::report).isEmpty();
    }
  }

  private Finished check(String pack, String versions) throws IOException {
    App app = App.named("pack-" + pack);
    List<String> arguments = new ArrayList<>(List.of("check", rules(pack), "--json"));
    arguments.addAll(List.of("--classpath", app.jar().toString()));
    arguments.addAll(libraries(app, versions));
    return AgentCli.on(Jdk.running()).run(arguments.toArray(String[]::new));
  }

  private String rules(String pack) {
    return PackRules.only(folder, pack).toString();
  }

  /** The older jars first: of two with one class the first counts. */
  private static List<String> libraries(App app, String versions) throws IOException {
    List<String> jars = new ArrayList<>();
    if (versions.equals("previous")) {
      try (Stream<Path> older = Files.list(Path.of("target/previous", app.name()))) {
        older.map(jar -> jar.toAbsolutePath().toString()).forEach(jars::add);
      }
      assertThat(jars).isNotEmpty();
    }
    app.libraries().stream()
        .filter(jar -> jars.stream().noneMatch(older -> artifact(older).equals(artifact("" + jar))))
        .forEach(jar -> jars.add(jar.toString()));
    return jars;
  }

  private static String artifact(String jar) {
    return Path.of(jar).getFileName().toString().replaceFirst("-[0-9].*", "");
  }
}
