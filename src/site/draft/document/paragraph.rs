//! What every reader makes of a document: paragraphs in reading order.

/// What a paragraph is, as far as the format tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::site::draft) enum Shape {
    /// A heading, by its style or the size of its letters.
    Heading,
    /// An item of a list.
    Bullet,
    /// Anything else.
    Text,
}

/// One paragraph. Type marks stand in the text as `source.txt` has them: `[words](address)`, `¹`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::site::draft) struct Paragraph {
    /// What it is.
    pub(in crate::site::draft) shape: Shape,
    /// Its words; a line break within it is kept.
    pub(in crate::site::draft) text: String,
    /// Whether it follows the one before without a blank line.
    pub(in crate::site::draft) tight: bool,
    /// How deep a heading stands, the highest at 1; 0 where that is not known.
    pub(in crate::site::draft) level: u8,
}

impl Paragraph {
    pub(in crate::site::draft) fn new(shape: Shape, text: impl Into<String>) -> Self {
        Self { shape, text: text.into(), tight: shape == Shape::Bullet, level: 0 }
    }

    /// A heading of a level.
    pub(in crate::site::draft) fn heading(level: u8, text: impl Into<String>) -> Self {
        Self { level, ..Self::new(Shape::Heading, text) }
    }
}

/// A document as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::site::draft) struct Document {
    /// Its paragraphs, page furniture left out where the format tells it apart.
    pub(in crate::site::draft) paragraphs: Vec<Paragraph>,
    /// What whoever starts from it should know, as whole sentences.
    pub(in crate::site::draft) remarks: Vec<String>,
}

/// A table whose rows are read as items of a list: the cell that says what is done as a bullet, the others as lines below.
/// The first row holds the names of the columns.
pub(in crate::site::draft) fn table(rows: &[Vec<String>]) -> Vec<Paragraph> {
    let Some((head, body)) = rows.split_first() else { return Vec::new() };
    let filled = |row: &[String]| row.iter().filter(|it| !it.trim().is_empty()).count();
    // One column is a frame around text, not a table.
    if rows.iter().all(|it| filled(it) <= 1) {
        return rows
            .iter()
            .flatten()
            .filter(|it| !it.trim().is_empty())
            .map(|it| Paragraph::new(Shape::Text, it))
            .collect();
    }
    let length =
        |column: usize| body.iter().filter_map(|row| row.get(column)).map(|it| it.chars().count()).sum::<usize>();
    let says = |it: &String| {
        let it = it.to_lowercase();
        ["action", "activity", "what we", "objective", "task"].iter().any(|word| it.contains(word))
    };
    let main = head.iter().position(says).or_else(|| (0..head.len()).max_by_key(|it| length(*it))).unwrap_or(0);
    let mut list = Vec::new();
    let named: Vec<&str> = head.iter().map(String::as_str).filter(|it| !it.trim().is_empty()).collect();
    list.push(Paragraph::new(Shape::Text, named.join(" / ")));
    for row in body {
        for (column, cell) in row.iter().enumerate().filter(|(_, it)| !it.trim().is_empty()) {
            let is_main = column == main;
            if is_main {
                list.push(Paragraph::new(Shape::Bullet, cell));
            }
        }
        for (column, cell) in row.iter().enumerate().filter(|(_, it)| !it.trim().is_empty()) {
            if column != main {
                list.push(Paragraph { tight: true, ..Paragraph::new(Shape::Text, cell) });
            }
        }
    }
    list
}

/// What is said of a document with tables.
pub(in crate::site::draft) fn of_tables(count: usize) -> Option<String> {
    (count > 0).then(|| {
        let (tables, was) = if count == 1 { ("a table", "Each of its rows") } else { ("tables", "Each of their rows") };
        format!(
            "The document has {tables}. {was} became an item of a list, and its other cells lines below it: compare \
             source.txt with the document there"
        )
    })
}
