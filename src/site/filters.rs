//! The stylesheet by which the page filters itself: made from the plan's priorities, partners and wards.
//!
//! A form control that is chosen changes what `:has()` finds on the page, and that hides what does not fit. Choices within
//! a facet widen, facets narrow, as in [`crate::query`]; [`marks`] says which entries and lists fit. A browser without
//! `:has()` skips it all and shows everything.

use crate::plan::Plan;
use crate::query::marks;

/// Where rules begin: in the page, while these choices are made. To look for them among all that stands on it takes a cheap
/// phone a tenth of a second, so the line of script in the page says where there are none.
/// That line knows nothing of a place that a link has led to, which counts until public/static.js has come.
const PAGE: &str = ":is(:root:not([data-none]) .cp__page,.cp__page:not([data-stage]):has(:target))";
/// Some priority is chosen.
const ANY_PRIORITY: &str = ":has([name=priority]:checked)";
/// Some partner is chosen.
const ANY_PARTNER: &str = ":has([name=partner]:checked,[data-o] :is(:target,.cp-target))";
/// Some ward is chosen, at the top or among the filters.
const ANY_WARD: &str = ":has([name=ward]:checked,[name=ward]>:checked:not([value=\"\"]))";

/// The rules.
#[must_use]
pub fn filters(plan: &Plan) -> String {
    let partners: Vec<_> = plan
        .partner_ids()
        .map(|id| {
            let id_text = plan.partner(id).id.as_str();
            // Ticked among the filters, or on show on a page of its own.
            let page = format!("#cp-partner-{id_text}:is(:target,.cp-target)");
            (id, format!(":has([name=partner][value=\"{id_text}\"]:checked,{page})"))
        })
        .collect();
    let wards: Vec<_> = plan
        .ward_ids()
        .map(|id| {
            let id_text = plan.ward(id).id.as_str();
            (id, format!(":has([name=ward][value=\"{id_text}\"]:checked,[name=ward]>[value=\"{id_text}\"]:checked)"))
        })
        .collect();

    let mut rules = Vec::new();
    // Groups by priority; what belongs to the plan as a whole fits every priority.
    let mut fits = vec!["[data-g=whole]".to_owned()];
    fits.extend(
        plan.priorities.iter().map(|it| format!("{PAGE}{} [data-g=\"{}\"]", chosen("priority", it.id.as_str()), it.id)),
    );
    rules.push(hide(ANY_PRIORITY, "[data-g]", &fits));

    let with = |state: &str, attribute: &str, mark: &str| format!("{PAGE}{state} [{attribute}~={mark}]");
    for attribute in ["data-f", "data-l"] {
        let all = format!(".cp-results [{attribute}]");
        let fits: Vec<_> = partners.iter().map(|(id, state)| with(state, attribute, &marks::partner(*id))).collect();
        rules.push(hide(ANY_PARTNER, &all, &fits));
        let mut fits = vec![format!("[{attribute}~={}]", marks::EVERYWHERE)];
        fits.extend(wards.iter().map(|(id, state)| with(state, attribute, &marks::ward(*id))));
        rules.push(hide(ANY_WARD, &all, &fits));
    }
    // A list that has entries of the partner, and entries of the ward, but none of both.
    let state = |id| partners.iter().find(|it| it.0 == id).map_or("", |it| it.1.as_str());
    let mut fits: Vec<_> =
        partners.iter().map(|(id, state)| with(state, "data-l", &marks::partner_everywhere(*id))).collect();
    fits.extend(marks::pairs(plan).into_iter().map(|(partner, ward)| {
        let both = wards.iter().find(|it| it.0 == ward).map_or("", |it| it.1.as_str());
        with(&format!("{}{both}", state(partner)), "data-l", &marks::partner_in(partner, ward))
    }));
    rules.push(hide(&format!("{ANY_PARTNER}{ANY_WARD}"), "[data-l]", &fits));

    // The answers for wards, and the quick way out beside what may put somebody at risk.
    let answers: Vec<_> =
        plan.wards.iter().zip(&wards).map(|(it, (_, state))| format!("{PAGE}{state} [data-w=\"{}\"]", it.id)).collect();
    // With the program, that shows and hides them.
    rules.push(format!(".cp__page:not([data-state=ready]) [data-w]:not(:is({})){{display:none}}", answers.join(",")));
    let sensitive: Vec<_> = plan.priorities.iter().filter(|it| it.sensitive).collect();
    if !sensitive.is_empty() {
        let states: Vec<_> =
            sensitive.iter().map(|it| format!("[name=priority][value=\"{}\"]:checked", it.id)).collect();
        let chosen = format!(":root:not([data-none]):has({})", states.join(","));
        rules.push(format!("{chosen} .cp__page .cp-exit-bar{{display:flex}}"));
        // It stays in sight: what the keyboard or a link goes to keeps out from under it.
        rules.push(format!("{chosen}{{scroll-padding-top:5em}}"));
    }
    let mut css = "@supports selector(:has(a)){".to_owned();
    for rule in &rules {
        css.push_str(rule);
    }
    css.push_str("}\n");
    css
}

/// While a choice of a facet is made.
fn chosen(name: &str, value: &str) -> String {
    format!(":has([name={name}][value=\"{value}\"]:checked)")
}

/// Hides what does not fit while the page is in a state.
fn hide(state: &str, what: &str, fits: &[String]) -> String {
    format!("{PAGE}{state} {what}:not(:is({})){{display:none}}", fits.join(","))
}
