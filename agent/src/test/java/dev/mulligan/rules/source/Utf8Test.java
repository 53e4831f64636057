package dev.mulligan.rules.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Utf8Test {

  @Test
  void readsWhatIsWritten() throws NotUtf8Exception {
    String text = "é 😀 \uFFFD\n";

    assertThat(Utf8.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
  }

  @Test
  void dropsAByteOrderMark() throws NotUtf8Exception {
    assertThat(Utf8.decode("\uFEFFversion: 1".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("version: 1");
  }

  @Test
  void findsTheFirstByteThatIsNone() {
    byte[] latin1 = HexFormat.of().parseHex("EFBFBD0A61E962"); // U+FFFD, a line end, aéb

    NotUtf8Exception thrown =
        catchThrowableOfType(NotUtf8Exception.class, () -> Utf8.decode(latin1));

    assertThat(thrown).hasMessage("it is not UTF-8: save it as UTF-8");
    assertThat(thrown.offset()).isEqualTo(3);
  }

  @Test
  void findsACharacterThatIsCutOff() {
    byte[] cut = HexFormat.of().parseHex("61C3");

    assertThatThrownBy(() -> Utf8.decode(cut)).isInstanceOf(NotUtf8Exception.class);
  }

  @Test
  void recognisesUtf16() {
    assertThatThrownBy(() -> Utf8.decode("\uFEFFa".getBytes(StandardCharsets.UTF_16LE)))
        .hasMessage("it is UTF-16: save it as UTF-8");
    assertThatThrownBy(() -> Utf8.decode("\uFEFFa".getBytes(StandardCharsets.UTF_16BE)))
        .hasMessage("it is UTF-16: save it as UTF-8");
  }
}
