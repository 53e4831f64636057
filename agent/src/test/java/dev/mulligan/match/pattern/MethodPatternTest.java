package dev.mulligan.match.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mulligan.match.facts.MethodFacts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "com.acme.Gateway.charge(..)            | com.acme.Gateway       | true",
        "com.acme.Gateway.charge(..)            | com.acme.Gateways      | false",
        "com.acme.*.charge(..)                  | com.acme.Gateway       | true",
        "com.acme.*.charge(..)                  | com.acme.pay.Gateway   | false",
        "com.acme..*.charge(..)                 | com.acme.Gateway       | true",
        "com.acme..*.charge(..)                 | com.acme.pay.a.Gateway | true",
        "com.acme..*.charge(..)                 | org.acme.Gateway       | false",
        "com.acme..*way.charge(..)              | com.acme.pay.Gateway   | true",
        "com..pay..*.charge(..)                 | com.acme.pay.a.Gateway | true",
        "*..*.charge(..)                        | com.acme.Gateway       | true",
        "*..*.charge(..)                        | Gateway                | true",
        "*..Gateway.charge(..)                  | a.b.c.Gateway          | true",
        "com.acme.Outer.Inner.charge(..)        | com.acme.Outer$Inner   | true",
        "com.acme.Outer$Inner.charge(..)        | com.acme.Outer$Inner   | true",
        "com.acme.*.charge(..)                  | com.acme.Outer$Inner   | false",
        "com.acme.Outer.*.charge(..)            | com.acme.Outer$Inner   | true",
        "com.acme.Module$.charge(..)            | com.acme.Module$       | true",
        "Gateway.charge(..)                     | Gateway                | true",
        "Thread.charge(..)                      | java.lang.Thread       | true",
      })
  void namesTheDeclaringType(String pattern, String type, boolean matches) throws Exception {
    assertThat(MethodPattern.parse(pattern).namesType(type)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "T.m(..)                        | ()V                                       | true",
        "T.m()                          | ()V                                       | true",
        "T.m()                          | (I)V                                      | false",
        "T.m(int)                       | (I)V                                      | true",
        "T.m(*)                         | (I)V                                      | true",
        "T.m(*)                         | (IJ)V                                     | false",
        "T.m(String, long)              | (Ljava/lang/String;J)V                    | true",
        "T.m(java.lang.String, long)    | (Ljava/lang/String;J)V                    | true",
        "T.m(String, ..)                | (Ljava/lang/String;J)V                    | true",
        "T.m(.., long)                  | (Ljava/lang/String;J)V                    | true",
        "T.m(.., int)                   | (Ljava/lang/String;J)V                    | false",
        "T.m(java.util.List)            | (Ljava/util/List;)V                       | true",
        "T.m(java.util.*)               | (Ljava/util/List;)V                       | true",
        "T.m(java.util.Map.Entry)       | (Ljava/util/Map$Entry;)V                  | true",
        "T.m(String[])                  | ([Ljava/lang/String;)V                    | true",
        "T.m(String...)                 | ([Ljava/lang/String;)V                    | true",
        "T.m(String)                    | ([Ljava/lang/String;)V                    | false",
        "T.m(int[][], byte)             | ([[IB)V                                   | true",
        "void T.m(..)                   | ()V                                       | true",
        "String T.m(..)                 | ()V                                       | false",
        "String T.m(..)                 | ()Ljava/lang/String;                      | true",
        "* T.m(..)                      | ()[J                                      | true",
        "long[] T.m(..)                 | ()[J                                      | true",
        "public T.m(..)                 | ()V                                       | true",
        "public !static T.m(..)         | ()V                                       | true",
        "private * T.m(..)              | ()V                                       | false",
        "@a.Retry T.m(..)               | ()V                                       | true",
        "@a..* T.m(..)                  | ()V                                       | true",
        "@a.Other T.m(..)               | ()V                                       | false",
        "T.m(..) throws java.io.*       | ()V                                       | true",
        "T.m(..) throws java.sql.*      | ()V                                       | false",
        "T.*(..)                        | ()V                                       | true",
        "T.m*(..)                       | ()V                                       | true",
        "T.find*(..)                    | ()V                                       | false",
      })
  void matchesTheSignature(String pattern, String descriptor, boolean matches) throws Exception {
    MethodFacts method =
        new MethodFacts(
            "m",
            java.lang.reflect.Modifier.PUBLIC,
            List.of(descriptor),
            List.of("java.io.IOException"),
            List.of("a.Retry"));
    assertThat(MethodPattern.parse(pattern).matchesSignature(method)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "com.acme.Gateway.charge           | 23 | the parameters are missing: write com.acme.Gateway.charge(..)",
        "com.acme.Gateway.charge(..        | 26 | the closing ')' is missing",
        "charge(..)                        | 0  | write com.acme.Service.charge(..), or *..*.charge(..) for any type",
        "com.acme..charge(..)              | 0  | write com.acme..*.charge(..) for any type",
        "com.acme.Gateway.new(..)          | 0  | constructors and static initialisers are never retried",
        "com.acme.Gateway.<init>(..)       | 0  | constructors and static initialisers are never retried",
        "com.acme.Gate-way.charge(..)      | 13 | '-' is not allowed in a type name",
        "com.acme.Gateway.charge(List<A>)  | 28 | generic types are erased: write List",
        "com.acme.Gateway.charge(int a)    | 27 | a parameter has only a type, not a name: write int",
        "com.acme.Gateway.charge(int, )    | 29 | a type name is missing here",
        "com.acme.Gateway.charge(Foo+)     | 27 | is allowed only after the declaring type",
        "pubic void a.B.c(..)              | 0  | 'pubic' is not a modifier",
        "a.B.c(..) && a.B.d(..)            | 10 | one pattern names one method",
        "(..)                              | 0  | the method is missing",
        "a....B.c(..)                      | 0  | a name contains three dots",
      })
  void saysWhereAMistakeIsAndWhatToWrite(String pattern, int index, String message) {
    PatternException mistake =
        catchThrowableOfType(PatternException.class, () -> MethodPattern.parse(pattern));
    assertThat(mistake).hasMessageContaining(message);
    assertThat(mistake.index()).isBetween(index, index + pattern.length());
    if (index > 0) {
      assertThat(mistake.index()).isEqualTo(index);
    }
  }

  @Test
  void toleratesWhiteSpaceEverywhere() throws Exception {
    assertThat(MethodPattern.parse("  public   void  a.B.c( int ,  String )  ").toString())
        .isEqualTo("public   void  a.B.c( int ,  String )");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "T.token-ATqs4ZQ(..)     | token-ATqs4ZQ     | true",
        "T.token-*(..)           | token-ATqs4ZQ     | true",
        "T.`with spaces`(..)     | with spaces       | true",
        "T.`with (a, b) @ c`(..) | with (a, b) @ c   | true",
        "void T.`with *`(int)    | with spaces       | true",
        "T.`plain`(..)           | plain             | true",
        "T.`with spaces`(..)     | without           | false",
      })
  void takesEveryNameThatTheJvmTakes(String pattern, String name, boolean matches)
      throws Exception {
    assertThat(MethodPattern.parse(pattern).matchesName(name)).isEqualTo(matches);
    assertThat(MethodPattern.parse(pattern)).hasToString(pattern);
  }

  @Test
  void saysWhatIsWrongWithAQuotedName() {
    assertThatThrownBy(() -> MethodPattern.parse("T.`open(..)"))
        .hasMessageContaining("the closing '`' is missing");
    assertThatThrownBy(() -> MethodPattern.parse("T.`a/b`(..)"))
        .hasMessageContaining("'/' is not allowed in a method name");
  }
}
