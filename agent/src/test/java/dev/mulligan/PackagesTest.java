package dev.mulligan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packages of runtime and agent: their order, their size, and what may be used from outside.
 */
class PackagesTest {

  /**
   * Each area uses only those that stand after it. The library's own package is {@code library}.
   */
  private static final List<String> AREAS =
      List.of(
          "agent",
          "cli",
          "attach",
          "metrics",
          "weave",
          "async",
          "transaction",
          "gate",
          "rules",
          "match",
          "webhook",
          "client",
          "library",
          "report",
          "guard",
          "retry",
          "notify",
          "mail",
          "http",
          "tls",
          "redact",
          "scheme",
          "log",
          "json",
          "replay",
          "setting",
          "thread",
          "firstuse",
          "text");

  /**
   * The types of an area's inner packages that other areas may use. Packages that are not listed
   * are open; a package without types is closed. What another package of the same area needs is
   * public for that reason alone.
   */
  private static final Map<String, Set<String>> FENCES =
      Map.ofEntries(
          Map.entry("agent.perf", Set.of()),
          Map.entry("async.reactive", Set.of("Sources")),
          Map.entry("async.stage", Set.of("StageCall")),
          Map.entry("async.suspend", Set.of("Continuations", "SuspendCall")),
          Map.entry("attach.folder", Set.of()),
          Map.entry(
              "attach.process",
              Set.of("AgentPresence", "JavaProcess", "JavaProcesses", "WaitLimit")),
          Map.entry("cli.check", Set.of()),
          Map.entry("cli.console", Set.of()),
          Map.entry("cli.demo", Set.of()),
          Map.entry("cli.page", Set.of()),
          Map.entry("guard.limit", Set.of("GuardSnapshot")),
          Map.entry(
              "match.facts",
              Set.of("ClassFacts", "ClassFactsReader", "MethodFacts", "TypeNames", "TypeSource")),
          Map.entry("match.pattern", Set.of("MethodPattern", "Owner", "PatternException")),
          Map.entry("notify.channel", Set.of()),
          Map.entry("notify.channel.catalog", Set.of("Channels")),
          Map.entry("notify.channel.chat", Set.of()),
          Map.entry("notify.channel.email", Set.of()),
          Map.entry("notify.channel.incident", Set.of()),
          Map.entry("notify.channel.push", Set.of()),
          Map.entry("notify.channel.telegram", Set.of()),
          Map.entry("notify.channel.url", Set.of("ChannelUrlException")),
          Map.entry("notify.channel.webhook", Set.of()),
          Map.entry("notify.content", Set.of("Template", "Templates")),
          Map.entry("notify.delivery", Set.of("NotificationService", "Alerts")),
          Map.entry("notify.group", Set.of()),
          Map.entry("notify.lane", Set.of()),
          Map.entry("notify.outbox", Set.of()),
          Map.entry(
              "notify.registry",
              Set.of(
                  "ChannelHealth",
                  "ChannelInfo",
                  "DeliveryResult",
                  "DeliverySettings",
                  "NotificationSettings")),
          Map.entry("notify.store", Set.of()),
          Map.entry("retry.inspect", Set.of("Interrupts", "Lookups")),
          Map.entry("retry.judge", Set.of("ResultJudge")),
          Map.entry("retry.nested", Set.of("AgentEngine", "Threading")),
          Map.entry("retry.wait", Set.of("BusyThreads", "Sleeper")),
          Map.entry("rules.notifications", Set.of()),
          Map.entry("rules.read", Set.of("RuleFileReader")),
          Map.entry("rules.strategy", Set.of()),
          Map.entry("rules.value", Set.of()),
          Map.entry("rules.yaml", Set.of()),
          Map.entry(
              "tls.rehearsal",
              Set.of("MemorySocket", "Peer", "SelfConnection", "TlsPeer", "TlsRehearsal")),
          Map.entry("weave.call", Set.of("RehearsedCalls")),
          Map.entry("weave.guarded", Set.of()),
          Map.entry("weave.method", Set.of("MethodIds")),
          Map.entry("weave.rewrite", Set.of()),
          Map.entry("weave.scan", Set.of()));

  private static final String ROOT = "dev.mulligan";
  private static final int MOST_CLASSES = 25;

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void packagesDoNotDependOnEachOtherInCircles(int depth) {
    SlicesRuleDefinition.slices()
        .assignedFrom(new CutTo(depth))
        .should()
        .beFreeOfCycles()
        .check(HOUSE);
  }

  /** The packages of a class as far down as a depth below the root. */
  private record CutTo(int depth) implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      if (!resideInAPackage(ROOT + "..").test(type.getBaseComponentType())) {
        return SliceIdentifier.ignore();
      }
      return SliceIdentifier.of(
          Arrays.stream(inner(type).split("\\.", -1))
              .limit(depth)
              .collect(Collectors.joining(".")));
    }

    @Override
    public String getDescription() {
      return "packages down to depth " + depth;
    }
  }

  @Test
  void anAreaUsesOnlyThoseBelowIt() {
    List<String> upwards = new ArrayList<>();
    for (Dependency dependency : betweenAreas()) {
      int from = AREAS.indexOf(area(dependency.getOriginClass()));
      int to = AREAS.indexOf(area(dependency.getTargetClass()));
      assertThat(from).as("the area of " + dependency.getOriginClass()).isNotNegative();
      if (from > to) {
        upwards.add(dependency.getDescription());
      }
    }
    assertThat(upwards).isEmpty();
  }

  @Test
  void innerTypesOfAnAreaAreUsedInItAlone() {
    Map<String, Set<String>> forbidden = new TreeMap<>();
    for (Dependency dependency : betweenAreas()) {
      JavaClass target = outermost(dependency.getTargetClass());
      Set<String> visible = FENCES.get(inner(target));
      if (visible != null && !visible.contains(target.getSimpleName())) {
        forbidden
            .computeIfAbsent(target.getName(), name -> new TreeSet<>())
            .add(dependency.getOriginClass().getName());
      }
    }
    assertThat(forbidden).isEmpty();
  }

  @Test
  void everyFenceStandsAroundAPackage() {
    Set<String> packages = HOUSE.stream().map(PackagesTest::inner).collect(Collectors.toSet());

    assertThat(packages).containsAll(FENCES.keySet());
    FENCES.forEach(
        (name, types) ->
            types.forEach(
                type -> assertThat(HOUSE.contain(ROOT + "." + name + "." + type)).isTrue()));
  }

  @Test
  void noPackageHoldsMoreThanAPersonCanOverlook() {
    Map<String, Long> sizes =
        HOUSE.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

    assertThat(sizes).allSatisfy((name, size) -> assertThat(size).isLessThan(MOST_CLASSES + 1));
  }

  @Test
  void everyPackageSaysWhatItIsForAndWhatItMayUse() throws IOException {
    for (String module : List.of("../runtime", "../agent")) {
      Path sources = Path.of(module, "src/main/java/dev/mulligan");
      try (Stream<Path> folders = Files.walk(sources).filter(Files::isDirectory)) {
        for (Path folder : folders.filter(PackagesTest::hasClasses).toList()) {
          Path description = folder.resolve("package-info.java");
          assertThat(description).exists();
          assertThat(Files.readString(description)).startsWith("/**").containsPattern("\\.\\s");
        }
      }
    }
  }

  private static boolean hasClasses(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      return false;
    }
  }

  private static List<Dependency> betweenAreas() {
    return HOUSE.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(dependency -> resideInAPackage(ROOT + "..").test(dependency.getTargetClass()))
        .filter(dependency -> HOUSE.contain(outermost(dependency.getTargetClass()).getName()))
        .filter(
            dependency ->
                !area(dependency.getOriginClass()).equals(area(dependency.getTargetClass())))
        .toList();
  }

  private static JavaClass outermost(JavaClass type) {
    JavaClass outermost = type.getBaseComponentType();
    while (outermost.getEnclosingClass().isPresent()) {
      outermost = outermost.getEnclosingClass().get();
    }
    return outermost;
  }

  private static String area(JavaClass type) {
    String inner = inner(type);
    int end = inner.indexOf('.');
    return end < 0 ? inner : inner.substring(0, end);
  }

  private static String inner(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    return name.equals(ROOT) ? "library" : name.substring(ROOT.length() + 1);
  }
}
