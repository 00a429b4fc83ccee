//! That no id of a sensitive priority gives its subject away: ids stand in addresses, and addresses stay in histories.

use super::super::load::builder::PlanBuilder;
use super::super::load::names;
use super::super::load::problem::{Place, Problems};
use super::super::load::words::bare;
use super::super::{Priority, PriorityId, Slug};

/// Words of a name that are shorter than this give nothing away: `and`, `the`.
const TELLING: usize = 4;

pub(super) fn check(builder: &PlanBuilder, problems: &Problems) {
    for (at, priority) in builder.priorities.iter().enumerate() {
        let Ok(at) = u16::try_from(at) else { return };
        if priority.value.priority.sensitive {
            check_priority(builder, PriorityId(at), &priority.value.priority, priority.place, problems);
        }
    }
}

fn check_priority(builder: &PlanBuilder, id: PriorityId, priority: &Priority, place: Place, problems: &Problems) {
    let telling = telling_words(priority);
    let check = |slug: &Slug, place: Place, of_priority: bool| {
        let Some(word) = telling.iter().find(|it| gives_away(slug, it)) else { return };
        let whose = if of_priority {
            String::new()
        } else {
            format!(", of something that belongs to the sensitive priority “{}”,", priority.id)
        };
        problems.add(
            place,
            format!(
                "the id “{slug}”{whose} gives its subject away: it contains “{word}”, and \
                 ids stand in addresses. Choose an id that says nothing, such as a number"
            ),
        );
    };
    check(&priority.id, place, true);
    for entry in builder.entries.iter().filter(|it| it.value.priorities.contains(&id)) {
        check(&entry.value.id, entry.place, false);
    }
    for target in builder.targets.iter().filter(|it| it.value.priorities.contains(&id)) {
        check(&target.value.id, target.place, false);
    }
    for note in builder.notes.iter().filter(|it| it.value.priorities.contains(&id)) {
        check(&note.value.id, note.place, false);
    }
    for contact in builder.contacts.iter().filter(|it| it.value.priorities.contains(&id)) {
        check(&contact.value.id, contact.place, false);
    }
}

fn telling_words(priority: &Priority) -> Vec<String> {
    let names = names::of_priority(priority).into_iter().map(bare).collect::<Vec<_>>().join(" ");
    let of_names = names.split(' ').filter(|it| it.chars().count() >= TELLING).map(str::to_owned);
    let private = priority.private_words.iter().map(|it| bare(it)).filter(|it| !it.is_empty());
    private.chain(of_names).collect()
}

/// Short beginnings count only where a part of the id begins with them: `da` is in `update`.
fn gives_away(id: &Slug, word: &str) -> bool {
    let long = word.chars().count() >= TELLING;
    id.as_str().split('-').any(|part| part.starts_with(word)) || (long && id.as_str().replace('-', " ").contains(word))
}
