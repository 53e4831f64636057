package dev.mulligan.rules.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.rules.source.Environment;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.source.SourceText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way to read a rule file finds exactly what the real parser finds, or gives up. */
class OrdinaryYamlTest {

  private static final Path SAMPLES = Path.of("../config-samples/rules");
  private static final Path MISTAKES = Path.of("src/test/resources/dev/mulligan/rules/mistakes");

  private static final String SIGNS = "\n\n\n    ::--{}[],,\"\"'#&*!|>%@`?~\\$.<=\tab1é😀\u0085";

  /** With everything that the samples ask for. */
  private static final Environment ENVIRONMENT =
      new Environment() {
        @Override
        public Optional<String> variable(String name) {
          return name.startsWith("NOBODY") ? Optional.empty() : Optional.of("of-" + name);
        }

        @Override
        public Optional<String> property(String name) {
          return Optional.of("p");
        }

        @Override
        public String read(File file) {
          return "secret";
        }
      };

  static Stream<String> samples() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return texts(files.filter(file -> file.toString().endsWith(".yaml")).toList()).stream();
    }
  }

  static Stream<String> mistakes() throws IOException {
    try (Stream<Path> files = Files.list(MISTAKES)) {
      return texts(files.toList()).stream()
          .flatMap(text -> Stream.of(text.split("(?m)^(##|>>|schema:).*\n")))
          .filter(text -> !text.isBlank());
    }
  }

  private static List<String> texts(List<Path> files) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path file : files) {
      texts.add(Files.readString(file, UTF_8));
    }
    assertThat(texts).isNotEmpty();
    return texts;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readsWhatUsersWrite(String text) {
    assertThat(ordinary(text)).isPresent().isEqualTo(real(text));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void leavesMistakesToTheRealParser(String text) {
    agree(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1",
        "a: 1 # one\n",
        "# first\n\na:\n- b\n-   c: 1\n    d: 2\n- [x, 'y', \"z\\\\d+\"]\ne: {}\nf: []\n",
        "a: {b: [1, 2], c: {d: \"x, y\"}}\n",
        "a: [1,\n  2,\n    {b: c,\n d: e}]\nf: g\n",
        "a.b/c: x#y\n",
        "\"a\": 'b'\n'c d': e f  g   \n",
        "a: http://host:80/x?y=z#w\nb: 08*\nc: ~\n",
        "a: b\n\n   \n# end\n",
      })
  void readsTextsOfTheOrdinaryKind(String text) {
    assertThat(ordinary(text)).isPresent().isEqualTo(real(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &x 1\nb: *x\n",
        "a: |\n  text\n",
        "a: one\n  two\n",
        "a: 'it''s'\n",
        "a: \"\\u00e9\"\n",
        "a:\nb: 1\n",
        "--- \na: 1\n",
        "a: 1\r\n",
        "a: !!str 1\n",
        "- a\n",
        "a: 1\na: 2\n",
        "a: ${env:NOBODY_HAS_SET_THIS}\n",
      })
  void givesUpOnEverythingElse(String text) {
    assertThat(ordinary(text)).isEmpty();
  }

  @Test
  void agreesWithTheRealParserOnTextsThatAreChangedAtRandom() throws IOException {
    Random random = new Random(42);
    List<String> texts = Stream.concat(samples(), mistakes()).toList();
    int read = 0;
    for (int round = 0; round < 20_000; round++) {
      String text = texts.get(random.nextInt(texts.size()));
      text = text.length() > 600 ? excerpt(text, random) : text;
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        text = change(text, random);
      }
      read += agree(text) ? 1 : 0;
    }
    assertThat(read).as("texts that were read the short way").isGreaterThan(2_000);
  }

  /** Whole lines. */
  private static String excerpt(String text, Random random) {
    int start = text.lastIndexOf("\n", random.nextInt(text.length())) + 1;
    return text.substring(start, Math.min(text.length(), start + 500));
  }

  private static String change(String text, Random random) {
    int at = random.nextInt(text.length() + 1);
    int skip = Math.min(random.nextInt(3), text.length() - at);
    int sign = SIGNS.offsetByCodePoints(0, random.nextInt(SIGNS.codePointCount(0, SIGNS.length())));
    String added = random.nextInt(4) == 0 ? "" : Character.toString(SIGNS.codePointAt(sign));
    return text.substring(0, at) + added + text.substring(at + skip);
  }

  private static boolean agree(String text) {
    Optional<String> ordinary = ordinary(text);
    if (ordinary.isPresent()) {
      assertThat(ordinary).as(text).isEqualTo(real(text));
    }
    return ordinary.isPresent();
  }

  private static Optional<String> ordinary(String text) {
    return OrdinaryYaml.read(source(text), ENVIRONMENT).map(NodeText::of);
  }

  private static Optional<String> real(String text) {
    Problems problems = new Problems();
    Optional<String> read = EventYaml.read(source(text), ENVIRONMENT, problems).map(NodeText::of);
    return problems.errorCount() == 0 ? read : Optional.of(problems.toList().toString());
  }

  private static SourceText source(String text) {
    return new SourceText(new File("rules.yaml"), text);
  }
}
