package dev.mulligan.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A mail server that says what a test wants, and keeps what it was told. */
final class ScriptedSmtp implements AutoCloseable {

  /** Says nothing at all. */
  static final String SILENCE = "";

  /** Ends the connection. */
  static final String END = "END";

  final List<String> heard = new CopyOnWriteArrayList<>();

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final SSLSocketFactory tls;
  private final ServerSocket server;

  ScriptedSmtp(SSLSocketFactory tls) throws IOException {
    this.tls = tls;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    answers.put("EHLO", "250-here\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN");
    answers.put("DATA", "354 go on");
    answers.put(".", "250 2.0.0 taken");
    answers.put("AUTH", "235 welcome");
    answers.put("STARTTLS", "220 go on");
    answers.put("QUIT", "221 bye");
    Thread thread = new Thread(this::serve, "scripted-smtp");
    thread.setDaemon(true);
    thread.start();
  }

  ScriptedSmtp answering(String verb, String answer) {
    answers.put(verb, answer);
    return this;
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        converse(socket);
      } catch (IOException e) {
        heard.add("(" + e.getClass().getSimpleName() + ")");
      }
    }
  }

  private void converse(Socket first) throws IOException {
    Socket socket = first;
    if (answers.containsKey("TLS")) {
      socket = underTls(first);
    }
    say(socket, answers.getOrDefault("CONNECT", "220 here"));
    BufferedReader in = reader(socket);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      heard.add(line);
      String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
      String answer = answers.getOrDefault(verb, "250 ok");
      if (answer.equals(END)) {
        return;
      }
      if (!isInData() || verb.equals(".") || verb.equals("DATA")) {
        say(socket, answer);
      }
      if (verb.equals("STARTTLS")) {
        socket = underTls(socket);
        in = reader(socket);
      }
    }
  }

  /** Between DATA and the full stop every line is the message's. */
  private boolean isInData() {
    int data = heard.lastIndexOf("DATA");
    return data >= 0
        && answers.getOrDefault("DATA", "").startsWith("354")
        && !heard.subList(data, heard.size()).contains(".");
  }

  private Socket underTls(Socket plain) throws IOException {
    SSLSocket socket = (SSLSocket) tls.createSocket(plain, null, plain.getPort(), true);
    socket.setUseClientMode(false);
    socket.startHandshake();
    return socket;
  }

  private static void say(Socket socket, String answer) throws IOException {
    if (!answer.equals(SILENCE)) {
      OutputStream out = socket.getOutputStream();
      out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
  }
}
