package dev.mulligan.retry.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.retry.inspect.NotHeldException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaskTextTest {

  private static final UUID ID = UUID.fromString("7d444840-9dc0-11d1-b245-5ffdce74fad2");

  /** A message as frameworks hand them over. */
  public interface Message {
    Map<String, Object> getHeaders();
  }

  public record Order(int number, @Nullable Order before, List<String> lines) implements Message {
    @Override
    public Map<String, Object> getHeaders() {
      return Map.of("topic", "orders", "offset", 42L);
    }

    public String getSecret() {
      return lines.get(lines.size());
    }
  }

  private static final Order ORDER = new Order(2, new Order(1, null, List.of()), List.of("tea"));

  @Test
  void readsArgumentsByTheirNumberAndByTheirClass() {
    assertThat(filled("{argument(1)}", "first", ORDER)).isEqualTo("first");
    assertThat(filled("{argument(2).number}", "first", ORDER)).isEqualTo("2");
    assertThat(filled("{ argument( 2 ).number }", "first", ORDER)).isEqualTo("2");
    assertThat(filled("{argument(" + Order.class.getName() + ").number}", null, ORDER))
        .isEqualTo("2");
    assertThat(filled("{argument(dev.mulligan.retry.task.TaskTextTest.Message).number}", ORDER))
        .isEqualTo("2");
  }

  @Test
  void readsPropertiesOfPropertiesAndEntriesOfMaps() {
    assertThat(filled("{argument(1).before.number}", ORDER)).isEqualTo("1");
    assertThat(filled("{argument(1).headers.topic}@{argument(1).headers.offset}", ORDER))
        .isEqualTo("orders@42");
  }

  @Test
  void readsTheReceiver() {
    CalledWith call = new CalledWith(ORDER, new Object[0]);

    assertThat(TaskText.parse("order {this.number}!").fill(call)).isEqualTo("order 2!");
    assertThat(TaskText.parse("{this.number}").readsArguments()).isFalse();
    assertThat(TaskText.parse("{this.number} {argument(1)}").readsArguments()).isTrue();
  }

  @Test
  void showsWhatIsShort() {
    assertThat(filled("{argument(1)}", ID)).isEqualTo(ID.toString());
    assertThat(filled("{argument(1)}", true)).isEqualTo("true");
    assertThat(filled("{argument(1)}", TimeUnit.DAYS)).isEqualTo("DAYS");
    assertThat(filled("{argument(1)}", java.time.LocalDate.EPOCH)).isEqualTo("1970-01-01");
  }

  @Test
  void knowsNothingWhereSomethingIsMissing() {
    assertThat(filled("{argument(3)}", "one", "two")).isNull();
    assertThat(filled("job {argument(1)}", (Object) null)).isNull();
    assertThat(filled("{argument(com.acme.Order).number}", ORDER)).isNull();
    assertThat(filled("{argument(1).before.before.number}", ORDER)).isNull();
    assertThat(filled("{argument(1).headers.partition}", ORDER)).isNull();
    assertThat(filled("{argument(1)}", "")).isNull();
    assertThat(TaskText.parse("{this.number}").fill(new CalledWith(null, new Object[0]))).isNull();
  }

  @Test
  void complainsOfWhatCantBeReadOrShown() {
    assertThatThrownBy(() -> filled("{argument(1).nummer}", ORDER))
        .isInstanceOf(NotHeldException.class)
        .hasMessageContaining("nummer");
    assertThatThrownBy(() -> filled("{argument(1).secret}", ORDER))
        .isInstanceOf(NotHeldException.class)
        .hasMessageContaining("throws java.lang.");
    assertThatThrownBy(() -> filled("{argument(1)}", ORDER))
        .isInstanceOf(NotHeldException.class)
        .hasMessageContaining("name a property of it");
    assertThatThrownBy(() -> filled("{argument(1).lines}", ORDER))
        .isInstanceOf(NotHeldException.class);
  }

  private static @Nullable String filled(String text, @Nullable Object... arguments) {
    @Nullable Object[] given = arguments == null ? new @Nullable Object[] {null} : arguments;
    return TaskText.parse(text).fill(new CalledWith(null, given));
  }
}
