package dev.mulligan.rules.yaml;

import dev.mulligan.rules.source.FileBytes;
import dev.mulligan.rules.source.NotUtf8Exception;
import dev.mulligan.rules.source.Place;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.source.SourceText;
import dev.mulligan.rules.source.Utf8;
import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the text of a rule file and its includes, within size limits. */
public final class RuleText {

  static final int MOST_BYTES = 1024 * 1024;
  private static final int MOST_BYTES_IN_ALL = 4 * MOST_BYTES;

  private final Problems problems;
  private final Map<File, Long> stamps = new HashMap<>();
  private int bytesRead;

  public RuleText(Problems problems) {
    this.problems = problems;
  }

  /**
   * @param includedAt the place that includes the file; empty for the main file
   * @return empty when the file cannot be read, which has been reported, or contains no document
   */
  public Optional<Node> read(File file, Optional<Place> includedAt, YamlReader yaml) {
    try {
      byte[] bytes = FileBytes.read(file, MOST_BYTES);
      stamps.put(file, Stamp.of(bytes));
      bytesRead += bytes.length;
      if (bytesRead > MOST_BYTES_IN_ALL) {
        throw new IOException("with this file, the rule files exceed 4 MB in total");
      }
      return yaml.read(new SourceText(file, Utf8.decode(bytes)));
    } catch (NotUtf8Exception e) {
      SourceText readable = new SourceText(file, e.text());
      problems.error(readable.placeAt(e.offset()), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      stamps.putIfAbsent(file, Stamp.ofFile(file));
      report(file, includedAt, String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  /** The {@link Stamp} of each file at the time it was read. */
  public Map<File, Long> stamps() {
    return stamps;
  }

  private void report(File file, Optional<Place> includedAt, String reason) {
    if (includedAt.isPresent()) {
      problems.error(includedAt.get(), file.getPath() + " cannot be read: " + reason);
    } else {
      problems.error(file.getPath(), reason);
    }
  }
}
