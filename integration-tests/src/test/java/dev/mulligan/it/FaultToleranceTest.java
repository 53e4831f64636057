package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/**
 * A rule file with the meaning of {@code @Retry} of MicroProfile Fault Tolerance 4.1, and the
 * number of invocations that its specification (chapter "Retry Policy", Javadoc of {@code Retry},
 * chapter "Relationship to other specifications" on inheritance) demands: maxRetries and one.
 */
class FaultToleranceTest {

  /**
   * Strategies are named by maxRetries; a method's rules stand before its class's, a subclass's
   * before those of the class above it. An Error is retried only when named: {@code Throwable} of
   * the annotation is both here.
   */
  private static final String RULES =
      """
      version: 1
      strategies:
        default: {backoff: {type: fixed, initial: 0s}, on-failure: {notify: false}}
        two: {extends: default, max-attempts: 3}
        three: {extends: default, max-attempts: 4}
        four: {extends: default, max-attempts: 5}
        on-io: {extends: three, retry-on: java.io.IOException}
      rules:
        # on methods
        - name: methods
          match: ["policies.Hierarchy$OnOverridingMethod.service()", "policies.Hierarchy$OnClassAndMethod.service()"]
          strategy: four
        - {name: method, match: "policies.Hierarchy$OnMethod.service()", strategy: three}
        # on classes: @Inherited, so subclasses too
        - name: subclasses
          match: ["policies.Hierarchy$OnSubclass+.service()", "policies.Hierarchy$OnSubclassThatOverrides+.service()"]
          strategy: four
        - {name: class, match: "policies.Hierarchy$OnClass+.service()", strategy: three}
        - name: classes that redefine
          match: ["policies.Hierarchy$OverridesMethodOnSubclass+.service()", "policies.Hierarchy$OnClassAndMethod+.service()"]
          strategy: two
        # retryOn and abortOn
        - {name: by default, match: "policies.Exceptions.byDefault(..)", strategy: three}
        - {name: on IO, match: "policies.Exceptions.onIo(..)", strategy: on-io}
        - name: on IO not on missing files
          match: "policies.Exceptions.onIoNotOnMissingFiles(..)"
          strategy: {extends: on-io, abort-on: java.io.FileNotFoundException}
        - name: on IO not on IO
          match: "policies.Exceptions.onIoNotOnIo(..)"
          strategy: {extends: on-io, abort-on: java.io.IOException}
        - name: on missing files not on IO
          match: "policies.Exceptions.onMissingFilesNotOnIo(..)"
          strategy: {extends: three, retry-on: java.io.FileNotFoundException, abort-on: java.io.IOException}
        - name: on anything thrown
          match: "policies.Exceptions.onAnythingThrown(..)"
          strategy: {extends: three, retry-on: [java.lang.Exception, java.lang.Error]}
        - {name: no retries, match: "policies.Exceptions.withoutRetries(..)", strategy: {extends: default, max-attempts: 1}}
        # maxRetries = 90, maxDuration = 1000
        - name: for a second
          match: "policies.Exceptions.forASecond(..)"
          strategy: {extends: default, max-attempts: 91, max-duration: 1s}
        # delay = 400, maxDuration = 3200, jitter = 400, maxRetries = 10
        - name: with jitter
          match: "policies.Exceptions.withJitter(..)"
          strategy:
            extends: default
            max-attempts: 11
            max-duration: 3200ms
            backoff: {type: fixed, initial: 400ms, jitter: 400ms}
      """;

  @OnEachJdk
  void invokesAsOftenAsTheSpecificationDemands(Jdk jdk, @TempDir Path folder) {
    Finished finished =
        ChildJvm.of(jdk, App.named("fault-tolerance").main("policies.Main"))
            .rules(RuleFile.in(folder, RULES))
            .run();
    Map<String, Integer> invocations = invocations(finished);
    assertThat(invocations.remove("max duration")).as("maxDuration 1000").isBetween(2, 11);
    assertThat(invocations.remove("jitter")).as("4 to 10 retries").isBetween(5, 11);
    assertThat(invocations).as(finished.report()).isEqualTo(demanded());
  }

  private static Map<String, Integer> demanded() {
    Map<String, Integer> demanded = new HashMap<>();
    demanded.put("OnClass", 4);
    demanded.put("InheritsClass", 4);
    demanded.put("OnSubclass", 5);
    demanded.put("OnSubclassThatOverrides", 5);
    demanded.put("OnOverridingMethod", 5);
    demanded.put("OverridesWithoutAnnotation", 4);
    demanded.put("OnMethod", 4);
    demanded.put("InheritsMethod", 4);
    demanded.put("OverridesMethodWithoutAnnotation", 1);
    demanded.put("OverridesMethodOnSubclass", 3);
    demanded.put("OnClassAndMethod", 5);
    demanded.put("OverridesClassAndMethod", 3);
    demanded.put("default, exception", 4);
    demanded.put("default, error", 1);
    demanded.put("on IO, IO", 4);
    demanded.put("on IO, missing file", 4);
    demanded.put("on IO, SQL", 1);
    demanded.put("on IO not missing file, IO", 4);
    demanded.put("on IO not missing file, missing file", 1);
    demanded.put("on IO not IO, IO", 1);
    demanded.put("on missing file not IO, missing file", 1);
    demanded.put("on throwable, error", 4);
    demanded.put("no retries, exception", 1);
    return demanded;
  }

  private static Map<String, Integer> invocations(Finished finished) {
    Map<String, Integer> invocations = new HashMap<>();
    for (String line : finished.out()) {
      int space = line.lastIndexOf(' ');
      invocations.put(line.substring(0, space), Integer.valueOf(line.substring(space + 1)));
    }
    return invocations;
  }
}
