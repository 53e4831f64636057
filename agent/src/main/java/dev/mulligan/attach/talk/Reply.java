package dev.mulligan.attach.talk;

import com.google.gson.JsonParseException;
import dev.mulligan.attach.report.AgentReport;
import dev.mulligan.attach.report.ChannelsReport;
import dev.mulligan.attach.report.DetachReport;
import dev.mulligan.attach.report.ReportedProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The agent's reply to a request. It decides whether the request succeeded, whatever the attach API
 * reported.
 *
 * @param agent the result of attach, reload and status
 * @param detached the result of detach
 * @param channels the result of channels
 * @param message why the request was refused or failed
 * @param problems the single mistakes behind the message
 * @param trace the stack trace of an unexpected exception
 */
public record Reply(
    Outcome outcome,
    Optional<AgentReport> agent,
    Optional<DetachReport> detached,
    Optional<ChannelsReport> channels,
    Optional<String> message,
    List<ReportedProblem> problems,
    Optional<String> trace) {

  /** How the request ended. */
  public enum Outcome {
    DONE,
    REFUSED,
    FAILED
  }

  /** The file's name in the request directory. */
  public static final String FILE = "reply.json";

  /** 64 MB: about 200,000 methods. */
  static final int LIMIT = 64 << 20;

  static Reply done(AgentReport report) {
    return new Reply(
        Outcome.DONE,
        Optional.of(report),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  static Reply done(ChannelsReport report) {
    return new Reply(
        Outcome.DONE,
        Optional.empty(),
        Optional.empty(),
        Optional.of(report),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  static Reply done(DetachReport report) {
    return new Reply(
        Outcome.DONE,
        Optional.empty(),
        Optional.of(report),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  static Reply refused(Refusal refusal) {
    return refused(String.valueOf(refusal.getMessage()), refusal.problems());
  }

  /** A refusal; the command line also creates one for a request that it does not send. */
  public static Reply refused(String message, List<ReportedProblem> problems) {
    return new Reply(
        Outcome.REFUSED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(message),
        problems,
        Optional.empty());
  }

  static Reply failed(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return new Reply(
        Outcome.FAILED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(failure.toString()),
        List.of(),
        Optional.of(trace.toString()));
  }

  /**
   * @return empty when the file is empty
   * @throws IOException when the text is not a reply; the message does not repeat the text, which
   *     may come from another user
   */
  static Optional<Reply> parse(byte[] json) throws IOException {
    try {
      String text = new String(json, StandardCharsets.UTF_8);
      return Optional.ofNullable(Json.GSON.fromJson(text, Reply.class));
    } catch (JsonParseException e) {
      throw new IOException("the text is not valid JSON of a reply", e);
    }
  }

  /** Writes the file atomically: the waiting command line never sees a part of it. */
  void write(Path directory) throws IOException {
    ServedRequest.write(directory, FILE, this);
  }
}
