package dev.mulligan.attach.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;

/** An open line to a JVM. Every call may wait as long as that JVM likes. */
public interface Connection {

  /**
   * @throws IOException when the line broke
   */
  Properties systemProperties() throws IOException;

  /**
   * Makes the JVM call {@code agentmain}. Neither a return nor an exception says what happened
   * there.
   *
   * @throws Exception whatever the JVM's attach reports
   */
  void load(Path jar, String options) throws Exception;

  /** Hangs up. */
  void close();

  /** Opens lines. */
  interface Connector {

    /**
     * @throws Exception whatever the JVM's attach reports
     */
    Connection connect(long pid) throws Exception;
  }
}
