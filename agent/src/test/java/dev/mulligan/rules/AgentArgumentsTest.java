package dev.mulligan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.log.Log;
import dev.mulligan.rules.RuleSource.NamedBy;
import dev.mulligan.rules.read.RuleFileReader;
import dev.mulligan.rules.source.Problem;
import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentArgumentsTest {

  private final FakeEnvironment environment = new FakeEnvironment();

  private AgentArguments parse(String text) {
    return AgentArguments.parse(text, environment);
  }

  @Test
  void aNameAloneIsTheRuleFile() {
    AgentArguments arguments = parse("conf/rules.yaml");

    assertThat(arguments.rules())
        .isEqualTo(new RuleSource(new File("conf/rules.yaml"), NamedBy.OPTION));
    assertThat(arguments.strict()).isFalse();
    assertThat(arguments.logLevel()).isEmpty();
    assertThat(arguments.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rules=a.yaml,strict=true,log-level=debug",
        "a.yaml,strict=true,log-level=debug",
        "log-level=debug, strict=true, rules=a.yaml",
      })
  void optionsArePartedByCommas(String text) {
    AgentArguments arguments = parse(text);

    assertThat(arguments.problems()).isEmpty();
    assertThat(arguments.rules().file()).isEqualTo(new File("a.yaml"));
    assertThat(arguments.strict()).isTrue();
    assertThat(arguments.logLevel()).contains(Log.Level.DEBUG);
  }

  @Test
  void theEnvironmentNamesTheFileWhenTheOptionsDoNot() {
    environment.withVariable("MULLIGAN_RULES", "/etc/a,b.yaml");

    assertThat(parse("").rules())
        .isEqualTo(new RuleSource(new File("/etc/a,b.yaml"), NamedBy.VARIABLE));
    assertThat(parse("strict=true").rules().namedBy()).isEqualTo(NamedBy.VARIABLE);
    assertThat(parse("c.yaml").rules().file()).isEqualTo(new File("c.yaml"));
  }

  @Test
  void elseItIsTheFileInTheWorkingDirectory() {
    assertThat(parse("").rules())
        .isEqualTo(new RuleSource(new File("mulligan.yaml"), NamedBy.DEFAULT));
    environment.withVariable("MULLIGAN_RULES", " ");
    assertThat(parse("").rules().namedBy()).isEqualTo(NamedBy.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rulez=a.yaml | agent options:1:1: unknown option 'rulez': did you mean 'rules'?",
        "a.yaml,strct=true | agent options:1:8: unknown option 'strct': did you mean 'strict'?",
        "a.yaml,loglevel=debug | agent options:1:8: unknown option 'loglevel': did you mean 'log-level'?",
        "a.yaml,color=red | agent options:1:8: unknown option 'color'; known are rules, strict, log-level",
        "a.yaml,strict | agent options:1:8: 'strict' has no value: write options as rules=FILE,strict=true",
        "a.yaml,strict=yes | agent options:1:8: 'strict' takes one of true, false, not 'yes'",
        "a.yaml,strict=ture | agent options:1:8: 'strict' takes one of true, false, not 'ture': did you mean 'true'?",
        "log-level=warn | agent options:1:1: 'log-level' takes one of debug, info, warning, error, off, not 'warn': did you mean 'warning'?",
        "rules= | agent options:1:1: the option 'rules' has no value",
        "a.yaml,rules=b.yaml | agent options:1:8: the option 'rules' is given twice",
        "a.yaml,,strict=true | agent options:1:8: an option is missing between commas",
      })
  void tellsWhatIsWrongWithTheOptions(String text, String said) {
    assertThat(parse(text).problems()).extracting(Problem::toString).containsExactly(said);
  }

  @Test
  void aMissingFileIsToldWithWhoNamedIt(@TempDir Path folder) {
    File none = folder.resolve("none.yaml").toFile();

    assertThat(missing(new RuleSource(none, NamedBy.OPTION))).isEqualTo("there is no such file");
    assertThat(missing(new RuleSource(none, NamedBy.VARIABLE)))
        .isEqualTo("there is no such file; the environment variable MULLIGAN_RULES names it");
    assertThat(missing(new RuleSource(none, NamedBy.DEFAULT)))
        .startsWith("there is no such file in the working directory /")
        .contains("-javaagent:mulligan-agent.jar=rules.yaml", "MULLIGAN_RULES", "'init'");
  }

  private String missing(RuleSource source) {
    return RuleFileReader.read(source, environment).problems().get(0).message();
  }
}
