package dev.mulligan.it.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For the same channel URL, title, body and type, this product and Apprise 1.2.0 send the same
 * request, except for the differences that are listed and justified in {@code
 * apprise-differences.yaml}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AppriseParityTest {

  private static final ParityFile FILE = ParityFile.read();
  private static final Path PAGE = Path.of("../docs/apprise.md");

  /** Of the differences of every channel, those that were met until now. */
  private static final Set<Difference> MET = new HashSet<>();

  @TempDir static Path folder;

  private static Wires wires;
  private static Both both;

  @BeforeAll
  static void start() {
    wires = new Wires(folder);
    both = new Both(wires, folder);
    assertThat(both.apprise().version()).isEqualTo("Apprise v1.2.0");
  }

  @AfterAll
  static void stop() {
    wires.close();
  }

  @Order(1)
  @ParameterizedTest
  @MethodSource("compared")
  void bothSendTheSameButForTheNamedDifferences(Compared channel) {
    Fields ours = both.ours(channel.url());
    Fields theirs = both.theirs(channel.appriseUrl().orElse(channel.url()));
    List<Deviation> deviations = Deviation.between(ours, theirs);
    assertThat(deviations.stream().filter(deviation -> !isNamed(channel, deviation)))
        .as("differences that %s does not name", ParityFile.NAME)
        .isEmpty();
    assertThat(
            channel.differences().stream()
                .filter(named -> deviations.stream().noneMatch(named::covers)))
        .as("differences that %s names and that are no longer there", ParityFile.NAME)
        .isEmpty();
  }

  private static boolean isNamed(Compared channel, Deviation deviation) {
    List<Difference> everywhere =
        FILE.everywhere().stream().filter(named -> named.covers(deviation)).toList();
    MET.addAll(everywhere);
    return !everywhere.isEmpty()
        || channel.differences().stream().anyMatch(named -> named.covers(deviation));
  }

  @Order(2)
  @Test
  void everyDifferenceOfAllChannelsIsThereStill() {
    assertThat(MET).containsAll(FILE.everywhere());
  }

  @ParameterizedTest
  @MethodSource("missing")
  void appriseSendsNothingForTheUrlsThatItHasNot(Missing channel) {
    assertThat(both.appriseSends(channel.url())).isFalse();
  }

  @Test
  void thePageOfTheComparisonIsCurrent() throws IOException {
    String page = ParityTable.of(FILE);
    if (Boolean.getBoolean("mulligan.write-docs")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/apprise.md is made from %s: run with -Dmulligan.write-docs=true", ParityFile.NAME)
        .isEqualTo(page);
  }

  static Stream<Compared> compared() {
    return FILE.compared().stream();
  }

  static Stream<Missing> missing() {
    return FILE.missing().stream();
  }
}
