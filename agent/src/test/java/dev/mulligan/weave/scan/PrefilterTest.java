package dev.mulligan.weave.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.match.RuleMatcher;
import dev.mulligan.match.RulePatterns;
import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.ClassFacts.Origin;
import dev.mulligan.match.facts.ClassFactsReader;
import dev.mulligan.match.pattern.MethodPattern;
import dev.mulligan.match.pattern.PatternException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefilterTest {

  /** Real class files: those of the library whose parser is on the class path anyway. */
  private static final List<byte[]> LIBRARY = classesBeside(org.yaml.snakeyaml.Yaml.class);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.yaml.snakeyaml.Yaml.load(..)",
        "org.yaml.snakeyaml.*.*(..)",
        "org.yaml..*.get*(..)",
        "*..Yaml.dump(..)",
        "*..*Event.get*(..)",
        "org.yaml.snakeyaml.nodes.Node+.getNodeId()",
        "org.yaml.snakeyaml.constructor.Construct.construct(..)",
        "java.util.Iterator.next()",
        "java.lang.Comparable+.compareTo(..)",
        "org.yaml.snakeyaml.reader.UnicodeReader.read(..)",
        "@Deprecated *..*.*(..)",
        "@java.lang.Deprecated * org.yaml..*.*(..)",
        "org.yaml.snakeyaml.DumperOptions.ScalarStyle.*(..)",
        "org.yaml.snakeyaml.DumperOptions.*Style.*(..)",
        "org.yaml.snakeyaml.external.com.google.gdata.util.common.base.Escaper+.*(..)",
      })
  void neverRulesOutWhatARuleMatches(String text) throws PatternException {
    MethodPattern pattern = MethodPattern.parse(text);
    RuleMatcher matcher =
        new RuleMatcher(List.of(new RulePatterns("r", List.of(pattern), List.of(), false, false)));
    Prefilter prefilter = new Prefilter(List.of(pattern));
    LoaderTypes types = new LoaderTypes(getClass().getClassLoader(), prefilter);
    int matched = 0;
    for (byte[] classFile : LIBRARY) {
      ClassFacts facts = ClassFactsReader.read(classFile, Origin.APPLICATION);
      var match = matcher.match(facts, types, List.of());
      if (!match.methods().isEmpty() || !match.inherited().isEmpty()) {
        matched++;
        assertThat(prefilter.mayMatch(facts.name(), classFile, types.parents()))
            .as(facts.name())
            .isTrue();
      }
    }
    assertThat(matched).isPositive();
  }

  @Test
  void rulesOutNearlyEverythingThatNoRuleNames() throws PatternException {
    List<MethodPattern> patterns = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      patterns.add(MethodPattern.parse("com.acme.p" + i + ".Service" + i + ".call" + i + "(..)"));
      patterns.add(MethodPattern.parse("com.acme.p" + i + "..*Repository+.find" + i + "*(..)"));
    }
    Prefilter prefilter = new Prefilter(patterns);
    LoaderTypes types = new LoaderTypes(getClass().getClassLoader(), prefilter);
    assertThat(LIBRARY)
        .noneMatch(
            classFile ->
                prefilter.mayMatch(
                    ClassFactsReader.read(classFile, Origin.APPLICATION).name(),
                    classFile,
                    types.parents()));
  }

  @Test
  void readsNoSupertypeOfAClassThatDeclaresNoSuchMethod() throws PatternException {
    Prefilter prefilter = new Prefilter(List.of(MethodPattern.parse("a.B+.neverDeclaredHere()")));
    for (byte[] classFile : LIBRARY) {
      assertThat(
              prefilter.mayMatch(
                  "x.Y",
                  classFile,
                  new ParentVerdicts(
                      parent -> {
                        throw new AssertionError("asked for " + parent);
                      },
                      true)))
          .isFalse();
    }
  }

  private static List<byte[]> classesBeside(Class<?> type) {
    List<byte[]> classes = new ArrayList<>();
    String jar = type.getProtectionDomain().getCodeSource().getLocation().getPath();
    try (JarFile file = new JarFile(jar)) {
      for (ZipEntry entry : java.util.Collections.list(file.entries())) {
        if (entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF")) {
          try (InputStream in = file.getInputStream(entry)) {
            classes.add(in.readAllBytes());
          }
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return classes;
  }
}
