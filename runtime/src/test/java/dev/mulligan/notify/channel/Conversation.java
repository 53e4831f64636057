package dev.mulligan.notify.channel;

import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.http.HttpTransport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** A server that gives the answers prepared for it, one after the other, and keeps the requests. */
public final class Conversation implements HttpTransport {

  private final List<HttpRequest> requests = new ArrayList<>();
  private final Queue<HttpAnswer> answers = new ArrayDeque<>();

  public Conversation answering(int status, String body) {
    answers.add(new HttpAnswer(status, body, Map.of()));
    return this;
  }

  @Override
  public HttpAnswer send(HttpRequest request) {
    requests.add(request);
    return answers.remove();
  }

  /** That has no other server. */
  public Network network() {
    return new Network(
        this,
        (mail, server) -> {
          throw new IllegalStateException("no mail is expected");
        });
  }

  public List<HttpRequest> requests() {
    return requests;
  }
}
