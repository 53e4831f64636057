package dev.mulligan.agent;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The agent's entry class and the isolated class loader of all its other classes. Those lie in the
 * jar's folder {@value #FOLDER}, where no class path scan finds them. The parent of this loader is
 * the platform loader, so the agent's classes never clash with the application's.
 *
 * <p>Once loaded, this class stays for the life of the process, also when a newer agent is attached
 * later. Therefore it only knows how to start the agent of a given jar.
 */
public final class MulliganAgent extends ClassLoader
    implements Supplier<Map<String, Object>>, Consumer<BooleanSupplier> {

  private static final String FOLDER = "mulligan/";
  private static final String CONTROL = "control=";

  /** The loader of the running agent; null after a detach, so that it can be garbage-collected. */
  private static @Nullable MulliganAgent running;

  /**
   * The loader before, until it is certain that the agent of another jar takes over. Weak: only an
   * agent that still runs is needed again.
   */
  private static @Nullable WeakReference<MulliganAgent> former;

  /**
   * What outlives an agent and serves the next one in this process, by name: {@link #get}. Values
   * are of the JDK's classes only, so that no ended agent is kept.
   */
  private static final Map<String, Object> KEPT = new ConcurrentHashMap<>();

  static {
    registerAsParallelCapable();
  }

  private final File jar;
  private final long jarTime;
  private final ZipFile zip;

  /** That of the jar, so that a security policy can grant permissions to it. */
  private final ProtectionDomain domain;

  private volatile boolean isStarted;

  private MulliganAgent(File jar) throws IOException {
    super("mulligan", ClassLoader.getPlatformClassLoader());
    this.jar = jar;
    this.jarTime = jar.lastModified();
    this.zip = new ZipFile(jar);
    CodeSource source = new CodeSource(jar.toURI().toURL(), (Certificate[]) null);
    this.domain = new ProtectionDomain(source, null, this, null);
  }

  /** Called by the JVM before the application's main method. */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    start("dev.mulligan.agent.AtLaunch", arguments, instrumentation);
  }

  /** Called by the JVM, once for each attach. */
  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    start("dev.mulligan.agent.AtAttach", arguments, instrumentation);
  }

  /** Runs the command line. */
  public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
    Object commandLine = new MulliganAgent(ownJar()).newInstance("dev.mulligan.cli.Main");
    @SuppressWarnings("unchecked")
    ToIntFunction<String[]> run = (ToIntFunction<String[]>) commandLine;
    System.exit(run.applyAsInt(arguments));
  }

  /** Starts the agent. No failure reaches the application. */
  private static synchronized void start(
      String entry, @Nullable String arguments, Instrumentation instrumentation) {
    try {
      if (isWithdrawn(arguments)) {
        return;
      }
      MulliganAgent loader = loaderFor(arguments);
      @SuppressWarnings("unchecked")
      BiPredicate<@Nullable String, Instrumentation> agent =
          (BiPredicate<@Nullable String, Instrumentation>) loader.newInstance(entry);
      boolean runs = agent.test(arguments, instrumentation);
      loader.isStarted = true;
      if (runs) {
        if (running != loader) {
          former = new WeakReference<>(running);
        }
        running = loader;
      } else if (running == loader) {
        running = null;
      }
    } catch (Throwable failure) {
      // The process's own: a server may have replaced System.err.
      new PrintStream(new FileOutputStream(FileDescriptor.err), true)
          .println(
              "[mulligan] The agent could not start; the application runs without it: " + failure);
    }
  }

  /**
   * Whether the command line no longer waits: it removes the directory of a request that the JVM
   * did not take in time.
   */
  private static boolean isWithdrawn(@Nullable String arguments) {
    return arguments != null
        && arguments.startsWith(CONTROL)
        && !new File(arguments.substring(CONTROL.length())).exists();
  }

  private static MulliganAgent loaderFor(@Nullable String arguments) throws IOException {
    MulliganAgent last = running;
    if (arguments == null || !arguments.startsWith(CONTROL)) {
      return last == null ? new MulliganAgent(ownJar()) : last;
    }
    Properties request = request(new File(arguments.substring(CONTROL.length())));
    File jar = new File(request.getProperty("jar"));
    boolean takesOver = "attach".equals(request.getProperty("command"));
    return last != null && (!takesOver || last.isOf(jar)) ? last : new MulliganAgent(jar);
  }

  /**
   * Reads the request of the command line. Only an attach may name a jar other than the running
   * one.
   */
  private static Properties request(File directory) throws IOException {
    Properties request = new Properties();
    try (InputStream in = new FileInputStream(new File(directory, "request.properties"))) {
      request.load(in);
    }
    return request;
  }

  private boolean isOf(File otherJar) {
    return jar.equals(otherJar) && jarTime == otherJar.lastModified();
  }

  /** For the agent's classes, which cannot see this class: what outlives an agent. */
  @Override
  public Map<String, Object> get() {
    return KEPT;
  }

  /** For the agent's classes: forgets this loader unless its agent still runs. */
  @Override
  public void accept(BooleanSupplier isInUse) {
    forget(this, isInUse);
  }

  private static synchronized void forget(MulliganAgent loader, BooleanSupplier isInUse) {
    if (running == loader) {
      WeakReference<MulliganAgent> before = former;
      running = isInUse.getAsBoolean() ? loader : before == null ? null : before.get();
      former = null;
    }
  }

  private static File ownJar() {
    URL location = MulliganAgent.class.getProtectionDomain().getCodeSource().getLocation();
    return new File(java.net.URI.create(location.toString()));
  }

  private Object newInstance(String name) throws ReflectiveOperationException {
    return loadClass(name).getConstructor().newInstance();
  }

  /**
   * Looks for the agent's own classes first: the parent has none of them, and a lookup there would
   * cost one exception for each class at startup.
   */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith("java.")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      Class<?> own = findOwn(name);
      return own != null ? own : super.loadClass(name, resolve);
    }
  }

  private @Nullable Class<?> findOwn(String name) throws ClassNotFoundException {
    try {
      byte[] bytes = read(FOLDER + name.replace('.', '/') + ".classdata");
      return bytes == null ? null : defineClass(name, bytes, 0, bytes.length, domain);
    } catch (IOException e) {
      throw new ClassNotFoundException(name + " could not be read from " + jar, e);
    }
  }

  /**
   * Reads an entry; null if there is none. An open jar that is deleted can still be read, but one
   * that is overwritten gives other bytes in the old places. Later reads are therefore checked; the
   * first ones, before the application's main method, need not be.
   */
  private byte @Nullable [] read(String path) throws IOException {
    ZipEntry entry = zip.getEntry(path);
    if (entry == null) {
      return null;
    }
    byte[] bytes;
    try (InputStream in = zip.getInputStream(entry)) {
      bytes = in.readAllBytes();
    }
    if (isStarted && !isIntact(bytes, entry)) {
      throw new IOException("the file was overwritten after the start of the agent");
    }
    return bytes;
  }

  private static boolean isIntact(byte[] bytes, ZipEntry entry) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue() == entry.getCrc();
  }

  /** Avoids URL connections: the JDK's cache of jar connections would never close the jar. */
  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    try {
      byte[] ours = read(pathOf(name));
      return ours == null ? getParent().getResourceAsStream(name) : new ByteArrayInputStream(ours);
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * Class files have the suffix {@code .classdata} in the jar, so that no scanner takes them for
   * classes.
   */
  private static String pathOf(String resource) {
    return FOLDER + (resource.endsWith(".class") ? resource + "data" : resource);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    try {
      return zip.getEntry(FOLDER + name) == null
          ? null
          : new URL("jar:" + jar.toURI() + "!/" + FOLDER + name);
    } catch (MalformedURLException e) {
      return null;
    }
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL found = findResource(name);
    return found == null
        ? Collections.emptyEnumeration()
        : Collections.enumeration(Collections.singleton(found));
  }
}
