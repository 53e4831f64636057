package dev.mulligan.notify.channel.chat;

import com.google.gson.JsonObject;
import dev.mulligan.http.HttpAnswer;
import dev.mulligan.http.HttpRequest;
import dev.mulligan.http.HttpTransport;
import dev.mulligan.http.RequestOptions;
import dev.mulligan.notify.channel.url.HttpAddress;
import dev.mulligan.notify.channel.url.PercentEncoding;
import java.io.IOException;

/**
 * Sends requests of the client-server API with one access token
 * (spec.matrix.org/latest/client-server-api).
 *
 * @param api ends in {@code /_matrix/client/v3}
 * @param token empty before the login
 */
record MatrixSession(HttpTransport http, RequestOptions options, HttpAddress api, String token) {

  MatrixSession with(String accessToken) {
    return new MatrixSession(http, options, api, accessToken);
  }

  HttpAnswer login(String user, String password) throws IOException {
    JsonObject identifier = new JsonObject();
    identifier.addProperty("type", "m.id.user");
    identifier.addProperty("user", user);
    JsonObject login = new JsonObject();
    login.addProperty("type", "m.login.password");
    login.add("identifier", identifier);
    login.addProperty("password", password);
    login.addProperty("initial_device_display_name", "Mulligan");
    return send("POST", "/login", login);
  }

  HttpAnswer join(String room) throws IOException {
    return send("POST", "/join/" + PercentEncoding.encode(room), new JsonObject());
  }

  HttpAnswer put(String roomId, String transaction, JsonObject content) throws IOException {
    return send(
        "PUT",
        "/rooms/"
            + PercentEncoding.encode(roomId)
            + "/send/m.room.message/"
            + PercentEncoding.encode(transaction),
        content);
  }

  HttpAnswer logout() throws IOException {
    return send("POST", "/logout", new JsonObject());
  }

  private HttpAnswer send(String method, String path, JsonObject body) throws IOException {
    HttpRequest request = HttpRequest.json(api.below(path), body.toString()).by(method);
    HttpRequest complete =
        token.isEmpty() ? request : request.with("Authorization", "Bearer " + token);
    return http.send(complete.with(options));
  }
}
