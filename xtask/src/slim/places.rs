//! The places in source files that a panic would name.
//!
//! In a browser a panic has nowhere to print them, and they cost half a kilobyte after brotli in each module. Blanked, not cut
//! out, so that everything keeps its address.

/// How the path of a source file begins: in the standard library, in what that is made of, and in a package.
const STARTS: [&[u8]; 3] = [b"/rustc/", b"/rust/deps/", b"/src/"];
const END: &[u8] = b".rs";

/// Blanks the paths of source files, and says how many bytes that were.
pub(super) fn blank(wasm: &mut [u8]) -> usize {
    let mut blanked = 0;
    let mut from = 0;
    while let Some(at) = find(&wasm[from..], END) {
        let end = from + at + END.len();
        let start = path_before(wasm, from, end);
        if let Some(start) = start {
            wasm[start..end].fill(0);
            blanked += end - start;
        }
        from = end;
    }
    blanked
}

/// Where the path begins that ends at `end`, if it is one.
fn path_before(wasm: &[u8], from: usize, end: usize) -> Option<usize> {
    let in_path = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-".contains(byte);
    let length = wasm[from..end].iter().rev().take_while(|it| in_path(it)).count();
    let path = &wasm[end - length..end];
    STARTS.iter().filter_map(|start| find(path, start)).min().map(|at| end - length + at)
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|it| it == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_source_files_are_blanked_and_nothing_else() {
        let cases: [(&str, &str); 6] = [
            ("a /rustc/59807616/library/core/src/str.rs b", "a \0 b"),
            ("Police/rustc/598/library/alloc/src/vec/mod.rs\u{1}", "Police\0\u{1}"),
            ("ended reactive_graph-0.2.16/src/owner.rsnext", "ended reactive_graph-0.2.16\0next"),
            ("/rust/deps/dlmalloc-0.2.11/src/dlmalloc.rs!", "\0!"),
            ("/src/a.rs/src/b.rs.", "\0\0."),
            ("partners, burglars.rs and /src/ alone", "partners, burglars.rs and /src/ alone"),
        ];
        for (before, after) in cases {
            let mut bytes = before.as_bytes().to_vec();
            let blanked = blank(&mut bytes);
            assert_eq!(bytes.len(), before.len());
            assert_eq!(blanked, String::from_utf8_lossy(&bytes).matches('\0').count());
            let mut short = bytes.clone();
            short.dedup_by(|one, other| *one == 0 && *other == 0);
            assert_eq!(
                String::from_utf8(short).unwrap().replace('\0', "~"),
                after.replace("\0\0", "\0").replace('\0', "~")
            );
        }
    }
}
