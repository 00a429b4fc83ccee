//! The text of an edition as a PDF, set as a program for writing sets it.

use pdf_writer::{Content, Finish as _, Name, Pdf, Rect, Ref, Str};

use crate::formats::{Block, without_links};

/// How pages are set. Lengths are in points.
#[derive(Clone, Copy)]
pub(crate) struct Setting {
    pub(crate) columns: u8,
}

const WIDTH: f32 = 595.0;
const HEIGHT: f32 = 842.0;
const MARGIN: f32 = 70.0;
const GAP: f32 = 30.0;

/// Widths of Helvetica from the space on, in thousandths of the size.
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];

/// How wide a text is; bold is a little wider.
fn width(text: &str, font: &[u8], size: f32) -> f32 {
    let of = |c: char| {
        let at = u32::from(c).checked_sub(32).and_then(|it| usize::try_from(it).ok());
        at.and_then(|it| WIDTHS.get(it)).copied().unwrap_or(if RAISED.contains(&c) { 333 } else { 556 })
    };
    let bolder = if font == b"B" { 1.08 } else { 1.0 };
    text.chars().map(|c| f32::from(of(c)) * size / 1000.0 * bolder).sum()
}

const RAISED: [char; 3] = ['¹', '²', '³'];

/// The text in the encoding that PDFs share with Windows.
fn encode(text: &str) -> Vec<u8> {
    let byte = |c: char| match c {
        '’' => 0x92,
        '‘' => 0x91,
        '“' => 0x93,
        '”' => 0x94,
        '•' => 0x95,
        '–' => 0x96,
        c => u8::try_from(u32::from(c)).unwrap_or(b'?'),
    };
    text.chars().map(byte).collect()
}

/// One page being set.
struct Page {
    content: Content,
    column: u8,
    y: f32,
}

struct Setter {
    setting: Setting,
    pages: Vec<Page>,
}

impl Setter {
    fn column_width(&self) -> f32 {
        let columns = f32::from(self.setting.columns);
        (WIDTH - 2.0 * MARGIN - GAP * (columns - 1.0)) / columns
    }

    fn page(&mut self, needed: f32) -> &mut Page {
        let columns = self.setting.columns;
        let full = self.pages.last().is_none_or(|it| it.y - needed < MARGIN);
        if full {
            match self.pages.last_mut().filter(|it| it.column + 1 < columns) {
                Some(page) => {
                    page.column += 1;
                    page.y = HEIGHT - MARGIN;
                }
                None => self.pages.push(Page { content: Content::new(), column: 0, y: HEIGHT - MARGIN }),
            }
        }
        self.pages.last_mut().expect("there is a page")
    }

    fn line(&mut self, text: &str, font: &[u8], size: f32, indent: f32) {
        let step = self.column_width() + GAP;
        let page = self.page(size * 1.2);
        page.y -= size * 1.2;
        let left = MARGIN + step * f32::from(page.column) + indent;
        write(&mut page.content, text, font, size, left, page.y);
    }

    fn block(&mut self, block: &Block) {
        let (font, size, indent, before): (&[u8], f32, f32, f32) = match block {
            Block::Title(_) => (b"B", 22.0, 0.0, 14.0),
            Block::Heading(_) => (b"B", 14.0, 0.0, 12.0),
            Block::Bullet(_) => (b"F", 11.0, 18.0, 2.0),
            Block::Contents(_) => (b"F", 11.0, 0.0, 1.0),
            Block::Text(it) if it.starts_with(RAISED) => (b"F", 9.0, 0.0, 5.0),
            Block::Text(_) => (b"F", 11.0, 0.0, 8.0),
        };
        self.page(size * 1.2).y -= before;
        let words = without_links(block.text());
        let words = words.replace('\t', " ........ ");
        let most = self.column_width() - indent;
        let mut first = true;
        let mut line = String::new();
        for word in words.split(' ') {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if width(&longer, font, size) <= most || line.is_empty() {
                line = longer;
                continue;
            }
            // Long words are cut at the end of a line, as programs for writing do.
            let cut = (word.len() > 12 && word.chars().all(|c| c.is_ascii_lowercase())).then(|| word.split_at(6));
            let fits = cut.filter(|(head, _)| width(&format!("{line} {head}-"), font, size) <= most);
            let rest = match fits {
                Some((head, tail)) => {
                    line = format!("{line} {head}-");
                    tail
                }
                None => word,
            };
            self.set(&line, block, font, size, indent, first);
            first = false;
            line = rest.to_owned();
        }
        self.set(&line, block, font, size, indent, first);
    }

    fn set(&mut self, line: &str, block: &Block, font: &[u8], size: f32, indent: f32, first: bool) {
        self.line(line, font, size, indent);
        if first && matches!(block, Block::Bullet(_)) {
            let step = self.column_width() + GAP;
            let page = self.pages.last_mut().expect("a line was set");
            write(&mut page.content, "•", font, size, MARGIN + step * f32::from(page.column), page.y);
        }
    }
}

/// Writes a line; raised figures small and high.
fn write(content: &mut Content, text: &str, font: &[u8], size: f32, left: f32, y: f32) {
    content.begin_text();
    content.set_text_matrix([1.0, 0.0, 0.0, 1.0, left, y]);
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(RAISED).unwrap_or(rest.len());
        let (plain, from) = rest.split_at(end);
        content.set_font(Name(font), size).set_rise(0.0).show(Str(&encode(plain)));
        let mark = from.chars().next();
        if let Some(mark) = mark {
            let digit = RAISED.iter().position(|it| *it == mark).map_or(0, |it| it + 1).to_string();
            content.set_font(Name(font), size * 0.6).set_rise(size * 0.35).show(Str(digit.as_bytes()));
        }
        rest = &from[mark.map_or(0, char::len_utf8)..];
    }
    content.end_text();
}

/// A PDF of these lines, with a line at the top and a number at the foot of each page.
pub(crate) fn pdf(blocks: &[Block], setting: Setting) -> Vec<u8> {
    let mut setter = Setter { setting, pages: Vec::new() };
    for it in blocks {
        setter.block(it);
    }
    let count = setter.pages.len();
    let contents = setter.pages.into_iter().enumerate().map(|(at, mut page)| {
        write(&mut page.content, "Community safety plan", b"F", 9.0, MARGIN, HEIGHT - 40.0);
        write(&mut page.content, &format!("Page {} of {count}", at + 1), b"F", 9.0, WIDTH - MARGIN - 60.0, 35.0);
        page.content.finish().to_vec()
    });
    file(contents.collect(), |_| {})
}

/// A PDF of pages with this content.
pub(crate) fn file(contents: Vec<Vec<u8>>, more: impl FnOnce(&mut Pdf)) -> Vec<u8> {
    let mut pdf = Pdf::new();
    let (catalog, tree, plain, bold) = (Ref::new(1), Ref::new(2), Ref::new(3), Ref::new(4));
    let count = i32::try_from(contents.len()).expect("a test has few pages");
    let ids: Vec<Ref> = (0..count).map(|it| Ref::new(10 + 2 * it)).collect();
    pdf.catalog(catalog).pages(tree);
    pdf.pages(tree).kids(ids.iter().copied()).count(count);
    for (id, name) in [(plain, "Helvetica"), (bold, "Helvetica-Bold")] {
        pdf.type1_font(id).base_font(Name(name.as_bytes())).encoding_predefined(Name(b"WinAnsiEncoding"));
    }
    for (id, content) in ids.into_iter().zip(contents) {
        let stream = Ref::new(id.get() + 1);
        let mut page = pdf.page(id);
        page.media_box(Rect::new(0.0, 0.0, WIDTH, HEIGHT)).parent(tree).contents(stream);
        let mut resources = page.resources();
        resources.fonts().pair(Name(b"F"), plain).pair(Name(b"B"), bold);
        resources.x_objects().pair(Name(b"I"), Ref::new(5));
        resources.finish();
        page.finish();
        pdf.stream(stream, &content);
    }
    more(&mut pdf);
    pdf.finish()
}
