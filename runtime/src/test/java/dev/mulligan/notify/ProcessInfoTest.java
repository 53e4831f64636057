package dev.mulligan.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessInfoTest {

  @Test
  void namesTheMainClassWithoutItsArguments() {
    assertThat(ProcessInfo.programOf("com.acme.Main --password x", "/app/classes"))
        .isEqualTo("com.acme.Main");
  }

  @Test
  void namesTheJarWithoutItsFolderAlsoWhenThatHasABlank() {
    assertThat(ProcessInfo.programOf("/opt/My App/app.jar secret", "/opt/My App/app.jar"))
        .isEqualTo("app.jar");
    assertThat(ProcessInfo.programOf("app.jar", "app.jar:/agent.jar")).isEqualTo("app.jar");
  }

  @Test
  void isUnknownWhereTheJvmDoesNotTell() {
    assertThat(ProcessInfo.programOf("", "")).isEqualTo("unknown");
  }

  @Test
  void takesTheHostNameFromTheEnvironmentFirst() {
    assertThat(ProcessInfo.hostOf(Map.of("HOSTNAME", "web-3"))).isEqualTo("web-3");
    assertThat(ProcessInfo.hostOf(Map.of())).isNotBlank();
  }

  @Test
  void knowsThisProcess() {
    assertThat(ProcessInfo.current().pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(ProcessInfo.current().jvm()).startsWith(System.getProperty("java.version"));
  }
}
