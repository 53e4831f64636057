package dev.mulligan.benchmarks.transformer;

import com.acme.shop.Prices;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Passes the classes of a corpus to the agent's transformer, as the JVM does while it loads them.
 */
@State(Scope.Thread)
public class ClassesThatCannotMatch {

  /** The jar of the corpus. */
  static final String JAR = "mulligan.benchmarks.corpus";

  private static final byte[] UNCHANGED = {};

  private final Path jar = Path.of(System.getProperty(JAR));
  private final ClassLoader loader = ClassesThatCannotMatch.class.getClassLoader();
  private final ProtectionDomain domain = ClassesThatCannotMatch.class.getProtectionDomain();
  private ClassFileTransformer transformer = new EmptyTransformer();
  private List<Corpus.ClassFile> corpus = List.of();
  private int next;

  @Setup
  public void takeTheAgentsTransformer() throws IOException {
    corpus = Corpus.in(jar);
    RecordingAgent.transformer().ifPresent(agents -> transformer = agents);
  }

  @Benchmark
  @OperationsPerInvocation(Corpus.SIZE)
  public void all(Blackhole blackhole) throws IllegalClassFormatException {
    for (Corpus.ClassFile classFile : corpus) {
      blackhole.consume(transform(classFile));
    }
  }

  /** Measures percentiles over classes that the transformer has seen before. */
  @Benchmark
  public Object one(SeenBefore seenBefore) throws IllegalClassFormatException {
    next = (next + 1) % Corpus.SIZE;
    return transform(corpus.get(next));
  }

  /**
   * Verifies that the agent was active: it does not change these classes, and weaves one that
   * matches.
   */
  @TearDown
  public void weavesOnlyWhatMatches() throws IOException, IllegalClassFormatException {
    for (Corpus.ClassFile classFile : corpus) {
      if (transform(classFile) != UNCHANGED) {
        throw new IllegalStateException(classFile.name() + " was woven");
      }
    }
    boolean expected = !(transformer instanceof EmptyTransformer);
    if ((transform(Corpus.own(jar, Prices.class)) != UNCHANGED) != expected) {
      throw new IllegalStateException("the class that matches was not woven");
    }
  }

  private byte[] transform(Corpus.ClassFile classFile) throws IllegalClassFormatException {
    byte[] woven =
        transformer.transform(
            loader.getUnnamedModule(), loader, classFile.name(), null, domain, classFile.bytes());
    return woven == null ? UNCHANGED : woven;
  }

  /**
   * Runs one pass first: the first pass takes long, and part of it would be measured if the warm-up
   * did it.
   */
  @State(Scope.Thread)
  public static class SeenBefore {
    @Setup
    public void lookAtAll(ClassesThatCannotMatch classes) throws IllegalClassFormatException {
      for (Corpus.ClassFile classFile : classes.corpus) {
        classes.transform(classFile);
      }
    }
  }

  private static final class EmptyTransformer implements ClassFileTransformer {}
}
