package dev.mulligan.attach.talk;

import dev.mulligan.log.Log;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The agent's side of a request: it reads one request, writes one reply, and throws nothing. */
public final class ControlPoint {

  private final ControlledAgent agent;
  private final Log log;

  public ControlPoint(ControlledAgent agent, Log log) {
    this.agent = agent;
    this.log = log;
  }

  /**
   * Executes the request and writes the reply before it returns. Where the directory is gone or
   * holds no request, the command line no longer waits, and nothing is done.
   *
   * @param directory private to the command line and this process
   */
  public void serve(Path directory) {
    try {
      Request request = Request.read(directory);
      log.debug("The command line " + request.version() + " requests: " + request.command());
      reply(request).write(directory);
    } catch (IOException | RuntimeException e) {
      log.warning(
          "The agent could not serve a request of the command line in " + directory + ": " + e);
    }
  }

  private Reply reply(Request request) {
    try {
      return dispatch(request);
    } catch (Refusal refusal) {
      return Reply.refused(refusal);
    } catch (Throwable failure) {
      // Catches Errors too: they belong in the reply and must not reach the JVM.
      log.error("The command " + request.command() + " failed: " + failure);
      return Reply.failed(failure);
    }
  }

  private Reply dispatch(Request request) throws Refusal {
    return switch (request.command()) {
      case ATTACH -> Reply.done(agent.attach(rulesOf(request), request.strictness()));
      case RELOAD -> Reply.done(agent.reload(request.rules()));
      case STATUS -> Reply.done(agent.status());
      case CHANNELS -> Reply.done(agent.channels(orderOf(request)));
      case DETACH -> Reply.done(agent.detach());
    };
  }

  private static ChannelOrder orderOf(Request request) {
    return request.channels().orElse(ChannelOrder.LIST);
  }

  private static Path rulesOf(Request request) throws Refusal {
    return request
        .rules()
        .orElseThrow(() -> new Refusal("The request names no rule file.", List.of()));
  }
}
