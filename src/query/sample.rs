//! For tests: a small plan made by hand, and the pieces from which other plans are made.

use crate::plan::*;

/// A seeded row of numbers: tests that draw at random draw the same each time.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    /// A number below `sides`.
    pub(super) fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % sides.max(1)
    }

    /// Yes, once in so many times.
    pub(super) fn once_in(&mut self, times: usize) -> bool {
        self.roll(times) == 0
    }

    /// One of these.
    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.roll(from.len())]
    }
}

pub(super) fn slug(text: &str) -> Slug {
    Slug::new(text).unwrap()
}

pub(super) fn source(quote: &str) -> Source {
    Source { quote: quote.to_owned(), section: SectionId(0), at: 0 }
}

pub(super) fn aliases(names: &[&str]) -> Vec<Alias> {
    names.iter().map(|name| Alias { name: (*name).to_owned(), section: None }).collect()
}

/// A plan without records.
pub(super) fn empty_plan() -> Plan {
    let edition = Edition {
        id: slug("sample"),
        title: source("Sample plan"),
        update: source("Sample"),
        draft: true,
        years: (2020, 2023),
        year: 2021,
        place: "Sampleton".to_owned(),
        area_kind: "borough".to_owned(),
        county: "Sampleshire".to_owned(),
        partnership: "Sampleton partnership".to_owned(),
        heading: "Sample plan".to_owned(),
        page: LinkId(0),
        standing: String::new(),
        standing_short: String::new(),
        rights: String::new(),
        report: None,
        caveat: None,
        success: None,
    };
    Plan {
        edition,
        sections: vec![],
        sentences: vec![],
        priorities: vec![],
        entries: vec![],
        targets: vec![],
        partners: vec![],
        links: vec![],
        contacts: vec![],
        everyday: vec![],
        survey: vec![],
        funding: vec![],
        principles: vec![],
        themes: vec![],
        governance: vec![],
        footnotes: vec![],
        glossary: vec![],
        notes: vec![],
        wards: vec![],
        lineage: Lineage::default(),
    }
}

pub(super) fn priority(id: &str, name: &str, short: &str, other: &[&str]) -> Priority {
    Priority {
        id: slug(id),
        name: source(name),
        short: short.to_owned(),
        plain: String::new(),
        aliases: aliases(other),
        sensitive: false,
        private_words: vec![],
        new: false,
        lead: None,
        nothing_reported: false,
    }
}

pub(super) fn partner(id: &str, name: &str, short: &str, other: &[&str]) -> Partner {
    Partner {
        id: slug(id),
        name: name.to_owned(),
        short: short.to_owned(),
        statutory: true,
        source: source(name),
        aliases: aliases(other),
        link: None,
        about: None,
    }
}

pub(super) fn ward(id: &str, name: &str) -> Ward {
    Ward { id: slug(id), name: name.to_owned(), code: String::new(), neighbours: vec![] }
}

pub(super) fn entry(id: &str, kind: Kind, words: &str, priorities: &[u16]) -> Entry {
    Entry {
        id: slug(id),
        kind,
        priorities: priorities.iter().copied().map(PriorityId).collect(),
        partners: vec![],
        coverage: Coverage::Area,
        origin: Origin::Plan(source(words)),
        plain: None,
        gaps: vec![],
        footnotes: vec![],
        amounts: vec![],
        measure: None,
        strategy: None,
    }
}

pub(super) fn part(partner: u16, role: Role) -> Part {
    Part { partner: PartnerId(partner), role, inferred: false }
}

/// The place of each entry of [`plan`] in its list.
pub(super) mod at {
    pub(crate) const PATROLS: usize = 0;
    pub(crate) const PSPO: usize = 1;
    pub(crate) const HELP: usize = 2;
    pub(crate) const DRUGS: usize = 3;
    pub(crate) const CASTLE: usize = 4;
    pub(crate) const MILL: usize = 5;
    pub(crate) const REPORTS: usize = 6;
    pub(crate) const STRATEGY: usize = 7;
    pub(crate) const LOCAL: usize = 8;
}

/// A plan with four priorities, three partners, three wards and nine entries: at least one for every rule.
pub(super) fn plan() -> Plan {
    let mut plan = empty_plan();
    let asb = priority("asb", "Anti-Social Behaviour (ASB)", "Anti-social behaviour", &["nuisance neighbours"]);
    let lines = priority("county-lines", "Serious Violence & County Lines", "County lines", &[]);
    let mut home = priority("home", "Domestic Abuse", "Domestic abuse", &["domestic violence"]);
    home.sensitive = true;
    home.private_words = ["abus", "domestic viol", "coerciv"].map(str::to_owned).to_vec();
    let keys = priority("keys", "Car Key Burglaries", "Burglary", &["Burglaries (Car Key)"]);
    plan.priorities = vec![asb, lines, home, keys];
    plan.partners = vec![
        partner("council", "Sampleton Borough Council", "Council", &["SBC"]),
        partner("police", "Sampleshire Police", "Police", &["Policing Team"]),
        partner("fire", "Fire and Rescue Service", "Fire service", &["FARS"]),
    ];
    plan.wards = vec![ward("castle", "Castle"), ward("mill", "Mill"), ward("st-johns", "St John’s")];
    plan.footnotes =
        vec![Footnote { id: slug("one"), mark: "1".to_owned(), source: source("Cuckooing is explained.") }];
    plan.glossary = vec![
        Term {
            id: slug("pspo"),
            term: "PSPO".to_owned(),
            stands_for: Some("Public Space Protection Order".to_owned()),
            meaning: String::new(),
            also: vec!["Space Order".to_owned()],
        },
        Term {
            id: slug("marac"),
            term: "MARAC".to_owned(),
            stands_for: Some("Multi-Agency Risk Assessment Conference".to_owned()),
            meaning: String::new(),
            also: vec![],
        },
    ];
    let mut patrols = entry("patrols", Kind::Promised, "More patrols in the town’s hot-spots.", &[0]);
    patrols.partners = vec![part(1, Role::Lead), part(0, Role::Funder)];
    patrols.gaps = vec![Gap::SuccessNotSet];
    let mut pspo = entry("pspo", Kind::Promised, "Renew PSPOs where needed.", &[0, 1]);
    pspo.partners = vec![part(0, Role::Lead)];
    let mut help = entry("help", Kind::Promised, "Refer to the café-style drop in.", &[2]);
    help.plain = Some("We will send people to a re-opened drop-in.".to_owned());
    help.gaps = vec![Gap::LeadNotStated, Gap::SuccessNotSet];
    help.coverage = Coverage::County;
    let mut drugs = entry("drugs", Kind::Done, "Drug dealing fell after £196,000 of funding.", &[1]);
    drugs.partners = vec![part(1, Role::Delivers)];
    drugs.footnotes = vec![FootnoteId(0)];
    let mut castle = entry("castle", Kind::Done, "A youth club opened, and a hot spot closed.", &[0]);
    castle.coverage = Coverage::Wards(vec![WardId(0)]);
    castle.partners = vec![part(2, Role::Named)];
    let mut mill = entry("mill", Kind::Done, "Key safes for the victims’ families.", &[3]);
    mill.coverage = Coverage::Wards(vec![WardId(1), WardId(2)]);
    let mut reports = entry("reports", Kind::Direction, "A 6% rise in reports.", &[2]);
    reports.gaps = vec![Gap::NoCounts, Gap::NoWardFigures];
    reports.measure = Some(Measure {
        name: "Naïve Zoë’s reports".to_owned(),
        unit: "reports".to_owned(),
        direction: Direction::Up,
        polarity: Polarity::Neither,
        change: Some(6),
        counts: None,
        period: None,
        disturbed: false,
        caveats: vec![],
        off_subject: None,
        series: vec![],
        elsewhere: vec![],
    });
    let mut strategy = entry("strategy", Kind::Strategy, "Linked plans.", &[]);
    strategy.strategy = Some(Strategy {
        name: "Health and Wellbeing Strategy".to_owned(),
        used_as: StrategyUse::Linked,
        link: LinkId(0),
        related: None,
    });
    strategy.gaps = vec![Gap::AddressNotGiven];
    let mut local = entry("local", Kind::Local, "", &[0]);
    local.coverage = Coverage::Wards(vec![WardId(0)]);
    local.origin = Origin::Elsewhere(Local {
        fact: "A camera stands in Market Street.".to_owned(),
        date: "2021".to_owned(),
        url: String::new(),
        publisher: String::new(),
        basis: String::new(),
        confidence: Confidence::High,
    });
    plan.entries = vec![patrols, pspo, help, drugs, castle, mill, reports, strategy, local];
    plan
}

/// The places of the entries.
pub(super) fn places(entries: &[EntryId]) -> Vec<usize> {
    entries.iter().map(|it| it.index()).collect()
}
