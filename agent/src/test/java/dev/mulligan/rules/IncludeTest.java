package dev.mulligan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncludeTest {

  @TempDir private Path folder = Path.of("");
  private RuleFiles files = new RuleFiles(folder);

  @BeforeEach
  void inAFreshFolder() {
    files = new RuleFiles(folder);
  }

  private void team(String file, String rule) {
    files.write(
        file,
        """
        version: 1
        rules:
          - name: %s
            match: "com.acme.Team.%s(..)"
        """
            .formatted(rule, rule));
  }

  @Test
  void ownRulesAreTriedBeforeIncludedOnesAndTheseInTheOrderOfTheirNames() {
    team("teams/b.yaml", "b");
    team("teams/a.yaml", "a");
    team("last.yaml", "last");
    team("teams/ignored.yml", "ignored");
    team("teams/.hidden.yaml", "hidden");

    RuleFile read =
        files.accept(
            """
            version: 1
            include: [./teams/*.yaml, last.yaml]
            rules:
              - name: own
                match: "com.acme.Own.own(..)"
            """);

    assertThat(read.rules()).extracting(Rule::name).containsExactly("own", "a", "b", "last");
    assertThat(read.read().files())
        .extracting(File::getName)
        .containsExactly("rules.yaml", "a.yaml", "b.yaml", "last.yaml");
  }

  @Test
  void isRelativeToTheFileThatIncludes() {
    files.write("teams/checkout.yaml", "version: 1\ninclude: parts/p?rt.yaml\n");
    team("teams/parts/part.yaml", "part");

    RuleFile read = files.accept("version: 1\ninclude: teams/checkout.yaml\n");

    assertThat(read.rules()).extracting(Rule::name).containsExactly("part");
  }

  @Test
  void foldersMayBePatternsToo() {
    team("teams/a/rules.yaml", "a");
    team("teams/b/rules.yaml", "b");

    RuleFile read = files.accept("version: 1\ninclude: teams/*/rules.yaml\n");

    assertThat(read.rules()).extracting(Rule::name).containsExactly("a", "b");
  }

  @Test
  void strategiesAreSharedByAllFiles() {
    files.write("base.yaml", "version: 1\nstrategies:\n  house: {max-attempts: 7}\n");

    RuleFile read =
        files.accept(
            """
            version: 1
            include: base.yaml
            strategies:
              mine: {extends: house}
            rules:
              - {name: a, match: "com.acme.A.a(..)", strategy: mine}
            """);

    assertThat(read.rules().get(0).strategy().maxAttempts()).isEqualTo(7);
  }

  @Test
  void aFileThatIsIncludedTwiceCountsOnce() {
    team("shared.yaml", "shared");
    files.write("a.yaml", "version: 1\ninclude: shared.yaml\n");
    files.write("b.yaml", "version: 1\ninclude: ./shared.yaml\n");

    RuleFile read = files.accept("version: 1\ninclude: [a.yaml, b.yaml, a.yaml]\n");

    assertThat(read.rules()).hasSize(1);
  }

  @Test
  void channelsOfAllFilesAddUp() {
    String channel = "version: 1\nnotifications: {channels: [{url: \"json://%s/\"}]}\n";
    files.write("a.yaml", channel.formatted("a"));
    files.write("b.yaml", channel.formatted("b"));
    team("rule.yaml", "rule");

    RuleFile read = files.accept("version: 1\ninclude: [a.yaml, b.yaml, rule.yaml]\n");

    assertThat(read.notifications().channels()).hasSize(2);
  }

  @Test
  void namesAFileThatIsMissingWhereItIsIncluded() {
    assertThat(files.problems("version: 1\ninclude: [nowhere.yaml]\n"))
        .containsExactly("rules.yaml:2:11: nowhere.yaml cannot be read: there is no such file");
  }

  @Test
  void warnsOfAPatternThatNoFileFits() {
    assertThat(files.problems("version: 1\ninclude: ./none/*.yaml\n"))
        .contains("rules.yaml:2:10: warning: no file matches './none/*.yaml'");
  }

  @Test
  void refusesStarsOverManyFolders() {
    assertThat(files.problems("version: 1\ninclude: ./**/a.yaml\n"))
        .containsExactly("rules.yaml:2:10: './**/a.yaml': '**' is not supported: use '*'");
  }

  @Test
  void refusesACircle() {
    files.write("a.yaml", "version: 1\ninclude: b.yaml\n");
    files.write("b.yaml", "version: 1\ninclude: ./a.yaml\n");

    assertThat(files.problems("version: 1\ninclude: a.yaml\n"))
        .containsExactly(
            "b.yaml:2:10: files include each other in a circle: a.yaml -> b.yaml -> a.yaml");
  }

  @Test
  void refusesAFileThatIncludesItself() {
    assertThat(files.problems("version: 1\ninclude: ./*.yaml\n"))
        .containsExactly(
            "rules.yaml:2:10: files include each other in a circle: rules.yaml -> rules.yaml");
  }

  @Test
  void tellsTheMistakesOfAllFilesInOneGo() {
    files.write("a.yaml", "version: 1\nrulez: []\n");
    files.write("b.yaml", "rules: [\n");

    assertThat(files.problems("version: 1\ninclude: [a.yaml, b.yaml]\nstrategis: {}\n"))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("rules.yaml:3:1: unknown key 'strategis'"),
            second -> assertThat(second).startsWith("a.yaml:2:1: unknown key 'rulez'"),
            third -> assertThat(third).startsWith("b.yaml:2:1: this is not YAML"));
  }

  @Test
  void namesBothPlacesOfTwoRulesWithOneName() {
    team("a.yaml", "charge");

    assertThat(
            files.problems(
                """
                version: 1
                include: a.yaml
                rules:
                  - {name: charge, match: "com.acme.A.a(..)"}
                """))
        .containsExactly("a.yaml:3:11: rule 'charge' exists already, at rules.yaml:4:12");
  }

  @Test
  void namesBothPlacesOfTwoStrategiesWithOneName() {
    files.write("a.yaml", "version: 1\nstrategies:\n  fast: {max-attempts: 2}\n");

    assertThat(
            files.problems("version: 1\ninclude: a.yaml\nstrategies:\n  fast: {max-attempts: 3}\n"))
        .containsExactly("a.yaml:3:3: strategy 'fast' exists already, in rules.yaml:4:3");
  }

  @Test
  void theAgentsSettingsBelongInTheMainFile() {
    files.write("a.yaml", "version: 1\nagent: {log: {level: debug}}\n");

    assertThat(files.problems("version: 1\ninclude: a.yaml\n"))
        .containsExactly(
            "a.yaml:2:1: 'agent' belongs in the main file, rules.yaml, not in an included"
                + " file");
  }

  @Test
  void theNetworkSettingsStandInOneFileOnly() {
    String http = "version: 1\nnotifications: {http: {read-timeout: 1s}}\n";
    files.write("a.yaml", http);
    files.write("b.yaml", http);

    assertThat(files.problems("version: 1\ninclude: [a.yaml, b.yaml]\n"))
        .containsExactly("b.yaml:2:17: 'http' is set already, at a.yaml:2:17");
  }

  @Test
  void anIncludedFileNeedsItsVersionToo() {
    files.write("a.yaml", "rules: []\n");

    assertThat(files.problems("version: 1\ninclude: a.yaml\n"))
        .containsExactly("a.yaml:1:1: the version is missing: begin the file with 'version: 1'");
  }
}
