//! How fast the engine answers, on made-up plans of four sizes.
//!
//! ```text
//! cargo run --profile bench-native --example engine-bench
//! ```
//!
//! The profile matters: `--release` is set for the smallest wasm, and several times slower here.

use plan_explorer::changes::compare;
use plan_explorer::plan::{
    Alias, Coverage, Edition, Entry, Gap, Kind, Lineage, LinkId, Local, Origin, Part, Partner, PartnerId, Plan,
    Priority, PriorityId, Role, SectionId, Slug, Source, Term, Ward, WardId, limits,
};
use plan_explorer::query::{Engine, Facts, Query, groups, search};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// How often each answer is timed.
const RUNS: usize = 201;

fn main() {
    println!(
        "{:>8} {:>10} {:>10} {:>10} {:>10} {:>10} {:>10} {:>10}",
        "entries", "make", "read", "all", "typical", "search", "all facets", "groups"
    );
    for entries in [100, 1_000, 10_000, 50_000] {
        let plan = Dice(0x5eed).plan(entries);
        let runs = if entries > 10_000 { 5 } else { 21 };
        let make = median(runs, || Facts::of(&plan));
        let facts = Facts::of(&plan);
        let json = facts.json();
        let read = median(runs, || Facts::read(&json).map(|it| Engine::new(&it)));
        let engine = Engine::new(&facts);
        let typical = Query {
            priorities: [PriorityId(0), PriorityId(3)].into(),
            wards: [WardId(2)].into(),
            kinds: [Kind::Promised, Kind::Done].into(),
            ..Query::default()
        };
        let search = Query { words: "co s anti social".to_owned(), ..Query::default() };
        let full = Query {
            partners: (0..20).map(PartnerId).collect(),
            gaps: [Gap::NoCounts, Gap::SuccessNotSet].into(),
            words: "s".to_owned(),
            ..typical.clone()
        };
        let mut row = vec![format!("{entries:>8}"), shown(make), shown(read)];
        for query in [&Query::default(), &typical, &search, &full] {
            row.push(shown(median(RUNS, || engine.select(query))));
        }
        let all = engine.select(&Query::default());
        row.push(shown(median(RUNS, || groups(&facts, &all, &Query::default()))));
        println!(
            "{}   ({} found)",
            row.join(" "),
            [&typical, &search, &full].map(|it| engine.count(it).to_string()).join(", ")
        );
    }
    let (newer, older) = (Dice(0x5eed).plan(2_000), Dice(0xfeed).plan(2_000));
    println!(
        "comparing two editions of 2,000 records, all reworded: {}",
        shown(median(5, || compare(&newer, &older).list.len()))
    );
    let mut strangers = older;
    strangers.entries.iter_mut().enumerate().for_each(|(at, it)| it.id = slug("f", at));
    println!("the same, with no id in common: {}", shown(median(5, || compare(&newer, &strangers).list.len())));
    let text = "Anti-social behaviour in the town’s hot-spots fell by £196,000 after patrols by the police. ".repeat(4);
    let words = search::Words::new("antisocial pol");
    println!("marking a text of {} letters: {}", text.len(), shown(median(RUNS, || search::mark(&text, &words).len())));
}

fn median<T>(runs: usize, mut work: impl FnMut() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[runs / 2]
}

fn shown(time: Duration) -> String {
    let micros = time.as_nanos() / 1000;
    if micros < 10_000 { format!("{micros:>7} µs") } else { format!("{:>7} ms", micros / 1000) }
}

/// A seeded row of numbers, and the plans drawn from it.
struct Dice(u64);

const BEGINNINGS: [&str; 24] = [
    "co", "an", "po", "se", "tra", "vi", "ha", "re", "do", "lo", "sa", "cri", "dru", "fa", "you", "ne", "wa", "in",
    "su", "pre", "ro", "bu", "ki", "spe",
];
const ENDINGS: [&str; 24] = [
    "mmunity", "ti", "lice", "rvice", "ffic", "ctim", "rm", "port", "mestic", "cal", "fety", "me", "gs", "milies",
    "th", "ighbour", "rd", "crease", "pport", "vent", "ad", "siness", "nd", "ech",
];

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % sides
    }

    fn id(&mut self, of: usize) -> u16 {
        u16::try_from(self.roll(of)).unwrap_or_default()
    }

    fn word(&mut self) -> String {
        // Some words are met far more often than others, as in any language.
        let sides = if self.roll(2) == 0 { 6 } else { 24 };
        let word = [BEGINNINGS[self.roll(sides)], ENDINGS[self.roll(sides)]].concat();
        match self.roll(12) {
            0 => word + "s",
            1 => "anti-social".to_owned(),
            2 => [&word, ENDINGS[self.roll(24)]].concat(),
            _ => word,
        }
    }

    fn text(&mut self, words: usize) -> String {
        (0..words).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }

    fn source(&mut self, words: usize) -> Source {
        Source { quote: self.text(words), section: SectionId(0), at: 0 }
    }

    /// A plan with so many entries, seven priorities, as many partners as there may be, and forty wards.
    fn plan(&mut self, entries: usize) -> Plan {
        let priorities: Vec<Priority> = (0..7)
            .map(|at| Priority {
                id: slug("p", at),
                name: self.source(3),
                short: self.text(2),
                plain: String::new(),
                aliases: vec![Alias { name: self.text(2), section: None }],
                sensitive: false,
                private_words: vec![],
                new: false,
                lead: None,
                nothing_reported: false,
            })
            .collect();
        let partners: Vec<Partner> = (0..limits::PARTNERS)
            .map(|at| Partner {
                id: slug("o", at),
                name: self.text(3),
                short: self.text(1),
                statutory: false,
                source: self.source(3),
                aliases: vec![],
                link: None,
                about: None,
            })
            .collect();
        let wards: Vec<Ward> = (0..40)
            .map(|at| Ward { id: slug("w", at), name: self.text(1), code: String::new(), neighbours: vec![] })
            .collect();
        let glossary: Vec<Term> = (0..40)
            .map(|at| Term {
                id: slug("t", at),
                term: self.word(),
                stands_for: Some(self.text(3)),
                meaning: String::new(),
                also: vec![self.text(2)],
            })
            .collect();
        Plan {
            edition: self.edition(),
            sections: vec![],
            sentences: vec![],
            entries: (0..entries).map(|at| self.entry(at)).collect(),
            targets: vec![],
            priorities,
            partners,
            links: vec![],
            contacts: vec![],
            everyday: vec![],
            survey: vec![],
            funding: vec![],
            principles: vec![],
            themes: vec![],
            governance: vec![],
            footnotes: vec![],
            glossary,
            notes: vec![],
            wards,
            lineage: Lineage::default(),
        }
    }

    fn entry(&mut self, at: usize) -> Entry {
        let roles = Role::WORDS.map(|it| it.0);
        let kind = Kind::ALL[self.roll(5)];
        Entry {
            id: slug("e", at),
            kind,
            priorities: (0..self.roll(4)).map(|_| PriorityId(self.id(7))).collect(),
            partners: (0..self.roll(4))
                .map(|_| Part {
                    partner: PartnerId(self.id(limits::PARTNERS)),
                    role: roles[self.roll(4)],
                    inferred: false,
                })
                .collect(),
            coverage: match self.roll(4) {
                0 | 1 => Coverage::Area,
                2 => Coverage::County,
                _ => Coverage::Wards((0..=self.roll(3)).map(|_| WardId(self.id(40))).collect()),
            },
            origin: if kind == Kind::Local { self.local() } else { Origin::Plan(self.source(25)) },
            plain: (self.roll(2) == 0).then(|| self.text(15)),
            gaps: Gap::ALL.into_iter().filter(|_| self.roll(5) == 0).collect(),
            footnotes: vec![],
            amounts: vec![],
            measure: None,
            strategy: None,
        }
    }

    fn local(&mut self) -> Origin {
        Origin::Elsewhere(Local {
            fact: self.text(20),
            date: String::new(),
            url: String::new(),
            publisher: String::new(),
            basis: String::new(),
            confidence: plan_explorer::plan::Confidence::High,
        })
    }

    fn edition(&mut self) -> Edition {
        Edition {
            id: slug("made-up", 0),
            title: self.source(3),
            update: self.source(3),
            draft: true,
            years: (2020, 2023),
            year: 2021,
            place: String::new(),
            area_kind: String::new(),
            county: String::new(),
            partnership: String::new(),
            heading: String::new(),
            page: LinkId(0),
            standing: String::new(),
            standing_short: String::new(),
            rights: String::new(),
            report: None,
            caveat: None,
            success: None,
        }
    }
}

fn slug(kind: &str, at: usize) -> Slug {
    Slug::new(&format!("{kind}{at}")).unwrap_or_default()
}
