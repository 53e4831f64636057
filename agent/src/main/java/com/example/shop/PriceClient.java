package com.example.shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Fetches prices from the price service over HTTP. */
final class PriceClient {

  private static final int OK = 200;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI service;

  PriceClient(URI service) {
    this.service = service;
  }

  String priceOf(String thing) throws IOException, InterruptedException {
    return fetch("price/" + thing);
  }

  private String fetch(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(service.resolve(path)).build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != OK) {
      throw new IOException("the price service answered " + response.statusCode());
    }
    return response.body();
  }
}
