package dev.mulligan.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.ClassFacts.Origin;
import dev.mulligan.match.facts.ClassFactsReader;
import dev.mulligan.match.facts.TypeSource;
import dev.mulligan.match.pattern.MethodPattern;
import dev.mulligan.match.pattern.Owner;
import dev.mulligan.match.pattern.PatternException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleMatcherTest {

  interface Repository<T> {
    T save(T entity);

    default int count() {
      return 0;
    }
  }

  abstract static class BaseRepository<T> implements Repository<T> {
    public String find(String id) {
      return id;
    }

    protected abstract void flush();
  }

  static class UserRepository extends BaseRepository<String> {
    @Override
    public String save(String user) {
      return user;
    }

    String save(int other) {
      return "" + other;
    }

    @Override
    protected void flush() {}

    synchronized void locked() {}

    static void helper() {}
  }

  static class AdminRepository extends UserRepository {
    @Override
    public String find(String id) {
      return super.find(id);
    }
  }

  private static final String HERE = RuleMatcherTest.class.getName() + "$";
  private final TypeSource types = name -> Optional.of(facts(name));

  @Test
  void matchesEveryImplementationOfAnInterfaceMethodEvenOverABridge() {
    assertThat(matched(UserRepository.class, HERE + "Repository.save(..)"))
        .containsExactly("save(java.lang.String)");
    assertThat(matched(UserRepository.class, HERE + "Repository.save(Object)"))
        .containsExactly("save(java.lang.String)");
  }

  @Test
  void matchesImplementationsOfAnAbstractClassesMethods() {
    assertThat(matched(UserRepository.class, HERE + "BaseRepository.flush()"))
        .containsExactly("flush()");
    assertThat(matched(AdminRepository.class, HERE + "BaseRepository.find(..)"))
        .containsExactly("find(java.lang.String)");
  }

  @Test
  void doesNotTakeAnOverloadForAnImplementation() {
    assertThat(matched(UserRepository.class, HERE + "Repository.save(int)")).isEmpty();
  }

  @Test
  void matchesOverridesOfAConcreteClassOnlyWithPlus() {
    assertThat(matched(AdminRepository.class, HERE + "UserRepository.find(..)")).isEmpty();
    assertThat(matched(AdminRepository.class, HERE + "UserRepository+.find(..)"))
        .containsExactly("find(java.lang.String)");
  }

  @Test
  void aClassThatInheritsTheMethodAsksForItWhereItIsDeclared() {
    ClassMatch match = match(UserRepository.class, HERE + "UserRepository.find(..)");
    assertThat(match.methods()).isEmpty();
    assertThat(match.inherited())
        .singleElement()
        .satisfies(
            wish -> {
              assertThat(wish.declaringClass()).isEqualTo(HERE + "BaseRepository");
              assertThat(wish.owner().receiver()).contains(HERE + "UserRepository");
            });

    ClassMatch declared =
        new RuleMatcher(rules(HERE + "UserRepository.find(..)"))
            .match(facts(HERE + "BaseRepository"), types, match.inherited());
    assertThat(declared.methods())
        .singleElement()
        .satisfies(
            method ->
                assertThat(method.owners())
                    .containsExactly(new Owner(0, Optional.of(HERE + "UserRepository"))));
  }

  @Test
  void inheritsADefaultMethodOfAnInterface() {
    assertThat(match(UserRepository.class, HERE + "UserRepository.count()").inherited())
        .extracting(Inherited::declaringClass)
        .containsExactly(HERE + "Repository");
  }

  @Test
  void theFirstRuleOwnsTheMethodAndLaterOnesAreReported() {
    List<RulePatterns> rules = new ArrayList<>(rules(HERE + "UserRepository.helper()"));
    rules.addAll(rules(HERE + "UserRepository.*(..)"));
    assertThat(
            new RuleMatcher(rules)
                .match(facts(HERE + "UserRepository"), types, List.of())
                .methods())
        .filteredOn(method -> method.method().name().equals("helper"))
        .singleElement()
        .satisfies(
            method -> {
              assertThat(method.owners()).containsExactly(new Owner(0, Optional.empty()));
              assertThat(method.shadowed()).containsExactly(1);
            });
  }

  @Test
  void excludesWhatTheRuleExcludes() throws PatternException {
    RulePatterns rule =
        new RulePatterns(
            "r",
            List.of(MethodPattern.parse(HERE + "UserRepository.*(..)")),
            List.of(MethodPattern.parse("* " + HERE + "UserRepository.save(..)")),
            false,
            false);
    assertThat(match(UserRepository.class, rule).methods())
        .extracting(method -> method.method().name())
        .containsExactlyInAnyOrder("flush", "locked", "helper");
  }

  @Test
  void refusesASynchronizedMethodUnlessTheRuleHoldsItsMonitor() throws PatternException {
    MethodPattern pattern = MethodPattern.parse(HERE + "UserRepository.locked()");
    assertThat(
            match(
                    UserRepository.class,
                    new RulePatterns("r", List.of(pattern), List.of(), false, false))
                .methods())
        .singleElement()
        .satisfies(
            method -> assertThat(method.refusal().orElseThrow()).contains("synchronized: hold"));
    assertThat(
            match(
                    UserRepository.class,
                    new RulePatterns("r", List.of(pattern), List.of(), true, false))
                .methods())
        .singleElement()
        .satisfies(method -> assertThat(method.refusal()).isEmpty());
  }

  static class Uploads {
    void upload(String name, java.io.FileInputStream content) {}

    void replace(String name, byte[] content) {}
  }

  @Test
  void refusesAMethodWhoseParameterCanBeReadOnlyOnceAndTakesTheOthers() {
    assertThat(match(Uploads.class, HERE + "Uploads.*(..)").methods())
        .extracting(method -> method.method().name() + ": " + method.refusal().orElse("taken"))
        .containsExactlyInAnyOrder(
            "upload: its parameter of type java.io.FileInputStream can be read only once, and a second"
                + " attempt may find it consumed: set 'replay: allowed' on rule '"
                + HERE
                + "Uploads.*(..)' if every attempt can read it from the start",
            "replace: taken");
  }

  @Test
  void takesSuchAMethodWhoseRuleAllowsTheReplay() throws PatternException {
    MethodPattern pattern = MethodPattern.parse(HERE + "Uploads.upload(..)");
    assertThat(
            match(Uploads.class, new RulePatterns("r", List.of(pattern), List.of(), false, true))
                .methods())
        .singleElement()
        .satisfies(method -> assertThat(method.refusal()).isEmpty());
  }

  @Test
  void matchesAClassOfTheJdkOnlyWhenNamedExactly() {
    ClassFacts socket = ClassFactsReader.read(bytes("java.net.Socket"), Origin.JDK);
    assertThat(matcher("*..*.connect(..)").match(socket, types, List.of()).methods()).isEmpty();
    assertThat(matcher("java.net.*.connect(..)").match(socket, types, List.of()).methods())
        .isEmpty();
    assertThat(matcher("java.net.Socket.connect(..)").match(socket, types, List.of()).methods())
        .hasSize(2);
  }

  private List<String> matched(Class<?> type, String pattern) {
    return match(type, pattern).methods().stream()
        .map(method -> method.method().signature())
        .toList();
  }

  private ClassMatch match(Class<?> type, String pattern) {
    return matcher(pattern).match(facts(type.getName()), types, List.of());
  }

  private ClassMatch match(Class<?> type, RulePatterns rule) {
    return new RuleMatcher(List.of(rule)).match(facts(type.getName()), types, List.of());
  }

  private static RuleMatcher matcher(String pattern) {
    return new RuleMatcher(rules(pattern));
  }

  private static List<RulePatterns> rules(String pattern) {
    try {
      return List.of(
          new RulePatterns(
              pattern, List.of(MethodPattern.parse(pattern)), List.of(), false, false));
    } catch (PatternException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static ClassFacts facts(String name) {
    return ClassFactsReader.read(
        bytes(name), name.startsWith("java.") ? Origin.JDK : Origin.APPLICATION);
  }

  private static byte[] bytes(String name) {
    try (InputStream in =
        ClassLoader.getSystemResourceAsStream(name.replace('.', '/') + ".class")) {
      return java.util.Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
