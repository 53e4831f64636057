package dev.mulligan.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mulligan.attach.process.JavaProcess;
import dev.mulligan.attach.talk.CommandOrigin;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TargetsTest {

  private final Targets targets =
      new Targets(new CommandOrigin(Path.of("/opt/agent.jar"), "1.0", "app", "java"));

  @Test
  void aNumberIsTakenAsItIs() throws AttachFailure {
    assertThat(targets.find("4711", List::of)).isEqualTo(4711);
  }

  @Test
  void aNameFindsItsOnlyProcess() throws AttachFailure {
    assertThat(targets.find("orders", () -> List.of(jvm(1, "/opt/orders.jar"), jvm(2, "a.B"))))
        .isEqualTo(1);
  }

  @Test
  void aNameOfSeveralIsToldWithTheirNumbers() {
    AttachFailure failure = failure("App", List.of(jvm(17, "com.acme.App"), jvm(18, "org.App")));

    assertThat(failure.inFull())
        .contains("2 Java processes are called App")
        .contains("17  com.acme.App")
        .contains("18  org.App");
  }

  @Test
  void aNameOfNobodyIsToldWithTheNamesThatThereAre() {
    assertThat(failure("Shop", List.of(jvm(17, "com.acme.App"))).inFull())
        .contains("called Shop")
        .contains("17  com.acme.App");
  }

  @Test
  void amongVeryManyOnlySomeAreListed() {
    List<JavaProcess> many = LongStream.range(0, 50).mapToObj(pid -> jvm(pid, "x.Y")).toList();

    assertThat(failure("Shop", many).inFull()).contains("and 40 more");
  }

  private AttachFailure failure(String name, List<JavaProcess> processes) {
    return catchThrowableOfType(AttachFailure.class, () -> targets.find(name, () -> processes));
  }

  private static JavaProcess jvm(long pid, String main) {
    return new JavaProcess(pid, "app", main, "17", "", true, Optional.empty());
  }
}
