package dev.mulligan.notify.channel.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.notify.channel.url.ChannelUrlParser;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the making of channels costs before the application starts. */
class ChannelFootprintTest {

  @Test
  void theListHoldsEveryScheme() {
    assertThat(EveryScheme.URLS)
        .extracting(ChannelUrlParser::schemeOf)
        .containsAll(Schemes.names());
  }

  @Test
  void makingAChannelLoadsNeitherHttpNorJsonNorLoggingNorLambdas() throws IOException {
    String url = "nothing";
    List<String> offending = new ArrayList<>();
    for (String line : classesLoaded()) {
      boolean isHeavy =
          line.contains(" okhttp3.")
              || line.contains(" okio.")
              || line.contains(" kotlin.")
              || line.contains(" com.google.gson.")
              || line.contains(" java.util.logging.")
              || line.contains("LambdaMetafactory ")
              || line.contains("LambdaForm");
      if (line.startsWith("made ")) {
        url = line;
      } else if (isHeavy) {
        offending.add("after " + url + ": " + line);
      }
    }

    assertThat(url).isEqualTo("made https://host/");
    assertThat(offending).isEmpty();
  }

  /** From the main class on. */
  private static List<String> classesLoaded() throws IOException {
    String java =
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    Process process =
        new ProcessBuilder(
                java,
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                EveryScheme.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int begin = output.indexOf(" " + EveryScheme.class.getName() + " ");
    int end = output.indexOf("made https://host/\n");
    assertThat(begin).isPositive().isLessThan(end);
    return output.substring(begin, end + "made https://host/\n".length()).lines().toList();
  }
}
