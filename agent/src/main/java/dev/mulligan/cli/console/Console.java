package dev.mulligan.cli.console;

import dev.mulligan.attach.talk.Json;
import dev.mulligan.text.Texts;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The output of the command line: results to standard output, problems to standard error. */
public final class Console {

  private static final String START_OF_EMPTY_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final PrintStream err;
  private final Charset charset;
  private final Terminal outTerminal;
  private final Terminal errTerminal;
  private boolean isLineReplaceable;

  public Console(
      OutputStream out,
      OutputStream err,
      Charset charset,
      Terminal outTerminal,
      Terminal errTerminal) {
    this.out = new PrintStream(out, true, charset);
    this.err = new PrintStream(err, true, charset);
    this.charset = charset;
    this.outTerminal = outTerminal;
    this.errTerminal = errTerminal;
  }

  public static Console ofThisProcess() {
    return new Console(
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.err)),
        Charset.forName(System.getProperty("native.encoding", "UTF-8")),
        Terminal.standardOutput(),
        Terminal.standardError());
  }

  public void line(String text) {
    removeReplaceableLine();
    out.println(Style.render(text));
  }

  /** Clears the terminal and moves the cursor to its top. */
  public void clear() {
    out.print("\u001b[H\u001b[2J");
  }

  public void blankLine() {
    out.println();
  }

  public void heading(String text) {
    line(styled(Style.HEADING, text));
  }

  /** Prints JSON for programs, always in UTF-8, whatever the terminal's encoding. */
  public void json(Object value) {
    byte[] bytes = (escaped(Json.GSON.toJson(value)) + "\n").getBytes(StandardCharsets.UTF_8);
    removeReplaceableLine();
    out.write(bytes, 0, bytes.length);
    out.flush();
  }

  /**
   * Escapes control characters in the JSON, so that no terminal interprets them; its meaning stays
   * the same.
   */
  private static String escaped(String json) {
    StringBuilder escaped = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (Texts.isUnclean(json, i)) {
        escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  public void error(String message) {
    printError(errTerminal.styled(Style.BAD, "error: ") + message);
  }

  public void warning(String message) {
    printError(errTerminal.styled(Style.NOTE, "warning: ") + message);
  }

  /** Prints a problem whose text names its place and its severity. */
  public void complaint(Style style, String text) {
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    printError(errTerminal.styled(style, first) + text.substring(first.length()));
  }

  /** Prints a line that belongs to the error before it. */
  public void remedy(String line) {
    printError("  " + (line.startsWith(" ") ? errTerminal.styled(Style.HEADING, line) : line));
  }

  /** Prints a plain line to standard error. */
  public void note(String message) {
    printError(message);
  }

  /** Prints a progress message, only to a terminal. */
  public void progress(String message) {
    if (errTerminal.isPresent()) {
      printError(errTerminal.styled(Style.FAINT, message));
    }
  }

  /** Whether messages go to a terminal in which a line can be replaced. */
  public boolean canReplaceLines() {
    return errTerminal.isPresent() && errTerminal.hasColours();
  }

  /** Prints a message that the next output replaces; see {@link #canReplaceLines}. */
  public synchronized void replaceableLine(String message) {
    err.print(START_OF_EMPTY_LINE + Style.render(errTerminal.styled(Style.FAINT, message)));
    err.flush();
    isLineReplaceable = true;
  }

  private synchronized void removeReplaceableLine() {
    if (isLineReplaceable) {
      err.print(START_OF_EMPTY_LINE);
      err.flush();
      isLineReplaceable = false;
    }
  }

  private void printError(String text) {
    removeReplaceableLine();
    err.println(Style.render(text));
  }

  public String styled(Style style, String text) {
    return outTerminal.styled(style, text);
  }

  public PrintWriter writer() {
    return new PrintWriter(out, true, charset);
  }

  public PrintWriter errorWriter() {
    return new PrintWriter(err, true, charset);
  }

  /** Whether results go to a terminal. */
  public boolean isWatched() {
    return outTerminal.isPresent();
  }

  public boolean hasColours() {
    return outTerminal.hasColours();
  }
}
