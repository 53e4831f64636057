package dev.mulligan.attach.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;

/**
 * An open attach connection to a JVM. Every call may block for as long as that JVM does not answer.
 */
public interface Connection {

  /**
   * @throws IOException when the connection broke
   */
  Properties systemProperties() throws IOException;

  /**
   * Makes the JVM call {@code agentmain}. Neither a normal return nor an exception tells what
   * happened there.
   *
   * @throws Exception any failure that the attach API reports
   */
  void load(Path jar, String options) throws Exception;

  /** Closes the connection. */
  void close();

  /** Opens connections. */
  interface Connector {

    /**
     * @throws Exception any failure that the attach API reports
     */
    Connection connect(long pid) throws Exception;
  }
}
