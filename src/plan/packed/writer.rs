//! How numbers and texts are written into a packed plan; the browser only reads.

/// A packed plan in the making.
#[derive(Default)]
pub(in super::super) struct Writer {
    pub(super) numbers: Vec<u8>,
    pub(super) text: String,
}

impl Writer {
    /// Writes a number, seven bits to a byte, the lowest first; all bytes but the last have their highest bit set.
    pub(super) fn number(&mut self, mut number: u32) {
        loop {
            let [low, ..] = number.to_le_bytes();
            number >>= 7;
            if number == 0 {
                return self.numbers.push(low & 0x7F);
            }
            self.numbers.push(low | 0x80);
        }
    }

    pub(in super::super) fn text(&mut self, text: &str) {
        self.number(small(text.len()));
        self.text.push_str(text);
    }
}

/// A length as a number. There are none beyond; if there were, the plan would not unpack.
pub(super) fn small(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
