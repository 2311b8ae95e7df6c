//! A text as lines of cells, where it is a table.

/// The cells of a line that has no line break within quotes.
pub fn cells(line: &str, between: char) -> Vec<String> {
    let records = records(line, between);
    records
        .and_then(|records| records.into_iter().next())
        .map_or_else(|| vec![line.to_owned()], |record| record.cells)
}

/// A line of a table.
pub struct Record {
    /// The line of the text where it begins, from 1.
    pub line: usize,
    pub cells: Vec<String>,
}

/// All lines of a table, by RFC 4180 with any character between cells; `None` where a quote is
/// never closed, as the rest of the text would then be one cell.
pub fn records(text: &str, between: char) -> Option<Vec<Record>> {
    let mut records = Vec::new();
    let mut cells = Vec::new();
    let mut cell = String::new();
    let (mut line, mut begins) = (1, 1);
    let mut is_quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            // A quote in the middle of a cell is a character of it.
            '"' if cell.trim_start().is_empty() => {
                cell.clear();
                is_quoted = true;
            }
            '\n' => {
                line += 1;
                if is_quoted {
                    cell.push(letter);
                } else {
                    cells.push(std::mem::take(&mut cell));
                    let cells = std::mem::take(&mut cells);
                    records.push(Record {
                        line: begins,
                        cells,
                    });
                    begins = line;
                }
            }
            '\r' if !is_quoted && matches!(letters.peek(), None | Some('\n')) => {}
            letter if letter == between && !is_quoted => cells.push(std::mem::take(&mut cell)),
            letter => cell.push(letter),
        }
    }
    if !(cell.is_empty() && cells.is_empty()) {
        cells.push(cell);
        records.push(Record {
            line: begins,
            cells,
        });
    }
    (!is_quoted).then_some(records)
}
