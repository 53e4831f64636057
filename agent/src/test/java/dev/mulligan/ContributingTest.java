package dev.mulligan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every file, class and section that the recipes of CONTRIBUTING.md name is there. */
class ContributingTest {

  private static final Path ROOT = Path.of("..");

  private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");

  /** {@code docs/rules.md}, {@code Keys.java}, {@code mistakes/*.txt}. */
  private static final Pattern FILE = Pattern.compile("[\\w*./-]+\\.(java|md|json|txt|yaml|xml)");

  /** {@code scheme/ChannelScheme.java}, {@code weave/ClassWeaver.kindOf}, {@code OutboxTest}. */
  private static final Pattern TYPE =
      Pattern.compile("((?:[\\w-]+/)*)([A-Z]\\w*[a-z]\\w*)(?:\\.[a-z]\\w*)?");

  /** {@code docs/async.md, "Context"}. */
  private static final Pattern SECTION = Pattern.compile("`(docs/\\w+\\.md)`, \"([^\"]+)\"");

  private static final Set<String> OF_OTHERS = Set.of("CompletionStage", "Optional");

  private static String recipes = "";
  private static List<String> files = List.of();

  @BeforeAll
  static void read() throws IOException {
    String page = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
    recipes = page.substring(page.indexOf("\n## Recipes\n"));
    List<String> found = new ArrayList<>();
    for (String folder : List.of("runtime/src", "agent/src", "integration-tests/src", "docs")) {
      found.addAll(below(folder));
    }
    found.addAll(below("config-samples"));
    files = List.copyOf(found);
  }

  @Test
  void everyFileIsThere() {
    assertThat(named(FILE)).hasSizeGreaterThan(50).allSatisfy(ContributingTest::isThere);
  }

  @Test
  void everyClassIsThere() {
    Set<String> classes = new TreeSet<>();
    for (String name : named(TYPE)) {
      Matcher type = TYPE.matcher(name);
      if (type.matches() && !OF_OTHERS.contains(type.group(2))) {
        classes.add(type.group(1) + type.group(2) + ".java");
      }
    }
    assertThat(classes).hasSizeGreaterThan(30).allSatisfy(ContributingTest::isThere);
  }

  @Test
  void everySectionOfAPageIsThere() throws IOException {
    Matcher section = SECTION.matcher(recipes.replaceAll("\\s+", " "));
    int sections = 0;
    while (section.find()) {
      assertThat(Files.readAllLines(ROOT.resolve(section.group(1))))
          .as(section.group())
          .anyMatch(line -> line.matches("##+ " + Pattern.quote(section.group(2))));
      sections++;
    }
    assertThat(sections).isPositive();
  }

  private static void isThere(String name) {
    String path = ".*/" + name.replace(".", "\\.").replace("*", "[^/]*");
    assertThat(files).as(name).anyMatch(file -> file.matches(path));
  }

  private static Set<String> named(Pattern form) {
    Set<String> names = new TreeSet<>();
    Matcher quoted = QUOTED.matcher(recipes);
    while (quoted.find()) {
      if (form.matcher(quoted.group(1)).matches()) {
        names.add(quoted.group(1));
      }
    }
    return names;
  }

  private static List<String> below(String folder) throws IOException {
    try (Stream<Path> paths = Files.walk(ROOT.resolve(folder))) {
      return paths
          .map(path -> "/" + ROOT.relativize(path).toString().replace('\\', '/'))
          .filter(path -> !path.contains("/target/"))
          .collect(Collectors.toList());
    }
  }
}
