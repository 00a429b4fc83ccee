use std::path::Path;

use super::super::load;
use super::*;

/// The data folder, and an edition of an invented place that has something in every kind of record.
fn plans() -> [Plan; 2] {
    ["data", "tests/editions/brindlemere"].map(|folder| {
        let loaded = load::edition(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
        loaded.plan.unwrap_or_else(|| panic!("{folder} has mistakes"))
    })
}

/// Where the checksum ends and what is packed begins.
const CONTENT: usize = 8;

/// Small steps that look random, and are the same in every run (xorshift).
struct Dice(u32);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 as usize % end
    }
}

/// Looks up every id in the plan, as views do, and panics where there is no such record. It goes through the records by
/// itself, so that it tells when reading forgets to note an id.
fn look_everything_up(plan: &Plan) {
    let source = |it: &Source| assert!(it.section.index() < plan.sections.len());
    let priorities = |ids: &[PriorityId]| assert!(ids.iter().all(|it| it.index() < plan.priorities.len()));
    let partners = |ids: &[PartnerId]| assert!(ids.iter().all(|it| it.index() < plan.partners.len()));
    let wards = |ids: &[WardId]| assert!(ids.iter().all(|it| it.index() < plan.wards.len()));
    let link = |id: LinkId| assert!(id.index() < plan.links.len());
    let aliases = |list: &[Alias]| {
        assert!(list.iter().filter_map(|it| it.section).all(|it| it.index() < plan.sections.len()));
    };

    [&plan.edition.title, &plan.edition.update].into_iter().chain(&plan.edition.success).for_each(source);
    plan.edition.caveat.iter().for_each(|it| source(&it.source));
    link(plan.edition.page);
    plan.sentences.iter().for_each(|it| source(&it.source));
    for priority in &plan.priorities {
        source(&priority.name);
        aliases(&priority.aliases);
        priority.lead.iter().for_each(|it| source(&it.source));
        priority.lead.iter().for_each(|it| partners(&it.partners));
    }
    for entry in &plan.entries {
        entry.source().into_iter().for_each(source);
        priorities(&entry.priorities);
        entry.partners.iter().for_each(|it| partners(&[it.partner]));
        if let Coverage::Wards(ids) = &entry.coverage {
            wards(ids);
        }
        assert!(entry.footnotes.iter().all(|it| it.index() < plan.footnotes.len()));
        entry.strategy.iter().for_each(|it| link(it.link));
    }
    for partner in &plan.partners {
        source(&partner.source);
        aliases(&partner.aliases);
        partner.link.into_iter().for_each(link);
    }
    for contact in &plan.contacts {
        contact.link.into_iter().for_each(link);
        priorities(&contact.priorities);
    }
    plan.survey.iter().for_each(|it| source(&it.source));
    for funding in &plan.funding {
        source(&funding.source);
        partners(&funding.funders);
        assert!(funding.entry.is_none_or(|it| it.index() < plan.entries.len()));
    }
    plan.principles.iter().chain(&plan.themes).for_each(|it| source(&it.source));
    for governance in &plan.governance {
        source(&governance.source);
        governance.link.into_iter().for_each(link);
    }
    plan.footnotes.iter().for_each(|it| source(&it.source));
    for note in &plan.notes {
        note.cites.iter().for_each(source);
        priorities(&note.priorities);
    }
    plan.wards.iter().for_each(|it| wards(&it.neighbours));
}

/// Reads content whose checksum is taken for right; tells whether it made a plan.
fn makes_a_plan(content: &[u8]) -> bool {
    let whole = [&[0; CONTENT], content].concat();
    let Some((numbers, words)) = apart(&whole) else { return false };
    let (plan, sound) = read(&numbers[HEAD..], words);
    if sound {
        look_everything_up(&plan);
    }
    sound
}

#[test]
fn what_was_packed_unpacks() {
    for plan in plans() {
        let packed = pack(&plan);
        look_everything_up(&plan);
        assert_eq!(unpack(&packed), Some(plan));
    }
}

#[test]
fn nearly_all_of_a_packed_plan_is_its_text() {
    for plan in plans() {
        let mut out = Writer::default();
        plan.pack(&mut out);
        let (numbers, text) = (out.numbers.len(), out.text.len());
        println!("{}: {} bytes, of which {numbers} are numbers", plan.edition.place, pack(&plan).len());
        assert!(numbers * 5 < text, "{numbers} bytes of numbers beside {text} of text");
    }
}

#[test]
fn numbers_come_back() {
    let numbers = [0, 1, 127, 128, 16_383, 16_384, u32::from(u16::MAX), u32::MAX - 1, u32::MAX];
    let signed = [0, 1, -1, 63, -64, 64, i32::MAX, i32::MIN];
    let mut out = Writer::default();
    (numbers.to_vec(), signed.to_vec()).pack(&mut out);
    let mut from = Reader { numbers: &out.numbers, text: &out.text, damaged: false, needed: Needed::default() };
    assert_eq!(<(Vec<u32>, Vec<i32>)>::unpack(&mut from), (numbers.to_vec(), signed.to_vec()));
    assert!(from.is_done());
}

#[test]
fn what_cannot_be_read_is_empty_and_noted() {
    fn read<T: Packed>(numbers: &[u8], text: &str) -> (T, bool) {
        let mut from = Reader { numbers, text, damaged: false, needed: Needed::default() };
        (T::unpack(&mut from), from.damaged)
    }
    assert_eq!(read::<u8>(&[], ""), (0, true), "the end");
    assert_eq!(read::<u32>(&[0x80, 0x80], ""), (0, true), "the end of a number");
    assert_eq!(read::<u32>(&[0xFF; 6], ""), (0, true), "a number without end");
    assert_eq!(read::<u16>(&[0x80, 0x80, 4], ""), (0, true), "a number too large for where it stands");
    assert_eq!(read::<bool>(&[2], ""), (false, true), "neither yes nor no");
    assert_eq!(read::<Role>(&[4], ""), (Role::Lead, true), "a variant too many");
    assert_eq!(read::<String>(&[3], "ab"), (String::new(), true), "more text than there is");
    assert_eq!(read::<String>(&[1], "é"), (String::new(), true), "half a character");
    assert_eq!(read::<Vec<u8>>(&[3, 1, 2], ""), (Vec::new(), true), "more records than there is room for");
    assert_eq!(read::<Vec<u8>>(&[0xFF, 0xFF, 0xFF, 0xFF, 0x0F], ""), (Vec::new(), true), "more than fits in memory");
    assert_eq!(read::<Option<Kind>>(&[1, 2], ""), (Some(Kind::Direction), false));
}

#[test]
fn ids_of_records_that_are_not_there_are_noticed() {
    let [_, plan] = plans();
    let ways: [fn(&mut Plan); 4] = [
        |plan| plan.edition.page = LinkId(1000),
        |plan| plan.edition.title.section = SectionId(u16::MAX),
        |plan| plan.entries[0].priorities = vec![PriorityId(u16::try_from(plan.priorities.len()).expect("few"))],
        |plan| drop(plan.wards.pop()),
    ];
    for spoil in ways {
        let mut spoilt = plan.clone();
        spoil(&mut spoilt);
        assert_eq!(unpack(&pack(&spoilt)), None);
    }
}

#[test]
fn every_cut_is_noticed() {
    for plan in plans() {
        let packed = pack(&plan);
        let content = &packed[CONTENT..];
        // Every single one of the small plan, and as many of the large, to be done in seconds.
        let step = 1 + packed.len() / 6000;
        for end in (0..content.len()).step_by(step) {
            assert!(!makes_a_plan(&content[..end]), "cut at {end}");
        }
        for end in (0..2 * CONTENT).chain((0..packed.len()).step_by(20 * step)) {
            assert_eq!(unpack(&packed[..end]), None, "cut at {end}");
        }
        assert_eq!(unpack(&[packed.as_slice(), b"!"].concat()), None, "something left over");
        assert!(!makes_a_plan(&[content, b"!"].concat()), "something left over");
    }
}

#[test]
fn every_change_of_a_byte_is_noticed_by_the_checksum() {
    let mut dice = Dice(20_260_101);
    for plan in plans() {
        let mut packed = pack(&plan);
        for turn in 0..300 {
            let at = if turn < 2 * CONTENT { turn } else { dice.below(packed.len()) };
            let by = u8::try_from(1 + dice.below(255)).expect("below 256");
            packed[at] ^= by;
            assert_eq!(unpack(&packed), None, "byte {at}");
            packed[at] ^= by;
        }
    }
}

/// As if the checksum had been forged with the rest.
#[test]
fn no_change_of_bytes_makes_a_plan_with_ids_of_nothing() {
    let mut dice = Dice(1);
    for plan in plans() {
        let packed = pack(&plan);
        let content = &packed[CONTENT..];
        let mut made = 0;
        for turn in 0..4000 {
            let mut spoilt = content.to_vec();
            // Mostly among the numbers, which come first: a change of the text seldom does more than misspell it.
            let end = if turn % 4 == 0 { content.len() } else { content.len() / 12 };
            for _ in 0..=dice.below(3) {
                spoilt[dice.below(end)] = u8::try_from(dice.below(256)).expect("below 256");
            }
            made += usize::from(makes_a_plan(&spoilt));
        }
        assert!((100..3900).contains(&made), "{made} of 4000 made a plan: hardly any of one kind was tried");
    }
}
