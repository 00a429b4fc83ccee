//! The packed form of what records are made of: numbers, words, lists and pairs.

use super::{Packed, Reader};
#[cfg(not(target_arch = "wasm32"))]
use super::{Writer, small};

impl Packed for u8 {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self, out: &mut Writer) {
        out.numbers.push(*self);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        from.byte()
    }
}

impl Packed for u16 {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self, out: &mut Writer) {
        out.number(u32::from(*self));
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        from.short_number()
    }
}

impl Packed for u32 {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self, out: &mut Writer) {
        out.number(*self);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        from.number()
    }
}

/// The sign goes into the lowest bit, so that small numbers are short on both sides of nought.
impl Packed for i32 {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self, out: &mut Writer) {
        out.number(((self << 1) ^ (self >> 31)).cast_unsigned());
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let number = from.number();
        (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
    }
}

impl Packed for bool {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self, out: &mut Writer) {
        out.numbers.push(u8::from(*self));
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        from.tag(2) == 1
    }
}

impl Packed for String {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self, out: &mut Writer) {
        out.text(self);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        from.text()
    }
}

impl<T: Packed> Packed for Option<T> {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self, out: &mut Writer) {
        self.is_some().pack(out);
        if let Some(it) = self {
            it.pack(out);
        }
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        bool::unpack(from).then(|| T::unpack(from))
    }
}

impl<T: Packed> Packed for Vec<T> {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self, out: &mut Writer) {
        out.number(small(self.len()));
        for it in self {
            it.pack(out);
        }
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        (0..from.length()).map(|_| T::unpack(from)).collect()
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    #[cfg(not(target_arch = "wasm32"))]
    fn pack(&self, out: &mut Writer) {
        self.0.pack(out);
        self.1.pack(out);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        (A::unpack(from), B::unpack(from))
    }
}
