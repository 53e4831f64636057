package dev.mulligan.attach.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaProcessTest {

  @ParameterizedTest
  @CsvSource({
    "com.acme.App,             com.acme.App",
    "com.acme.App,             App",
    "/opt/shop/orders.jar,     /opt/shop/orders.jar",
    "/opt/shop/orders.jar,     orders.jar",
    "/opt/shop/orders.jar,     orders",
    "shop.orders/com.acme.App, com.acme.App",
    "shop.orders/com.acme.App, App"
  })
  void answersToItsMainClassOrJarInEveryUsualSpelling(String main, String name) {
    assertThat(process(main, "17", "").isCalled(name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"com.acme.App, Ap", "com.acme.App, acme.App", "orders.jar, jar", "com.acme.App, app"})
  void answersToNoPartOfItsName(String main, String name) {
    assertThat(process(main, "17", "").isCalled(name)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1.8.0_292, true", "11.0.2, true", "16, true", "17, false", "25.0.3, false"})
  void isTooOldBeforeJava17(String version, boolean tooOld) {
    assertThat(process("App", version, "").isTooOld()).isEqualTo(tooOld);
  }

  @Test
  void ofUnknownVersionIsGivenATry() {
    assertThat(process("App", "", "").isTooOld()).isFalse();
  }

  @Test
  void forbidsDynamicAgentsByTheLastOfTheOptions() {
    String no = "-XX:-EnableDynamicAgentLoading";
    String yes = "-XX:+EnableDynamicAgentLoading";

    assertThat(process("App", "17", "-Xmx1g " + no).forbidsDynamicAgents()).isTrue();
    assertThat(process("App", "17", no + " " + yes).forbidsDynamicAgents()).isFalse();
    assertThat(process("App", "17", yes + " " + no).forbidsDynamicAgents()).isTrue();
    assertThat(process("App", "17", "").forbidsDynamicAgents()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "java -Xmx1g -cp a:b com.acme.App x,     com.acme.App",
    "java -jar -Xmx1g app.jar,               app.jar",
    "java --add-opens a/b=c -jar app.jar x,  app.jar",
    "java @options -m shop/com.acme.App,     shop/com.acme.App",
    "java --module=shop/com.acme.App,        shop/com.acme.App",
    "java -version,                          ''"
  })
  void isFoundOutFromACommandLine(String line, String main) {
    assertThat(JavaCommandLine.mainOf(List.of(line.split(" ")))).isEqualTo(main);
  }

  private static JavaProcess process(String main, String version, String options) {
    return new JavaProcess(4711, "app", main, version, options, true, Optional.empty());
  }
}
