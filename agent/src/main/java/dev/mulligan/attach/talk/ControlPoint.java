package dev.mulligan.attach.talk;

import dev.mulligan.attach.report.ChangeReport;
import dev.mulligan.attach.report.ChangeReport.Phase;
import dev.mulligan.log.Log;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;

/** The agent's side of a request: it reads one request, writes one reply, and throws nothing. */
public final class ControlPoint {

  private final ControlledAgent agent;
  private final Log log;
  private final Worker worker;

  /**
   * Executes requests while the command line waits: the JVM serves one attach at a time, and a
   * request may take long.
   */
  public interface Worker extends Executor {

    /** Called in the task, once the request is executed and before the command line learns it. */
    default void executed() {}
  }

  public ControlPoint(ControlledAgent agent, Log log, Worker worker) {
    this.agent = agent;
    this.log = log;
    this.worker = worker;
  }

  /**
   * Executes the request and writes the reply, before it returns or in the worker. Where the
   * directory is gone or holds no request, the command line no longer waits, and nothing is done.
   *
   * @param directory private to the command line and this process
   */
  public void serve(Path directory) {
    try {
      Request request = Request.read(directory);
      log.debug("The command line " + request.version() + " requests: " + request.command());
      if (request.waits()) {
        ServedRequest served = new ServedRequest(directory);
        served.show(new ChangeReport(nameOf(request), Phase.STARTING, 0, 0, 0, 0));
        worker.execute(() -> serveApart(request, served, directory));
      } else {
        ServedRequest served = new ServedRequest(directory);
        answer(reply(request, served), request, served, directory);
      }
    } catch (IOException | RuntimeException e) {
      log.warning(
          "The agent could not serve a request of the command line in " + directory + ": " + e);
    }
  }

  private static String nameOf(Request request) {
    return request.command().name().toLowerCase(Locale.ROOT);
  }

  private void serveApart(Request request, Served served, Path directory) {
    Reply reply = reply(request, served);
    worker.executed();
    answer(reply, request, served, directory);
  }

  private void answer(Reply reply, Request request, Served served, Path directory) {
    try {
      reply.write(directory);
    } catch (IOException | RuntimeException e) {
      if (served.isWithdrawn()) {
        log.debug("The command line withdrew its request: " + request.command());
      } else {
        log.warning("The reply to the command line could not be written: " + e);
      }
    }
  }

  private Reply reply(Request request, Served served) {
    try {
      return dispatch(request, served);
    } catch (Refusal refusal) {
      return Reply.refused(refusal);
    } catch (Throwable failure) {
      // Catches Errors too: they belong in the reply and must not reach the JVM.
      log.error("The command " + request.command() + " failed: " + failure);
      return Reply.failed(failure);
    }
  }

  private Reply dispatch(Request request, Served served) throws Refusal {
    return switch (request.command()) {
      case ATTACH -> Reply.done(agent.attach(rulesOf(request), request.strictness(), served));
      case RELOAD -> Reply.done(agent.reload(request.rules(), served));
      case STATUS -> Reply.done(agent.status());
      case CHANNELS -> channels(request, served);
      case DETACH -> Reply.done(agent.detach(served));
    };
  }

  private Reply channels(Request request, Served served) throws Refusal {
    if (!served.complete()) {
      throw new Refusal("The request was withdrawn; nothing was changed.", List.of());
    }
    return Reply.done(agent.channels(request.channels().orElse(ChannelOrder.LIST)));
  }

  private static Path rulesOf(Request request) throws Refusal {
    return request
        .rules()
        .orElseThrow(() -> new Refusal("The request names no rule file.", List.of()));
  }
}
