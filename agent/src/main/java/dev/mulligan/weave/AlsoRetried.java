package dev.mulligan.weave;

import dev.mulligan.match.OtherRetries;
import dev.mulligan.match.OtherRetry;
import dev.mulligan.match.facts.ClassFacts;
import dev.mulligan.match.facts.TypeSource;
import dev.mulligan.weave.method.Binding;
import dev.mulligan.weave.method.MethodTable;
import dev.mulligan.weave.method.WovenMethod;
import dev.mulligan.weave.rewrite.Advised;
import dev.mulligan.weave.scan.LoaderTypes;
import dev.mulligan.weave.scan.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A woven method that another library retries too. Looked for when somebody asks, in class files:
 * weaving has no time for it.
 *
 * @param method as in {@code com.acme.PaymentGateway.charge(java.lang.String, long)}
 * @param note by which library, and how many attempts that makes
 */
public record AlsoRetried(String rule, String method, String note) {

  static List<AlsoRetried> all(Class<?>[] loaded, WovenClasses woven, MethodTable table) {
    List<AlsoRetried> all = new ArrayList<>();
    for (Class<?> type : loaded) {
      woven.find(type).ifPresent(found -> addAll(type, found, table, all));
    }
    return all;
  }

  private static void addAll(
      Class<?> type, WovenClasses.WovenClass woven, MethodTable table, List<AlsoRetried> all) {
    ClassLoader loader = type.getClassLoader();
    if (loader == null) {
      return; // the JDK retries nothing
    }
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = loader.getResourceAsStream(file)) {
      if (in != null) {
        OtherRetries others = OtherRetries.in(in.readAllBytes(), supertypes(loader));
        woven.methods().forEach(method -> addAll(woven.facts(), method, others, table, all));
      }
    } catch (IOException | RuntimeException unreadable) {
      // Then there is nothing to tell.
    }
  }

  private static void addAll(
      ClassFacts type,
      Advised advised,
      OtherRetries others,
      MethodTable table,
      List<AlsoRetried> all) {
    WovenMethod method = table.get(advised.id());
    for (Binding binding : method == null ? List.<Binding>of() : method.bindings()) {
      for (OtherRetry other : others.of(advised.facts())) {
        all.add(
            new AlsoRetried(
                binding.operation().rule(),
                type.name() + "." + advised.facts().signature(),
                other.times(binding.strategy().maxAttempts())));
      }
    }
  }

  private static TypeSource supertypes(ClassLoader loader) {
    return new LoaderTypes(loader, Plan.NOTHING.prefilter());
  }
}
