//! Files of street-level records in the form in which the police publish them, made up: for tests and measurements.

use std::collections::BTreeMap;
use std::io::{self, Write};

/// A small area with a place in it, as longitude and latitude and as metres on the national grid.
#[derive(Clone, Debug)]
pub(crate) struct SmallArea {
    pub(crate) code: String,
    pub(crate) name: String,
    /// The ward; none where it lies outside the area.
    pub(crate) ward: Option<String>,
    pub(crate) degrees: (&'static str, &'static str),
    pub(crate) metres: (u32, u32),
}

/// The columns of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Vintage {
    /// From 2017 on.
    New,
    /// Of the first years: a place on the grid, neither small areas nor outcomes.
    Old,
}

impl Vintage {
    pub(crate) fn columns(self) -> &'static str {
        match self {
            Self::New => {
                "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last \
                 outcome category,Context"
            }
            Self::Old => "Month,Reported by,Falls within,Easting,Northing,Location,Crime type,Context",
        }
    }
}

/// What a file shall be.
pub(crate) struct Sheet<'a> {
    pub(crate) areas: &'a [SmallArea],
    pub(crate) kinds: &'a [&'a str],
    pub(crate) month: &'a str,
    pub(crate) force: &'a str,
    pub(crate) records: usize,
    pub(crate) seed: u64,
    pub(crate) vintage: Vintage,
}

/// Records of the area by month, ward and type.
pub(crate) type Counts = BTreeMap<(String, String, String), u32>;

impl Sheet<'_> {
    /// Writes the file with its first line; gives back how many records lie in each ward.
    pub(crate) fn write(&self, to: &mut impl Write) -> io::Result<Counts> {
        writeln!(to, "{}", self.vintage.columns())?;
        let mut dice = Dice(self.seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let mut tally = vec![0_u32; self.areas.len() * self.kinds.len()];
        for _ in 0..self.records {
            let (area, kind) = (dice.below(self.areas.len()), dice.below(self.kinds.len()));
            tally[area * self.kinds.len() + kind] += 1;
            self.record(&self.areas[area], self.kinds[kind], &mut dice, to)?;
        }
        let mut counts = Counts::new();
        for (at, records) in tally.into_iter().enumerate() {
            let (area, kind) = (&self.areas[at / self.kinds.len()], self.kinds[at % self.kinds.len()]);
            if let (Some(ward), 1..) = (&area.ward, records) {
                *counts.entry((self.month.to_owned(), ward.clone(), kind.to_owned())).or_default() += records;
            }
        }
        Ok(counts)
    }

    fn record(&self, area: &SmallArea, kind: &str, dice: &mut Dice, to: &mut impl Write) -> io::Result<()> {
        let (month, force) = (self.month, self.force);
        let street = ["High Street", "Supermarket", "Parking Area", "St Mary's Close", "Nightclub"][dice.below(5)];
        match self.vintage {
            Vintage::New => {
                // Anti-social behaviour has no identity and no outcome.
                let (id, outcome) = if kind.starts_with("Anti") {
                    (String::new(), "")
                } else {
                    let half = || format!("{:016x}", 0x1234_5678_9ABC_DEF0_u64);
                    let id = format!("{:016x}{:016x}{}{}", dice.next(), dice.next(), half(), half());
                    (id, ["Under investigation", "Investigation complete; no suspect identified", ""][dice.below(3)])
                };
                let (longitude, latitude) = area.degrees;
                writeln!(
                    to,
                    "{id},{month},{force},{force},{longitude},{latitude},On or near {street},{},{},{kind},{outcome},",
                    area.code, area.name
                )
            }
            Vintage::Old => {
                let (easting, northing) = area.metres;
                writeln!(to, "{month},{force},{force},{easting},{northing},On or near {street},{kind},")
            }
        }
    }
}

/// Numbers that look like chance and are the same each time.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
        usize::try_from((self.next() >> 11) % end).unwrap_or(0)
    }
}
