package dev.mulligan.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.cli.check.CheckResult.OfRule;
import dev.mulligan.guard.settings.GuardSettings;
import dev.mulligan.match.RulePatterns;
import dev.mulligan.match.pattern.MethodPattern;
import dev.mulligan.match.pattern.PatternException;
import dev.mulligan.retry.builtin.BuiltInStrategies;
import dev.mulligan.retry.strategy.OnFailure;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.retry.task.TaskSource;
import dev.mulligan.retry.task.TaskText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminationTest {

  @TempDir Path folder;

  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final List<RulePatterns> rules = new ArrayList<>();
  private Function<String, Optional<String>> pack = rule -> Optional.empty();
  private Strategy strategy = BuiltInStrategies.defaults("default");

  @Test
  void listsEachMethodThatARuleMatchesWithItsJar() throws Exception {
    add("com.acme.Shop", "buy", "sell");
    rule("shop", "com.acme.Shop.*(..)");

    OfRule shop = examined().get(0);

    assertThat(shop.matched())
        .extracting(CheckResult.Matched::method)
        .containsExactly("com.acme.Shop.buy()", "com.acme.Shop.sell()");
    assertThat(shop.matched()).extracting(CheckResult.Matched::origin).containsOnly("app.jar");
    assertThat(shop.unused()).isEmpty();
  }

  @Test
  void givesAMethodToTheFirstRuleThatMatches() throws Exception {
    add("com.acme.Shop", "buy");
    rule("first", "com.acme.Shop.buy(..)");
    rule("second", "com.acme..*.*(..)");

    List<OfRule> found = examined();

    assertThat(found.get(0).matched()).hasSize(1);
    assertThat(found.get(1).matched()).isEmpty();
    assertThat(found.get(1).taken())
        .containsExactly(new CheckResult.Taken("com.acme.Shop.buy()", "first"));
    assertThat(found.get(1).unused()).isEmpty();
  }

  @Test
  void tellsWhyAMethodIsRefused() throws Exception {
    ClassWriter writer = ClassBytes.begin("com.acme.Shop", "java/lang/Object");
    ClassBytes.addMethod(writer, Opcodes.ACC_SYNCHRONIZED, "buy", "()V");
    writer.visitMethod(Opcodes.ACC_NATIVE, "sell", "()V", null, null).visitEnd();
    add("com.acme.Shop", writer);
    rule("shop", "com.acme.Shop.*(..)");

    OfRule shop = examined().get(0);

    assertThat(shop.matched()).isEmpty();
    assertThat(shop.refused())
        .extracting(CheckResult.Refused::reason)
        .satisfiesExactly(
            reason -> assertThat(reason).contains("synchronized: hold"),
            reason -> assertThat(reason).contains("native"));
  }

  @Test
  void findsOutByTryingThatAMethodWouldBecomeTooLarge() throws Exception {
    ClassWriter writer = ClassBytes.begin("com.acme.Shop", "java/lang/Object");
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "huge", "()V", null, null);
    method.visitCode();
    for (int i = 0; i < 65_500; i++) {
      method.visitInsn(Opcodes.NOP);
    }
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
    ClassBytes.addMethod(writer, Opcodes.ACC_STATIC, "small", "()V");
    add("com.acme.Shop", writer);
    rule("shop", "com.acme.Shop.*(..)");

    OfRule shop = examined().get(0);

    assertThat(shop.refused()).singleElement().asString().contains("huge()").contains("64 KB");
    assertThat(shop.matched()).singleElement().asString().contains("small()");
  }

  @Test
  void refusesGeneratedClassesAndOtherAgents() throws Exception {
    add("com.acme.Shop$$SpringCGLIB$$0", "buy");
    rule("shop", "com.acme..*.*(..)");

    assertThat(examined().get(0).refused()).singleElement().asString().contains("generated");
  }

  @Test
  void followsAnInterfaceToItsImplementations() throws Exception {
    ClassWriter gateway = new ClassWriter(0);
    gateway.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT,
        "com/acme/Gateway",
        null,
        "java/lang/Object",
        null);
    gateway
        .visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "charge", "()V", null, null)
        .visitEnd();
    add("com.acme.Gateway", gateway);
    ClassWriter implementation =
        ClassBytes.begin("org.other.Impl", "java/lang/Object", "com/acme/Gateway");
    ClassBytes.addMethod(implementation, Opcodes.ACC_PUBLIC, "charge", "()V");
    add("org.other.Impl", implementation);
    rule("gateway", "com.acme.Gateway.charge()");

    OfRule found = examined().get(0);

    assertThat(found.matched())
        .extracting(CheckResult.Matched::method)
        .containsExactly("org.other.Impl.charge()");
    assertThat(found.refused()).isEmpty();
  }

  @Test
  void namesTheReceiverOfAMethodThatIsOnlyInherited() throws Exception {
    ClassWriter base = ClassBytes.begin("com.acme.Base", "java/lang/Object");
    ClassBytes.addMethod(base, Opcodes.ACC_PUBLIC, "save", "()V");
    add("com.acme.Base", base);
    add("com.acme.Users", ClassBytes.begin("com.acme.Users", "com/acme/Base"));
    rule("users", "com.acme.Users.save()");

    assertThat(examined().get(0).matched())
        .containsExactly(
            new CheckResult.Matched(
                "com.acme.Base.save()", "app.jar", Optional.of("com.acme.Users"), List.of()));
  }

  @Test
  void matchesJdkClassesByTheirExactNameOnly() throws Exception {
    rule("exact", "java.util.Map.Entry.comparingByKey()");
    rule("loose", "java.util..*.comparingByValue(..)");

    List<OfRule> found = examined();

    assertThat(found.get(0).matched())
        .extracting(CheckResult.Matched::method)
        .containsExactly("java.util.Map$Entry.comparingByKey()");
    assertThat(found.get(1).matched()).isEmpty();
  }

  @Test
  void suggestsTheNearestClass() throws Exception {
    add("com.acme.PaymentGateway", "charge");
    rule("typo", "com.acme.PaymentGatway.charge(..)");

    assertThat(examined().get(0).unused())
        .containsExactly(
            "com.acme.PaymentGatway.charge(..): there is no class com.acme.PaymentGatway: did you"
                + " mean com.acme.PaymentGateway?");
  }

  @Test
  void suggestsTheNearestMethod() throws Exception {
    add("com.acme.PaymentGateway", "charge", "refund");
    rule("typo", "com.acme.PaymentGateway.chrage(..)");

    assertThat(examined().get(0).unused())
        .singleElement()
        .asString()
        .contains("no method is called chrage: did you mean com.acme.PaymentGateway.charge()?");
  }

  @Test
  void showsTheSignatureWhereOnlyTheParametersAreWrong() throws Exception {
    add("com.acme.PaymentGateway", "charge");
    rule("typo", "com.acme.PaymentGateway.charge(String)");

    assertThat(examined().get(0).unused())
        .singleElement()
        .asString()
        .contains("only the name matches: this class path has com.acme.PaymentGateway.charge()");
  }

  @Test
  void saysThatNoClassFitsAWildcard() throws Exception {
    add("com.acme.PaymentGateway", "charge");
    rule("typo", "* com.acem..*.charge(..)");

    assertThat(examined().get(0).unused())
        .singleElement()
        .asString()
        .contains("no class on this class path matches com.acem..*");
  }

  @Test
  void saysThatAWildcardNeverMeansTheJdk() throws Exception {
    add("com.acme.PaymentGateway", "charge");
    rule("jdk", "* java..*.*(..)");

    assertThat(examined().get(0).unused())
        .singleElement()
        .asString()
        .endsWith("the JDK's own classes match only by their exact names");
  }

  @Test
  void saysThatLambdasAreNeverMatched() throws Exception {
    add("com.acme.PaymentGateway", "charge");
    rule("lambda", "com.acme.PaymentGateway.lambda$charge$0()");

    assertThat(examined().get(0).unused())
        .singleElement()
        .asString()
        .contains("methods that the compiler generates for lambdas never match");
  }

  @Test
  void saysWhatToDoForAnInterfaceThatAProxyImplements() throws Exception {
    ClassWriter writer = ClassBytes.begin("com.acme.Client", "java/lang/Object");
    writer.visitMethod(Opcodes.ACC_ABSTRACT, "fetch", "()V", null, null).visitEnd();
    add("com.acme.Client", writer);
    rule("client", "com.acme.Client.fetch()");

    assertThat(examined().get(0).unused())
        .singleElement()
        .asString()
        .contains("it is abstract, and nothing on this class path implements it")
        .endsWith("the agent weaves the proxy then");
  }

  @Test
  void findsTheOneUselessPatternAmongUsefulOnes() throws Exception {
    add("com.acme.PaymentGateway", "charge");
    rule("mixed", "com.acme.PaymentGateway.charge(..)", "com.acme.PaymentGateway.refnd(..)");

    OfRule mixed = examined().get(0);

    assertThat(mixed.matched()).hasSize(1);
    assertThat(mixed.unused()).singleElement().asString().contains("refnd");
  }

  @Test
  void saysThatAnAbstractJdkMethodNeedsTheNameOfItsImplementation() throws Exception {
    rule("http", "java.net.http.HttpClient.send(..)");

    assertThat(examined().get(0).unused())
        .singleElement()
        .asString()
        .contains("it is abstract")
        .contains("name the JDK class that implements it");
  }

  @Test
  void saysThatATaskReadsWhatAMethodDoesNotHave() throws Exception {
    ClassWriter writer = ClassBytes.begin("com.acme.Job", "java/lang/Object");
    ClassBytes.addMethod(writer, Opcodes.ACC_PUBLIC, "run", "(Ljava/util/UUID;)V");
    add("com.acme.Job", writer);
    rule("job", "com.acme.Job.run(..)");

    assertThat(warnings("{argument(2).id}", "{argument(1).mostSignificantBit}"))
        .containsExactly(
            "its task's name is not found: the rule reads argument(2), but the method has 1 parameter",
            "its task's id is not found: java.util.UUID has no public 'mostSignificantBit': did you"
                + " mean 'mostSignificantBits'?");
    assertThat(warnings("{argument(1)}", "{argument(com.acme.Absent).id}")).isEmpty();
  }

  private List<String> warnings(String name, String id) throws IOException {
    OnFailure told = BuiltInStrategies.defaults("job").onFailure();
    TaskSource task = new TaskSource(List.of(TaskText.parse(name)), List.of(TaskText.parse(id)));
    strategy =
        withOnFailure(
            new OnFailure(
                true, told.type(), Optional.empty(), told.tags(), Map.of(), Optional.of(task)));
    return examined().get(0).matched().get(0).warnings();
  }

  private static Strategy withOnFailure(OnFailure onFailure) {
    Strategy usual = BuiltInStrategies.defaults("job");
    return new Strategy(
        usual.name(),
        usual.maxAttempts(),
        usual.maxDuration(),
        usual.backoff(),
        usual.jitter(),
        usual.retryOn(),
        usual.abortOn(),
        usual.retryOnResult(),
        usual.delayFrom(),
        onFailure);
  }

  @Test
  void namesTheLibrariesOfAPackThatAreNotThere() throws Exception {
    add("com.zaxxer.hikari.HikariDataSource", "getConnection");
    pack = rule -> Optional.of("pack:jdbc");
    rule(
        "connection",
        "com.zaxxer.hikari.HikariDataSource.getConnection(..)",
        "org.apache.commons.dbcp2.BasicDataSource.getConnection(..)",
        "@org.springframework.kafka.annotation.KafkaListener * *..*.*(..)");
    rule("other", "okhttp3.internal.http.Interceptor.intercept(..)");

    CheckResult findings = findings();

    assertThat(findings.rules().get(0).matched()).hasSize(1);
    assertThat(findings.rules()).allMatch(rule -> rule.unused().isEmpty());
    assertThat(findings.absent())
        .containsExactly(
            new CheckResult.Absent(
                "pack:jdbc",
                List.of("org.apache.commons.dbcp2", "org.springframework.kafka", "okhttp3")));
  }

  @Test
  void staysLoudWhereTheLibraryOfAPackIsThere() throws Exception {
    add("okhttp3.OkHttpClient", "newCall");
    add("org.springframework.kafka.annotation.KafkaListener");
    pack = rule -> Optional.of("pack:http-clients");
    rule("client", "okhttp3.internal.http.Interceptor.intercept(..)");
    rule("listener", "@org.springframework.kafka.annotation.KafkaListener * *..*.*(..)");

    CheckResult findings = findings();

    assertThat(findings.absent()).isEmpty();
    assertThat(findings.rules().get(0).unused())
        .singleElement()
        .asString()
        .contains("there is no class okhttp3.internal.http.Interceptor");
    assertThat(findings.rules().get(1).unused()).hasSize(1);
  }

  @Test
  void saysNothingOfOneAnnotationOfAPackWhereAnotherIsUsed() throws Exception {
    add("com.acme.Shop", "buy");
    pack = rule -> Optional.of("pack:executors");
    rule("tasks", "com.acme.Shop.buy()", "public void *..*Task.run()");

    assertThat(examined().get(0).unused()).isEmpty();
  }

  @Test
  void goesOnAfterAClassThatNobodyCanRead() throws Exception {
    entries.put("com/acme/Broken.class", new byte[] {1, 2, 3});
    add("com.acme.Shop", "buy");
    rule("shop", "com.acme.Shop.buy()");

    CheckResult findings = findings();

    assertThat(findings.matched()).isEqualTo(1);
    assertThat(findings.unreadable()).singleElement().asString().contains("com.acme.Broken");
  }

  @Test
  void refusesKeysThatActOnSuccessInClassesThatTheAgentUses() throws Exception {
    rules.add(
        new RulePatterns(
            "core",
            List.of(MethodPattern.parse("java.util.Objects.requireNonNull(Object)")),
            List.of(),
            false,
            false,
            true,
            GuardSettings.NONE,
            List.of("max-duration"),
            false));
    rule("plain", "java.util.Objects.equals(..)");

    List<OfRule> examined = examined();

    assertThat(examined.get(0).refused())
        .singleElement()
        .extracting(CheckResult.Refused::reason)
        .asString()
        .contains("remove max-duration from the rule");
    assertThat(examined.get(1).matched()).hasSize(1);
  }

  private void add(String className, String... methods) {
    entries.put(className.replace('.', '/') + ".class", ClassBytes.named(className, methods));
  }

  private void add(String className, ClassWriter writer) {
    entries.put(className.replace('.', '/') + ".class", writer.toByteArray());
  }

  private void rule(String name, String... patterns) throws PatternException {
    List<MethodPattern> parsed = new ArrayList<>();
    for (String pattern : patterns) {
      parsed.add(MethodPattern.parse(pattern));
    }
    rules.add(new RulePatterns(name, parsed, List.of(), false, false));
  }

  private List<OfRule> examined() throws IOException {
    return findings().rules();
  }

  private CheckResult findings() throws IOException {
    Path jar = Files.write(folder.resolve("app.jar"), ClassBytes.jar(entries));
    try (ClassPath classPath = ClassPath.open(List.of(jar.toString()))) {
      return Examination.of(rules, rule -> strategy, pack, classPath);
    }
  }
}
