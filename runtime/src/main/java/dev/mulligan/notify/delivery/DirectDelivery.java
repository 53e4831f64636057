package dev.mulligan.notify.delivery;

import dev.mulligan.notify.channel.DeliveryOutcome;
import dev.mulligan.notify.channel.Network;
import dev.mulligan.notify.content.Message;
import dev.mulligan.notify.lane.DeliveryAttempts;
import dev.mulligan.notify.lane.DeliveryBackoff;
import dev.mulligan.notify.lane.DeliveryTerms;
import dev.mulligan.notify.lane.Lanes;
import dev.mulligan.notify.lane.Progress;
import dev.mulligan.notify.lane.Route;
import dev.mulligan.notify.outbox.SlotState;
import dev.mulligan.notify.registry.DeliveryResult;
import dev.mulligan.notify.registry.NamedChannel;
import dev.mulligan.text.HumanDuration;
import dev.mulligan.thread.MulliganThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/**
 * Delivers a message while the caller waits, without queues, grouping and storm caps. Each target
 * has its own thread, so that none delays another.
 */
final class DirectDelivery {

  private final Network network;
  private final DeliveryTerms terms;
  private final UnaryOperator<String> redaction;
  private final Lanes lanes;

  /**
   * @param lanes learn about each channel that accepts a message: it is not paused any more
   */
  DirectDelivery(
      Network network, DeliveryTerms terms, UnaryOperator<String> redaction, Lanes lanes) {
    this.network = network;
    this.terms = terms;
    this.redaction = redaction;
    this.lanes = lanes;
  }

  /**
   * Sends to all targets at once.
   *
   * @param most attempts for each target
   * @param limit how long the caller waits; a target without a result by then counts as failed
   * @return one result for each target, in their order
   */
  List<DeliveryResult> send(Message message, List<NamedChannel> targets, int most, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    List<FutureTask<DeliveryResult>> tasks = new ArrayList<>();
    for (NamedChannel target : targets) {
      FutureTask<DeliveryResult> task =
          new FutureTask<>(() -> deliver(message, target, most, deadline));
      MulliganThread.named("notify-now", task).start();
      tasks.add(task);
    }
    List<DeliveryResult> results = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      results.add(await(tasks.get(i), targets.get(i), deadline, limit));
    }
    return results;
  }

  /**
   * Sends stage by stage, with several attempts for each target. The next stage follows if no
   * channel of the previous one accepted the message.
   *
   * @param targets by slot
   * @param limit how long the caller waits in all
   * @return one result for each target that was used
   */
  List<DeliveryResult> follow(
      List<Route.Chain> chains, Message message, List<NamedChannel> targets, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    Progress progress =
        new Progress(chains, Collections.nCopies(targets.size(), SlotState.WAITING));
    List<DeliveryResult> results = new ArrayList<>();
    for (List<Integer> due = progress.next(); !due.isEmpty(); due = progress.next()) {
      List<DeliveryResult> round =
          send(
              message,
              due.stream().map(targets::get).toList(),
              DeliveryBackoff.TRIES,
              Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
      for (int i = 0; i < round.size(); i++) {
        progress.set(due.get(i), round.get(i).delivered() ? SlotState.DELIVERED : SlotState.LOST);
      }
      results.addAll(round);
    }
    return results;
  }

  private DeliveryResult deliver(Message message, NamedChannel target, int most, long deadline) {
    AnswerRecorder answers = new AnswerRecorder(network);
    DeliveryAttempts attempts = new DeliveryAttempts(target, answers.network(), terms, redaction);
    long start = System.nanoTime();
    DeliveryAttempts.Result result =
        attempts.make(
            target.templates().apply(message), most, (reason, delay) -> pause(delay, deadline));
    DeliveryOutcome outcome = result.outcome();
    boolean isDelivered = outcome instanceof DeliveryOutcome.Delivered;
    if (isDelivered) {
      lanes.revive(target);
    }
    String answer = isDelivered ? answers.words() : outcome.reason() + hint(outcome);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return target.result(isDelivered, result.attempts(), took, attempts.shown(answer));
  }

  private boolean pause(Duration delay, long deadline) {
    if (delay.toNanos() >= deadline - System.nanoTime()) {
      return false;
    }
    try {
      terms.sleeper().sleep(delay);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String hint(DeliveryOutcome outcome) {
    return outcome instanceof DeliveryOutcome.RetryLater later && later.hint().isPresent()
        ? " (asks to wait " + HumanDuration.of(later.hint().get()) + ")"
        : "";
  }

  private static DeliveryResult await(
      FutureTask<DeliveryResult> task, NamedChannel target, long deadline, Duration limit) {
    try {
      return task.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      return unknown(target, limit, "no answer in time");
    } catch (ExecutionException e) {
      return unknown(target, limit, String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unknown(target, limit, "interrupted before there was an answer");
    }
  }

  private static DeliveryResult unknown(NamedChannel target, Duration took, String answer) {
    return target.result(false, 1, took, answer);
  }
}
