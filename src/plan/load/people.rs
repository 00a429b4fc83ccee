//! Reading who is who: partners, links, contacts, wards.

use super::super::source_text::Scope;
use super::super::{Alias, Contact, Link, Partner, PriorityId, Standing, Ward, WardId};
use super::context::{LoadContext, Namespace};
use super::problem::At;
use super::reader::Row;

/// Puts partners into page order: the statutory ones as the file has them, then the others by name.
pub(crate) fn sort_partners(rows: &mut [Row<'_>]) {
    let key = |it: &Row<'_>| {
        let statutory = it.peek_flag("statutory");
        (!statutory, if statutory { String::new() } else { it.peek("name").to_lowercase() })
    };
    rows.sort_by_cached_key(key);
}

/// Puts wards or terms into the order of a name.
pub(crate) fn sort_by_name(rows: &mut [Row<'_>], key: &str) {
    rows.sort_by_cached_key(|it| it.peek(key).to_lowercase());
}

pub(crate) fn partners(rows: Vec<Row<'_>>, context: &LoadContext<'_>) -> Vec<At<Partner>> {
    let partner = |row: &Row<'_>| {
        let name = row.text("name");
        Partner {
            id: context.id_in_line(row),
            short: row.optional("short").unwrap_or_else(|| name.clone()),
            name,
            statutory: row.flag("statutory"),
            source: context.source(row),
            aliases: aliases(row, context),
            link: context.optional_link(row),
            about: row.optional("about"),
        }
    };
    each(rows, partner)
}

/// Reads rows of one kind, and notes the keys that nothing asked for.
pub(crate) fn each<'a, T>(rows: Vec<Row<'a>>, read: impl Fn(&Row<'a>) -> T) -> Vec<At<T>> {
    rows.into_iter()
        .map(|row| {
            let value = read(&row);
            let place = row.place;
            row.finish();
            At { value, place }
        })
        .collect()
}

/// Other names; those with a section stand in it.
pub(crate) fn aliases(row: &Row<'_>, context: &LoadContext<'_>) -> Vec<Alias> {
    let alias = |row: &Row<'_>| {
        let name = row.text_at("name");
        let section = row.has("section").then(|| context.section(row, "section")).flatten();
        if let (Some(section), Some(name)) = (section, &name) {
            context.find(row, "the name", name, Scope::Section(section.index()), false);
        }
        Alias { name: name.map_or_else(String::new, |it| it.value), section }
    };
    each(row.tables("aliases"), alias).into_iter().map(|it| it.value).collect()
}

pub(crate) fn links(rows: Vec<Row<'_>>, context: &LoadContext<'_>) -> Vec<At<Link>> {
    let link = |row: &Row<'_>| {
        let standing = row.known_word("standing", &Standing::WORDS);
        let link = Link {
            id: context.id(row, Namespace::Links),
            name: row.text("name"),
            url: url(row, row.optional_at("url")),
            standing: standing.unwrap_or(Standing::None),
            about: row.optional("about"),
        };
        match (standing, &link.url) {
            (Some(Standing::Confirmed), None) => row.wrong(
                "standing",
                "a confirmed link needs an address. Add url = \"https://…\", or give it another standing",
            ),
            (Some(Standing::None), Some(_)) => row.wrong(
                "standing",
                "the standing is “none”, yet there is an address. Take the address out, or say how sure it is",
            ),
            _ => {}
        }
        link
    };
    each(rows, link)
}

/// An address on the web; notes one that a browser could not open.
pub(crate) fn url(row: &Row<'_>, url: Option<At<String>>) -> Option<String> {
    let url = url?;
    let rest = url.value.strip_prefix("https://").or_else(|| url.value.strip_prefix("http://"));
    let host = rest.and_then(|it| it.split(['/', '?', '#']).next()).unwrap_or_default();
    let bad = url.value.chars().any(|c| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\\'));
    if (host.is_empty() || !host.contains('.') || bad) && !url.value.is_empty() {
        row.wrong_at(
            url.place,
            format!(
                "“{}” is no address of a web page. Copy it from the browser; it begins \
                 with https:// or http:// and has no spaces",
                url.value
            ),
        );
    }
    Some(url.value)
}

pub(crate) fn contacts(rows: Vec<Row<'_>>, context: &LoadContext<'_>) -> Vec<At<Contact>> {
    let contact = |row: &Row<'_>| {
        let contact = Contact {
            id: context.id(row, Namespace::Contacts),
            name: row.text("name"),
            when: row.text("when"),
            phone: row.optional("phone"),
            seen: row.optional("seen"),
            link: context.optional_link(row),
            priorities: priorities(row, context),
        };
        if contact.phone.as_ref().is_some_and(|it| !it.contains(|c: char| c.is_ascii_digit())) {
            row.wrong(
                "phone",
                "the telephone number has no digits. Write it as phone = \"01234 567890\", or take the line out",
            );
        }
        if contact.seen.is_some() && contact.phone.is_none() {
            row.wrong(
                "seen",
                "“seen” says where a telephone number was last seen, but there is no “phone”. Add \
                 the number, or take the line out",
            );
        }
        contact
    };
    each(rows, contact)
}

/// Priorities that may be left out.
pub(crate) fn priorities(row: &Row<'_>, context: &LoadContext<'_>) -> Vec<PriorityId> {
    context.priorities.resolve_all(row, &row.texts("priorities"), PriorityId)
}

/// Priorities that must be stated, though there may be none.
pub(crate) fn some_priorities(row: &Row<'_>, context: &LoadContext<'_>) -> Vec<PriorityId> {
    context.priorities.resolve_all(row, &row.some_texts("priorities"), PriorityId)
}

pub(crate) fn wards(rows: Vec<Row<'_>>, context: &LoadContext<'_>) -> Vec<At<Ward>> {
    let ward = |row: &Row<'_>| Ward {
        id: context.id(row, Namespace::Wards),
        name: row.text("name"),
        code: row.text("code"),
        neighbours: context.wards.resolve_all(row, &row.some_texts("neighbours"), WardId),
    };
    each(rows, ward)
}
