//! Making the records out of a plan's.

use super::{
    Address, AmountRecord, CoverageRecord, EditionRecord, EntryRecord, Export, FactRecord, FootnoteRecord,
    FundingRecord, GovernanceRecord, LeadRecord, MeasureRecord, NoteRecord, OtherName, PartRecord, PartnerRecord,
    PrincipleRecord, PriorityRecord, ReadingRecord, ShortCaveat, StrategyRecord, SurveyRecord, TargetRecord,
    TermRecord, WardRecord, Words, word,
};
use crate::chart::counts_known;
use crate::plan::{
    Alias, Amount, Confidence, Coverage, Direction, Edition, Entry, Footnote, Funding, Governance, Kind, Link, LinkId,
    Measure, Note, NoteKind, Origin, Outcome, Part, Partner, PartnerId, Plan, Polarity, Principle, Priority,
    PriorityId, Reading, Role, Source, Standing, StrategyUse, SurveyFigure, Target, Term, Unit, WardId, outcome,
};

/// Makes records out of a plan's.
struct Maker<'a>(&'a Plan);

impl Export {
    /// All of a plan's records.
    pub(in super::super) fn of(plan: &Plan) -> Self {
        let make = Maker(plan);
        let entries = |kind| {
            plan.entries
                .iter()
                .filter(|it| it.kind == kind)
                .filter_map(|it| make.entry(it))
                .collect::<Vec<EntryRecord>>()
        };
        Self {
            edition: make.edition(&plan.edition),
            priorities: plan.priorities.iter().map(|it| make.priority(it)).collect(),
            actions: entries(Kind::Promised),
            achievements: entries(Kind::Done),
            measures: entries(Kind::Direction),
            targets: plan.targets.iter().map(|it| make.target(it)).collect(),
            partners: plan.partners.iter().map(|it| make.partner(it)).collect(),
            strategies: entries(Kind::Strategy),
            survey: plan.survey.iter().map(|it| make.survey(it)).collect(),
            funding: plan.funding.iter().map(|it| make.funding(it)).collect(),
            principles: plan.principles.iter().map(|it| make.principle(it)).collect(),
            governance: plan.governance.iter().map(|it| make.governance(it)).collect(),
            themes: plan.themes.iter().map(|it| make.principle(it)).collect(),
            glossary: plan.glossary.iter().map(term).collect(),
            notes: plan.notes.iter().map(|it| make.note(it)).collect(),
            wards: plan.ward_ids().map(|it| make.ward(it)).collect(),
        }
    }
}

fn term(term: &Term) -> TermRecord {
    TermRecord {
        id: term.id.to_string(),
        term: term.term.clone(),
        stands_for: term.stands_for.clone(),
        meaning: term.meaning.clone(),
        also: term.also.clone(),
    }
}

impl Maker<'_> {
    fn words(&self, source: &Source) -> Words {
        Words { quote: source.quote.clone(), section: self.0.section(source.section).id.to_string() }
    }

    fn address(&self, link: LinkId) -> Address {
        let link: &Link = self.0.link(link);
        Address {
            name: link.name.clone(),
            url: link.offered().map(str::to_owned),
            standing: word(&link.standing, &Standing::WORDS),
        }
    }

    fn aliases(&self, aliases: &[Alias]) -> Vec<OtherName> {
        let section = |it: &Alias| it.section.map(|it| self.0.section(it).id.to_string());
        aliases.iter().map(|it| OtherName { name: it.name.clone(), section: section(it) }).collect()
    }

    fn priorities(&self, ids: &[PriorityId]) -> Vec<String> {
        ids.iter().map(|it| self.0.priority(*it).id.to_string()).collect()
    }

    fn partners(&self, ids: &[PartnerId]) -> Vec<String> {
        ids.iter().map(|it| self.0.partner(*it).id.to_string()).collect()
    }

    fn wards(&self, ids: &[WardId]) -> Vec<String> {
        ids.iter().map(|it| self.0.ward(*it).id.to_string()).collect()
    }

    fn edition(&self, edition: &Edition) -> EditionRecord {
        let caveat = edition.caveat.as_ref();
        EditionRecord {
            id: edition.id.to_string(),
            title: edition.title.quote.clone(),
            update: edition.update.quote.clone(),
            status: if edition.draft { "draft" } else { "final" },
            from: edition.years.0,
            to: edition.years.1,
            year: edition.year,
            place: edition.place.clone(),
            area_kind: edition.area_kind.clone(),
            county: edition.county.clone(),
            partnership: edition.partnership.clone(),
            page: self.address(edition.page),
            standing: edition.standing.clone(),
            rights: edition.rights.clone(),
            caveat: caveat.map(|it| ShortCaveat { short: it.short.clone(), words: self.words(&it.source) }),
            success: edition.success.as_ref().map(|it| self.words(it)),
        }
    }

    fn priority(&self, priority: &Priority) -> PriorityRecord {
        let lead = priority.lead.as_ref().map(|it| LeadRecord {
            id: it.id.to_string(),
            words: self.words(&it.source),
            partners: self.partners(&it.partners),
        });
        PriorityRecord {
            id: priority.id.to_string(),
            words: self.words(&priority.name),
            name: priority.name.quote.clone(),
            short: priority.short.clone(),
            plain: priority.plain.clone(),
            aliases: self.aliases(&priority.aliases),
            sensitive: priority.sensitive,
            new: priority.new,
            lead,
            achievements_reported: !priority.nothing_reported,
        }
    }

    /// An entry that comes from the plan.
    fn entry(&self, entry: &Entry) -> Option<EntryRecord> {
        let part = |it: &Part| PartRecord {
            id: self.0.partner(it.partner).id.to_string(),
            role: word(&it.role, &Role::WORDS),
            inferred: it.inferred,
        };
        let footnote = |it: &Footnote| FootnoteRecord {
            id: it.id.to_string(),
            mark: it.mark.clone(),
            words: self.words(&it.source),
        };
        let amount = |it: &Amount| AmountRecord {
            text: it.text.clone(),
            value: it.value,
            unit: word(&it.unit, &Unit::WORDS),
            what: it.what.clone(),
        };
        let coverage = match &entry.coverage {
            Coverage::Area => CoverageRecord { kind: "area", wards: Vec::new() },
            Coverage::County => CoverageRecord { kind: "county", wards: Vec::new() },
            Coverage::Wards(wards) => CoverageRecord { kind: "wards", wards: self.wards(wards) },
        };
        Some(EntryRecord {
            id: entry.id.to_string(),
            words: self.words(entry.source()?),
            plain: entry.plain.clone(),
            priorities: self.priorities(&entry.priorities),
            partners: entry.partners.iter().map(part).collect(),
            coverage,
            gaps: entry.gaps.iter().map(|it| it.slug()).collect(),
            footnotes: entry.footnotes.iter().map(|it| footnote(self.0.footnote(*it))).collect(),
            amounts: entry.amounts.iter().map(amount).collect(),
            measure: entry.measure.as_ref().map(|it| self.measure(it)),
            strategy: entry.strategy.as_ref().map(|it| StrategyRecord {
                name: it.name.clone(),
                used_as: word(&it.used_as, &StrategyUse::WORDS),
                link: self.address(it.link),
                related: it.related.clone(),
            }),
        })
    }

    fn partner(&self, partner: &Partner) -> PartnerRecord {
        PartnerRecord {
            id: partner.id.to_string(),
            words: self.words(&partner.source),
            name: partner.name.clone(),
            short: partner.short.clone(),
            statutory: partner.statutory,
            aliases: self.aliases(&partner.aliases),
            link: partner.link.map(|it| self.address(it)),
            about: partner.about.clone(),
        }
    }

    fn survey(&self, figure: &SurveyFigure) -> SurveyRecord {
        SurveyRecord {
            id: figure.id.to_string(),
            words: self.words(&figure.source),
            text: figure.share.text.clone(),
            value: figure.share.value,
            unit: word(&figure.share.unit, &Unit::WORDS),
            said: figure.said.clone(),
        }
    }

    fn funding(&self, sum: &Funding) -> FundingRecord {
        FundingRecord {
            id: sum.id.to_string(),
            words: self.words(&sum.source),
            text: sum.amount.text.clone(),
            value: sum.amount.value,
            unit: word(&sum.amount.unit, &Unit::WORDS),
            what: sum.amount.what.clone(),
            funders: self.partners(&sum.funders),
            period: sum.period.as_ref().map(|it| it.text.clone()),
            entry: sum.entry.map(|it| self.0.entry(it).id.to_string()),
        }
    }

    fn principle(&self, it: &Principle) -> PrincipleRecord {
        PrincipleRecord { id: it.id.to_string(), words: self.words(&it.source), plain: it.plain.clone() }
    }

    fn governance(&self, it: &Governance) -> GovernanceRecord {
        GovernanceRecord {
            id: it.id.to_string(),
            words: self.words(&it.source),
            who: it.who.clone(),
            does: it.does.clone(),
            link: it.link.map(|it| self.address(it)),
        }
    }

    fn note(&self, note: &Note) -> NoteRecord {
        NoteRecord {
            id: note.id.to_string(),
            kind: word(&note.kind, &NoteKind::WORDS),
            title: note.title.clone(),
            text: note.text.clone(),
            cites: note.cites.iter().map(|it| self.words(it)).collect(),
            priorities: self.priorities(&note.priorities),
        }
    }

    /// A ward, with what is known of places in it from others than the plan.
    fn ward(&self, id: WardId) -> WardRecord {
        let here = |it: &&Entry| matches!(&it.coverage, Coverage::Wards(wards) if wards.contains(&id));
        let fact = |it: &Entry| match &it.origin {
            Origin::Plan(_) => None,
            Origin::Elsewhere(local) => Some(FactRecord {
                id: it.id.to_string(),
                fact: local.fact.clone(),
                date: local.date.clone(),
                url: local.url.clone(),
                publisher: local.publisher.clone(),
                basis: local.basis.clone(),
                confidence: word(&local.confidence, &Confidence::WORDS),
                priorities: self.priorities(&it.priorities),
            }),
        };
        let ward = self.0.ward(id);
        WardRecord {
            id: ward.id.to_string(),
            name: ward.name.clone(),
            code: ward.code.clone(),
            neighbours: self.wards(&ward.neighbours),
            facts: self.0.entries.iter().filter(here).filter_map(fact).collect(),
        }
    }

    fn measure(&self, it: &Measure) -> MeasureRecord {
        MeasureRecord {
            name: it.name.clone(),
            unit: it.unit.clone(),
            direction: word(&it.direction, &Direction::WORDS),
            polarity: word(&it.polarity, &Polarity::WORDS),
            change: it.change,
            now: it.counts.map(|it| it.now),
            was: it.counts.map(|it| it.was),
            period: it.period.as_ref().map(|it| it.text.clone()),
            disturbed: it.disturbed,
            caveats: it.caveats.clone(),
            off_subject: it.off_subject.as_ref().map(ToString::to_string),
            series: it.series.iter().map(|it| self.reading(it)).collect(),
        }
    }

    fn target(&self, it: &Target) -> TargetRecord {
        let known = counts_known(self.0, self.0.entry(it.measure));
        let readings = known.iter().map(|it| &it.reading);
        TargetRecord {
            id: it.id.to_string(),
            words: self.words(&it.source),
            plain: it.plain.clone(),
            priorities: self.priorities(&it.priorities),
            measure: self.0.entry(it.measure).id.to_string(),
            to: it.to,
            base: it.base,
            base_period: it.base_period.text.clone(),
            by: format!("{}-{:02}", it.by.year, it.by.month),
            outcome: word(&outcome(it, readings), &Outcome::WORDS),
        }
    }

    fn reading(&self, it: &Reading) -> ReadingRecord {
        ReadingRecord {
            period: it.period.text.clone(),
            count: it.count,
            words: self.words(&it.source),
            note: it.note.clone(),
            breaks: it.breaks.clone(),
            disturbed: it.disturbed,
        }
    }
}
