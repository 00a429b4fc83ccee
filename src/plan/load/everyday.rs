//! Reading everyday words: what people say for what the plan says in words of its own.

use super::super::source_text::Scope;
use super::super::{ContactId, Everyday};
use super::context::LoadContext;
use super::people::{each, priorities};
use super::problem::At;
use super::reader::Row;
use super::words::bare;

pub(crate) fn everyday(rows: Vec<Row<'_>>, context: &LoadContext<'_>) -> Vec<At<Everyday>> {
    let everyday = |row: &Row<'_>| {
        let says = row.some_texts("says");
        for it in &says {
            if bare(&it.value).is_empty() && !it.value.is_empty() {
                row.wrong_at(it.place, format!("“{}” has no letters or digits, so nobody can search for it", it.value));
            }
        }
        if says.is_empty() && row.has("says") {
            row.wrong(
                "says",
                "it says nothing. Add what people say, such as says = [\"kids\"], or take the record out",
            );
        }
        let means = row.texts("means");
        for it in &means {
            context.find(row, "the plan’s word", it, Scope::Anywhere, false);
        }
        let contacts = context.contacts.resolve_all(row, &row.texts("contacts"), ContactId);
        let everyday = Everyday {
            says: says.into_iter().map(|it| it.value).collect(),
            means: means.into_iter().map(|it| it.value).collect(),
            priorities: priorities(row, context),
            contacts,
        };
        let leads = !everyday.means.is_empty() || !everyday.priorities.is_empty() || !everyday.contacts.is_empty();
        if row.flag("nothing") == leads {
            row.wrong(
                "nothing",
                if leads {
                    "it leads somewhere, and yet it says nothing = true. Take that line out, or what it leads to"
                } else {
                    "it leads nowhere. Add means, priorities or contacts; where the plan says nothing about it, add \
                     nothing = true"
                },
            );
        }
        everyday
    };
    each(rows, everyday)
}
