package dev.mulligan.attach.process;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;

/** A connection by the JDK's attach API (module jdk.attach, which a runtime image may lack). */
public final class JdkConnection implements Connection {

  private final VirtualMachine target;

  private JdkConnection(VirtualMachine target) {
    this.target = target;
  }

  public static Connection to(long pid) throws Exception {
    return new JdkConnection(VirtualMachine.attach(Long.toString(pid)));
  }

  @Override
  public Properties systemProperties() throws IOException {
    return target.getSystemProperties();
  }

  @Override
  public void load(Path jar, String options) throws Exception {
    target.loadAgent(jar.toString(), options);
  }

  @Override
  public void close() {
    try {
      target.detach();
    } catch (IOException alreadyClosed) {
      // the connection is closed already
    }
  }
}
