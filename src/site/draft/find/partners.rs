//! The organisations that the plan names.

use super::super::known::Known;
use super::super::words::{key, short_form, without_brackets};
use super::context::{Context, Partner};
use super::organisations::{Named, ends_like_one, named_in};
use super::sentences;
use super::uses::{Use, lead};
use crate::plan::load::words::is_named_in;

/// Finds the partners: those of the plan's own lists, those that lead, and those that sentences name.
pub(super) fn find(context: &mut Context<'_>, known: &Known) {
    for (wanted, statutory) in [(Use::Statutory, true), (Use::Partner, false)] {
        let listed: Vec<(String, String)> =
            context.lines(wanted).map(|(section, text)| (section.id.clone(), text.to_owned())).collect();
        for (section, text) in listed {
            let name = without_brackets(&text);
            let aliases = short_form(&text).map(|it| (it.to_owned(), Some(section.clone()))).into_iter().collect();
            add(context, known, Partner { name, statutory, section, quote: text, aliases, ..Partner::default() });
        }
    }
    short_names(context);
    let leads: Vec<(String, String)> =
        context.lines(Use::Lead).map(|(section, text)| (section.id.clone(), text.to_owned())).collect();
    for (section, text) in leads {
        for name in lead(&text).into_iter().flat_map(split) {
            meet(context, known, &section, &Named { name: name.to_owned(), short: None });
        }
    }
    let all: Vec<(String, String)> = context
        .outline
        .pieces()
        .map(|(at, piece)| (context.outline.sections[at].id.clone(), piece.text.clone()))
        .collect();
    let whole = all.iter().map(|it| it.1.as_str()).collect::<Vec<_>>().join("\n");
    for (section, text) in &all {
        for named in sentences::of(text).into_iter().flat_map(named_in) {
            if !is_own(context, &named.name, &whole) {
                meet(context, known, section, &named);
            }
        }
    }
    short_names(context);
}

/// The names in a list of those who lead.
pub(super) fn split(names: &str) -> Vec<&str> {
    let parts = names.split(['/', ',', ';']).flat_map(|it| it.split(" and the ")).map(str::trim);
    parts.filter(|it| !it.is_empty()).map(|it| it.trim_end_matches('.')).collect()
}

/// Whether a name is that of the partnership whose plan it is, or a body that runs it.
fn is_own(context: &Context<'_>, name: &str, whole: &str) -> bool {
    let of = key(name);
    let title = context.outline.front.first().map(|it| key(it)).unwrap_or_default();
    let without = of.strip_suffix(" partnership").unwrap_or(&of);
    of.contains("safety partnership")
        || (of.ends_with("partnership") && title.contains(without))
        || [" Board", " Committee"].iter().any(|it| whole.contains(&[name, it].concat()))
}

/// Adds a name to the partner that it belongs to, or as a new one.
fn meet(context: &mut Context<'_>, known: &Known, section: &str, named: &Named) {
    let name = named.name.as_str();
    if let Some(at) = context.partners.iter().position(|it| is_same(it, name)) {
        let partner = &mut context.partners[at];
        for it in std::iter::once(name).chain(named.short.as_deref()) {
            if !partner.names().any(|other| key(other) == key(it)) && !it.contains(&partner.name) {
                partner.aliases.push((it.to_owned(), Some(section.to_owned())));
            }
        }
        return;
    }
    // A name within another, or around it, is no new one.
    if context.partners.iter().any(|it| it.names().any(|other| is_named_in(other, name) && other.contains(' '))) {
        return;
    }
    let aliases = named.short.iter().map(|it| (it.clone(), Some(section.to_owned()))).collect();
    let check = Some(String::from("is this an organisation, and is this its whole name?"));
    add(
        context,
        known,
        Partner {
            name: name.to_owned(),
            section: section.to_owned(),
            quote: name.to_owned(),
            aliases,
            check,
            ..Partner::default()
        },
    );
}

fn add(context: &mut Context<'_>, known: &Known, mut partner: Partner) {
    let names: Vec<String> = partner.names().map(str::to_owned).collect();
    let before = known.partner(&names).and_then(|it| context.ids.claim(it));
    let short = partner.aliases.first().map(|it| it.0.clone()).filter(|it| it.len() <= 6);
    partner.id = match (before, short) {
        (Some(id), _) => id,
        (None, Some(short)) => context.ids.of("", &short, 1),
        (None, None) if context.ids.tells(&partner.name) => context.ids.number("org"),
        (None, None) => context.ids.of("", &partner.name, 3),
    };
    context.partners.push(partner);
}

/// Whether a name is another form of a partner's: with or without its place, or shortened.
fn is_same(partner: &Partner, name: &str) -> bool {
    let words = |it: &str| -> Vec<String> {
        let key = key(it);
        key.split(' ')
            .filter(|it| !matches!(*it, "and" | "the" | "of"))
            .map(|it| it.trim_end_matches('s').to_owned())
            .collect()
    };
    let wanted = words(name);
    let matches = |it: &str| {
        let full = words(it);
        if full == wanted {
            return true;
        }
        let (long, short) = if full.len() > wanted.len() { (&full, &wanted) } else { (&wanted, &full) };
        let parts =
            short.len() >= 2 && (long.ends_with(short) || (long.starts_with(short) && long.len() - short.len() <= 1));
        parts || is_abbreviation(name, it)
    };
    partner.names().any(matches)
}

/// Whether a short name stands for a long one, word by word or letter by letter: “Mere CC” for “Mereshire County Council”.
fn is_abbreviation(short: &str, long: &str) -> bool {
    let mut full = long.split(' ').filter(|it| it.starts_with(char::is_uppercase)).peekable();
    let parts: Vec<&str> = short.split(' ').collect();
    if parts.len() < 2 {
        return false;
    }
    for part in parts {
        let letters = part.chars().all(char::is_uppercase);
        if letters && part.len() >= 2 {
            for letter in part.chars() {
                if !full.next().is_some_and(|it| it.starts_with(letter)) {
                    return false;
                }
            }
        } else {
            let root = part.trim_end_matches(['s', '.']);
            if root.len() < 4 || !full.next().is_some_and(|it| it.starts_with(root)) {
                return false;
            }
        }
    }
    full.peek().is_none()
}

/// Adds the shorter names under which a listed partner stands elsewhere: without its place, as “Borough Council”.
fn short_names(context: &mut Context<'_>) {
    let all: Vec<(String, String)> = context
        .outline
        .pieces()
        .map(|(at, piece)| (context.outline.sections[at].id.clone(), piece.text.clone()))
        .collect();
    let shorter: Vec<Option<String>> = context
        .partners
        .iter()
        .map(|it| it.statutory.then(|| it.name.split_once(' ').map(|(_, rest)| rest.to_owned())).flatten())
        .collect();
    for (at, short) in shorter.iter().enumerate() {
        let is_name = |it: &&String| (it.contains(' ') || ends_like_one(it)) && it.starts_with(char::is_uppercase);
        let Some(short) = short.as_ref().filter(is_name) else { continue };
        let alone = shorter.iter().flatten().filter(|it| *it == short).count() == 1;
        let taken = context.partners.iter().any(|it| it.names().any(|name| key(name) == key(short)));
        let name = context.partners[at].name.clone();
        // Taken out of the text, so that it is found only where it stands without its place.
        let stands = |text: &str| {
            let lower = text.to_lowercase().replace(&name.to_lowercase(), " ");
            let found = lower.find(&short.to_lowercase())?;
            text.to_lowercase().find(&short.to_lowercase()).filter(|_| found < lower.len())?;
            let before = lower[..found].trim_end().rsplit(' ').next().unwrap_or_default().to_owned();
            let place =
                context.partners.iter().any(|it| it.name.to_lowercase().starts_with(&before) && before.len() > 3);
            (!place && is_named_in(short, &lower)).then_some(())
        };
        let Some((section, text)) = all.iter().find(|(_, text)| stands(text).is_some()) else { continue };
        // The plan's own capital letters.
        let written = as_written(short, text, &name);
        if alone
            && !taken
            && let Some(written) = written
        {
            context.partners[at].aliases.push((written, Some(section.clone())));
        }
    }
}

/// A name with the letters that the text has, where it stands on its own.
fn as_written(name: &str, text: &str, full: &str) -> Option<String> {
    let text = text.replace(full, " ");
    let lower = text.to_lowercase();
    let at = (lower.len() == text.len()).then(|| lower.find(&name.to_lowercase())).flatten()?;
    let written = text.get(at..at + name.len())?;
    written
        .split(' ')
        .all(|it| it.starts_with(char::is_uppercase) || it == "and" || it == "&")
        .then(|| written.to_owned())
}
