package dev.mulligan.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.async.Form;
import dev.mulligan.async.ReturnKind;
import dev.mulligan.guard.settings.GuardSettings;
import dev.mulligan.match.MethodMatch;
import dev.mulligan.match.RulePatterns;
import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.ClassFacts.Origin;
import dev.mulligan.match.facts.MethodFacts;
import dev.mulligan.match.pattern.Owner;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalsTest {

  private static final ReturnKind PLAIN = new ReturnKind(Optional.empty(), Optional.empty());
  private static final ReturnKind FUTURE =
      new ReturnKind(Optional.of(Form.STAGE), Optional.empty());

  private final Refusals refusals = new Refusals();

  private Optional<String> refusal(ClassFacts type, String descriptor, RulePatterns rule) {
    return refusals.of(type, match(descriptor, Optional.empty()), rule, PLAIN);
  }

  private static MethodMatch match(String descriptor, Optional<String> refusal) {
    MethodFacts method = new MethodFacts("m", 0, List.of(descriptor), List.of(), List.of());
    return new MethodMatch(method, List.of(new Owner(0, Optional.empty())), List.of(), refusal);
  }

  private static ClassFacts type(String name, Origin origin) {
    return new ClassFacts(name, origin, 0, Optional.empty(), List.of(), List.of());
  }

  private static ClassFacts jdk(String name) {
    return type(name, Origin.JDK);
  }

  private static RulePatterns rule(boolean outsideTransaction, String... keys) {
    return new RulePatterns(
        "r",
        List.of(),
        List.of(),
        false,
        false,
        true,
        GuardSettings.NONE,
        List.of(keys),
        outsideTransaction);
  }

  @Test
  void refusesKeysThatActOnSuccessInClassesThatTheAgentUses() {
    for (String name : List.of("java.lang.String", "java.util.HashMap", "java.util.HashMap$Node")) {
      assertThat(refusal(jdk(name), "()I", rule(false, "max-duration")).orElseThrow())
          .startsWith("its class is used by the agent itself")
          .endsWith("remove max-duration from the rule, or match a method that calls it");
    }
    assertThat(refusal(jdk("java.lang.String"), "()I", rule(false, "a", "b", "c")).orElseThrow())
        .contains("remove a, b and c from the rule");
  }

  @Test
  void weavesThemInOtherClassesOfTheJdkAndInTheApplications() {
    RulePatterns timed = rule(false, "timeout");
    assertThat(refusal(jdk("java.net.Socket"), "()I", timed)).isEmpty();
    assertThat(refusal(type("java.util.HashMap", Origin.APPLICATION), "()I", timed)).isEmpty();
  }

  @Test
  void weavesWhatOnlyRetriesExceptions() {
    assertThat(refusal(jdk("java.lang.String"), "()I", rule(false))).isEmpty();
  }

  @Test
  void conditionsOnResultsDoNotMatterWhereThereIsNoResult() {
    RulePatterns judging = rule(false, "retry-on-result");
    assertThat(refusal(jdk("java.lang.Thread"), "()V", judging)).isEmpty();
    assertThat(refusal(jdk("java.lang.Thread"), "()I", judging)).isPresent();
  }

  @Test
  void refusesFuturesOfClassesThatTheAgentUses() {
    MethodMatch match = match("()Ljava/util/concurrent/CompletableFuture;", Optional.empty());
    ClassFacts used = jdk("java.util.concurrent.CompletableFuture");
    assertThat(refusals.of(used, match, rule(false), FUTURE).orElseThrow())
        .endsWith("it returns a future, so match a method that calls it");
    assertThat(refusals.of(jdk("java.net.http.HttpClient"), match, rule(false), FUTURE)).isEmpty();
  }

  @Test
  void refusesFuturesOutsideOfTransactions() {
    MethodMatch match = match("()Ljava/util/concurrent/CompletableFuture;", Optional.empty());
    ClassFacts own = type("com.acme.Rates", Origin.APPLICATION);
    assertThat(refusals.of(own, match, rule(true), FUTURE).orElseThrow())
        .startsWith("it is asynchronous");
    assertThat(refusals.of(own, match, rule(true), PLAIN)).isEmpty();
  }

  @Test
  void theReasonsOfTheMatchAndOfTheReturnTypeComeFirst() {
    ClassFacts used = jdk("java.lang.String");
    MethodMatch refused = match("()I", Optional.of("it is native"));
    ReturnKind unknown = new ReturnKind(Optional.empty(), Optional.of("it returns a Uni"));
    assertThat(refusals.of(used, refused, rule(false, "timeout"), unknown))
        .contains("it is native");
    assertThat(refusals.of(used, match("()I", Optional.empty()), rule(false, "timeout"), unknown))
        .contains("it returns a Uni");
  }
}
