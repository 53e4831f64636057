package dev.mulligan.http;

import java.util.concurrent.CountDownLatch;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** A server that takes the request and says nothing. */
final class NeverAnswering extends Dispatcher {

  private final CountDownLatch asked;

  NeverAnswering(CountDownLatch asked) {
    this.asked = asked;
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    asked.countDown();
    return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
  }
}
