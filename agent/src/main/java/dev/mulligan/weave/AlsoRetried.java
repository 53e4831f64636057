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
 * A woven method that another library retries too. It is searched in class files on request only:
 * during weaving that would take too long.
 *
 * @param method such as {@code com.acme.PaymentGateway.charge(java.lang.String, long)}
 * @param note the library and the total number of attempts
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
      return; // JDK classes have no retry annotations
    }
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream in = loader.getResourceAsStream(file)) {
      if (in != null) {
        OtherRetries others = OtherRetries.in(in.readAllBytes(), supertypes(loader));
        woven.methods().forEach(method -> addAll(woven.facts(), method, others, table, all));
      }
    } catch (IOException | RuntimeException unreadable) {
      // No note for an unreadable class.
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
