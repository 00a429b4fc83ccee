//! What can be had of a zip that is cut off: its directory stood at the end and is lost, but before each file in it stand
//! its name and how it is packed. By hand, because the package `zip` needs the directory.

use std::io::{self, BufRead, Read};

use flate2::Crc;
use flate2::bufread::DeflateDecoder;

/// Stands before each file.
const START: &[u8; 4] = b"PK\x03\x04";
/// How much stands between that and the file's name.
const HEAD: usize = 26;
/// The number of the one way of packing that is in use.
const DEFLATED: u16 = 8;

/// Hands each file of a broken zip to `read`, by its name; tells how many there were. `read` takes what it wants of a file.
pub(super) fn each(mut zip: impl BufRead + Send, mut read: impl FnMut(&str, &mut (dyn Read + Send))) -> usize {
    let mut files = 0;
    // Anything that goes wrong here is the end of what can be had.
    while let Ok(Some(head)) = find_head(&mut zip) {
        files += 1;
        if head.locked {
            continue;
        }
        if head.method == DEFLATED {
            let follows = |it: &mut DeflateDecoder<_>| rest(it.get_mut()).is_ok_and(|it| it > 0);
            let file = DeflateDecoder::new(&mut zip);
            hand_on(Checked { file, follows, head: &head, crc: Crc::new() }, &head.name, &mut read);
        } else if head.method == 0 && head.length > 0 {
            let follows = |it: &mut io::Take<_>| rest(it.get_mut()).is_ok_and(|it| it > 0);
            let file = (&mut zip).take(head.length);
            hand_on(Checked { file, follows, head: &head, crc: Crc::new() }, &head.name, &mut read);
        }
    }
    files
}

fn hand_on(mut file: impl Read + Send, name: &str, read: &mut impl FnMut(&str, &mut (dyn Read + Send))) {
    read(name, &mut file);
    // What follows can be found from the end of this file; where that fails, another beginning is looked for.
    drop(io::copy(&mut file, &mut io::sink()));
}

/// How much of the zip lies ready to be read; zero at its end.
fn rest(zip: &mut impl BufRead) -> io::Result<usize> {
    zip.fill_buf().map(<[u8]>::len)
}

struct Head {
    name: String,
    /// How it is packed.
    method: u16,
    locked: bool,
    /// The sum over the file and its lengths stand behind it, not before it.
    told_later: bool,
    crc: u32,
    /// As it lies in the zip, and when unpacked. Without one there is no telling where a file ends that is not packed.
    length: u64,
    unpacked: u32,
}

/// Looks for the next file.
fn find_head(zip: &mut impl BufRead) -> io::Result<Option<Head>> {
    let mut seen = 0;
    while seen < START.len() {
        let Some(byte) = zip.fill_buf()?.first().copied() else { return Ok(None) };
        zip.consume(1);
        seen = if byte == START[seen] { seen + 1 } else { usize::from(byte == START[0]) };
    }
    let mut head = [0; HEAD];
    zip.read_exact(&mut head)?;
    let short = |at: usize| u16::from_le_bytes([head[at], head[at + 1]]);
    let long = |at: usize| u32::from_le_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    let mut name = vec![0; short(22).into()];
    zip.read_exact(&mut name)?;
    io::copy(&mut zip.take(short(24).into()), &mut io::sink())?;
    let length = u64::from(long(14));
    Ok(Some(Head {
        name: String::from_utf8_lossy(&name).into_owned(),
        method: short(4),
        locked: short(2) & 1 == 1,
        told_later: short(2) & 8 == 8,
        crc: long(10),
        length,
        unpacked: long(18),
    }))
}

/// A file in a zip, which ends with an error where it is not there in full.
struct Checked<'a, R> {
    file: R,
    /// Whether something follows the file in the zip.
    follows: fn(&mut R) -> bool,
    head: &'a Head,
    crc: Crc,
}

impl<R: Read> Read for Checked<'_, R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(to)?;
        self.crc.update(&to[..read]);
        if read > 0 || to.is_empty() {
            return Ok(read);
        }
        // Where the sum stands behind the file, there is at least that to come.
        let whole = if self.head.told_later {
            (self.follows)(&mut self.file)
        } else {
            self.crc.sum() == self.head.crc && self.crc.amount() == self.head.unpacked
        };
        if whole { Ok(0) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
    }
}
