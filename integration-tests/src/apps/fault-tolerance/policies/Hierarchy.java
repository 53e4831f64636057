package policies;

import java.io.IOException;
import java.util.List;

/**
 * Classes and methods as MicroProfile's annotation may stand on them; here the rule file says what
 * the annotation would. The names tell where it stands.
 */
final class Hierarchy {

  private Hierarchy() {}

  static class OnClass extends Counted {
    @Override
    void service() throws IOException {
      invoked();
    }
  }

  static class InheritsClass extends OnClass {}

  static class OnSubclass extends OnClass {}

  static class OnSubclassThatOverrides extends OnClass {
    @Override
    void service() throws IOException {
      invoked();
    }
  }

  static class OnOverridingMethod extends OnClass {
    @Override
    void service() throws IOException {
      invoked();
    }
  }

  static class OverridesWithoutAnnotation extends OnClass {
    @Override
    void service() throws IOException {
      invoked();
    }
  }

  static class OnMethod extends Counted {
    @Override
    void service() throws IOException {
      invoked();
    }
  }

  static class InheritsMethod extends OnMethod {}

  static class OverridesMethodWithoutAnnotation extends OnMethod {
    @Override
    void service() throws IOException {
      invoked();
    }
  }

  static class OverridesMethodOnSubclass extends OnMethod {
    @Override
    void service() throws IOException {
      invoked();
    }
  }

  static class OnClassAndMethod extends Counted {
    @Override
    void service() throws IOException {
      invoked();
    }
  }

  static class OverridesClassAndMethod extends OnClassAndMethod {
    @Override
    void service() throws IOException {
      invoked();
    }
  }

  static List<Counted> services() {
    return List.of(
        new OnClass(),
        new InheritsClass(),
        new OnSubclass(),
        new OnSubclassThatOverrides(),
        new OnOverridingMethod(),
        new OverridesWithoutAnnotation(),
        new OnMethod(),
        new InheritsMethod(),
        new OverridesMethodWithoutAnnotation(),
        new OverridesMethodOnSubclass(),
        new OnClassAndMethod(),
        new OverridesClassAndMethod());
  }
}
