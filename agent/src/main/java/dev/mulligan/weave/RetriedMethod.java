package dev.mulligan.weave;

import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.weave.method.Binding;
import dev.mulligan.weave.method.MethodTable;
import dev.mulligan.weave.method.WovenMethod;
import dev.mulligan.weave.rewrite.Advised;
import java.util.ArrayList;
import java.util.List;

/**
 * A woven method of a loaded class and a rule that retries it.
 *
 * @param method such as {@code com.acme.PaymentGateway.charge(java.lang.String, long)}
 * @param loader the name of its class loader, for display; empty for the application's loader
 */
public record RetriedMethod(String method, String loader, Operation operation) {

  static List<RetriedMethod> all(Class<?>[] loaded, WovenClasses woven, MethodTable table) {
    List<RetriedMethod> all = new ArrayList<>();
    for (Class<?> type : loaded) {
      woven.find(type).ifPresent(found -> addAll(type, found, table, all));
    }
    return all;
  }

  private static void addAll(
      Class<?> type, WovenClasses.WovenClass woven, MethodTable table, List<RetriedMethod> all) {
    for (Advised advised : woven.methods()) {
      WovenMethod method = table.get(advised.id());
      if (method != null) {
        String name = method.shownOwner() + "." + advised.facts().signature();
        for (Binding binding : method.bindings()) {
          all.add(new RetriedMethod(name, loaderName(type), binding.operation()));
        }
      }
    }
  }

  private static String loaderName(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    if (loader == null) {
      return "bootstrap";
    }
    if (loader == ClassLoader.getSystemClassLoader()) {
      return "";
    }
    // Loaders of one kind, such as those of a server's applications, must differ.
    return loader.getName() == null
        ? loader.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(loader))
        : loader.getName();
  }
}
