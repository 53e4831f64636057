package dev.mulligan.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.cli.console.Table.Cell;
import dev.mulligan.cli.console.Table.Column;
import org.junit.jupiter.api.Test;

class TableTest {

  private final Table table =
      new Table(Column.number("PID"), Column.text("MAIN"), Column.number("METHODS"));

  @Test
  void numbersStandRightAndTextStandsLeft() {
    table.add(Cell.of("7"), Cell.of("com.acme.App"), Cell.count(12, Style.PLAIN));
    table.add(Cell.of("12345"), Cell.of("a.B"), Cell.count(3, Style.PLAIN));

    assertThat(printed(Screen.plain()))
        .isEqualTo(
            """
              PID  MAIN          METHODS
                7  com.acme.App       12
            12345  a.B                 3
            """);
  }

  @Test
  void nothingIsShownAsADash() {
    table.add(Cell.of("7"), Cell.of("a.B"), Cell.count(0, Style.PLAIN));

    assertThat(printed(Screen.plain())).endsWith("  7  a.B         -\n");
  }

  @Test
  void coloursDoNotShiftColumns() {
    table.add(new Cell("7", Style.BAD), new Cell("App", Style.GOOD), Cell.count(1, Style.NOTE));

    assertThat(printed(Screen.coloured()).replaceAll("\u001b\\[\\d+m", ""))
        .isEqualTo(
            """
            PID  MAIN  METHODS
              7  App         1
            """);
  }

  @Test
  void aLineOfItsOwnMakesNoColumnWider() {
    table.add(Cell.of("a title that is much longer than every number"));
    table.add(Cell.of("7"), Cell.of("App"), Cell.count(1, Style.PLAIN));

    assertThat(printed(Screen.plain())).contains("\n  7  App         1\n");
  }

  @Test
  void moreCellsThanColumnsAreRefused() {
    Cell cell = Cell.of("");
    assertThatThrownBy(() -> table.add(cell, cell, cell, cell))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private String printed(Screen screen) {
    table.print(screen.console());
    return screen.out();
  }
}
