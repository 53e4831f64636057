package dev.mulligan.attach;

import dev.mulligan.attach.process.WaitLimit;
import dev.mulligan.attach.report.ChangeReport;
import dev.mulligan.attach.talk.Reply;
import dev.mulligan.attach.talk.RequestDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * Waits for the reply to a request. A time-out and the end of this process, as by Ctrl-C, withdraw
 * the request; the agent then undoes what it has begun.
 */
final class Exchange implements AutoCloseable {

  private static final long POLL_MILLIS = 50;

  private final RequestDirectory directory;
  private final WaitLimit waitLimit;
  private final WaitLimit.Countdown countdown;
  private final Explanations explanations;
  private final Thread atEnd = new Thread(this::interrupt, "mulligan-withdraw");
  private volatile boolean isInterrupted;
  private volatile boolean isWithdrawn;

  /** How a withdrawal ended. */
  enum Withdrawal {
    /** The agent had not taken the request. */
    NOT_BEGUN,
    /** The agent has undone what it had begun. */
    UNDONE,
    /** The agent is still undoing it, or the process does not answer. */
    UNDOING,
    /** The agent had completed the request. */
    TOO_LATE
  }

  /** What the directory holds. */
  private record Look(Optional<Reply> reply, Optional<ChangeReport> progress) {}

  Exchange(
      RequestDirectory directory,
      WaitLimit waitLimit,
      WaitLimit.Countdown countdown,
      Explanations explanations) {
    this.directory = directory;
    this.waitLimit = waitLimit;
    this.countdown = countdown;
    this.explanations = explanations;
    Runtime.getRuntime().addShutdownHook(atEnd);
  }

  Path targetPath() {
    return directory.targetPath();
  }

  /**
   * Waits until the reply comes or the limit has passed since the last progress.
   *
   * @param failure what the JVM reported when it loaded the agent
   * @throws AttachFailure when no reply comes
   */
  Reply reply(Optional<Exception> failure) throws AttachFailure {
    try {
      return awaited(failure);
    } catch (TimeoutException e) {
      return timedOut();
    } catch (AttachFailure e) {
      throw e;
    } catch (Exception e) {
      throw explanations.unreadableReply(e);
    } finally {
      stayIfInterrupted();
    }
  }

  private Reply awaited(Optional<Exception> failure) throws Exception {
    Optional<ChangeReport> last = Optional.empty();
    while (true) {
      if (failure.isPresent() && failure.get() instanceof TimeoutException timeout) {
        throw timeout;
      }
      Look look = countdown.await(this::look);
      if (look.reply().isPresent()) {
        return look.reply().get();
      }
      if (look.progress().isEmpty()) {
        throw explanations.unanswered(failure);
      }
      if (!look.progress().equals(last)) {
        last = look.progress();
        countdown.progressed(look.progress().get());
      }
      if (explanations.isGone()) {
        throw explanations.ended();
      }
      Thread.sleep(POLL_MILLIS);
      countdown.tell();
    }
  }

  private Look look() throws IOException {
    return new Look(directory.reply(), directory.progress());
  }

  private Reply timedOut() throws AttachFailure {
    Withdrawal withdrawal = withdraw();
    if (withdrawal == Withdrawal.TOO_LATE) {
      try {
        Optional<Reply> reply = directory.reply();
        if (reply.isPresent()) {
          return reply.get();
        }
      } catch (IOException e) {
        throw explanations.unreadableReply(e);
      }
    }
    throw explanations.timedOut(withdrawal);
  }

  /** Withdraws the request, and waits a while until the agent has undone or completed it. */
  private Withdrawal withdraw() {
    try {
      isWithdrawn = isWithdrawn || directory.withdraw(); // Ctrl-C may follow a time-out
      if (isWithdrawn && directory.progress().isEmpty()) {
        return Withdrawal.NOT_BEGUN;
      }
      Optional<Reply> reply = awaitReply();
      if (reply.isPresent() && isWithdrawn) {
        return reply.get().outcome() == Reply.Outcome.REFUSED
            ? Withdrawal.UNDONE
            : Withdrawal.TOO_LATE;
      }
      return isWithdrawn ? Withdrawal.UNDOING : Withdrawal.TOO_LATE;
    } catch (Exception unreadable) {
      return Withdrawal.UNDOING;
    }
  }

  private Optional<Reply> awaitReply() throws Exception {
    WaitLimit.Countdown undoing = waitLimit.forUndoing().start();
    try {
      Optional<Reply> reply = undoing.await(directory::reply);
      while (reply.isEmpty()) {
        Thread.sleep(POLL_MILLIS);
        reply = undoing.await(directory::reply);
      }
      return reply;
    } catch (TimeoutException e) {
      return Optional.empty();
    }
  }

  /** Runs when this process ends before the reply has come. */
  private void interrupt() {
    isInterrupted = true;
    waitLimit.listener().interrupted(explanations.interrupted(withdraw()));
    directory.close();
  }

  /** The end of this process has begun: the shutdown hook reports, and nothing else may. */
  private void stayIfInterrupted() {
    while (isInterrupted) {
      try {
        Thread.sleep(1_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atEnd);
      directory.close();
    } catch (IllegalStateException e) {
      stayIfInterrupted();
    }
  }
}
