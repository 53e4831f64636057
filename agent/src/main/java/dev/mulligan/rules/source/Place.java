package dev.mulligan.rules.source;

/**
 * A place in a file.
 *
 * @param line from 1
 * @param column from 1, in code points
 */
public record Place(SourceText source, int line, int column) {

  /** The file's name in messages. */
  public String file() {
    return source.file().getPath();
  }

  public Place plus(int columns) {
    return new Place(source, line, column + columns);
  }

  /** The text of the line. */
  public String lineText() {
    return source.line(line);
  }

  /** Such as {@code rules.yaml:12:5}. */
  @Override
  public String toString() {
    return file() + ":" + line + ":" + column;
  }
}
