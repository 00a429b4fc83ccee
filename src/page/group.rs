//! One priority, which is a page of its own: four answers first, then what was promised and done, figures and places, and what else
//! there is to know, closed.

use super::context::context;
use super::exit::Exit;
use super::fold::Fold;
use super::footer::{AddedByUs, ContactRow};
use super::glyph::Beware;
use super::heading::Heading;
use super::link::{External, PartnerLink};
use super::list::EntryList;
use super::members::{belongs, count, place};
use super::origin::StatementOrigin;
use super::quote::FootnoteLine;
use super::targets::PriorityTargets;
use super::wording::lead_scope;
use super::words::{IsOurs, TermLink};
use crate::chart::{self, listed, own_measure};
use crate::plan::{Contact, EntryId, Kind, Lead, Note, Plan, PriorityId, Source};
use crate::query::marks;
use leptos::prelude::*;

/// A priority with all that the plan has under it, or (`None`) what belongs to the plan as a whole.
#[component]
pub fn PriorityGroup(priority: Option<PriorityId>) -> impl IntoView {
    let plan = context().plan;
    let place = place(plan, priority);
    let members: Vec<EntryId> = plan.entry_ids().filter(|id| belongs(plan, *id, priority)).collect();
    let title = format!("cp-group-{place}");
    let head = match priority {
        Some(id) => view! { <GroupHead id title=title.clone()/> }.into_any(),
        None => view! {
            <Heading below=2 class="cp-group__title" id=title.clone()>"The plan as a whole"</Heading>
            <p class="cp-group__plain">"These belong to every priority."</p>
        }
        .into_any(),
    };
    let nothing_reported = priority.is_some_and(|id| plan.priority(id).nothing_reported).then(|| {
        view! {
            <p class="cp-gap">
                <Beware/>
                <span>"The plan reports no achievements under this priority."</span>
            </p>
        }
    });
    view! {
        <section
            class="cp-group"
            hidden=members.is_empty()
            aria-labelledby=title
            data-g=place
            data-l=marks::of_list(plan, &members)
        >
            {head}
            <div class="cp-group__pair">
                <EntryList priority kind=Kind::Promised/>
                <EntryList priority kind=Kind::Done/>
            </div>
            {nothing_reported}
            <EntryList priority kind=Kind::Direction/>
            {priority.map(|id| view! { <PriorityTargets id/> })}
            <EntryList priority kind=Kind::Local/>
            <EntryList priority kind=Kind::Strategy/>
            {priority.map(|id| view! { <GroupTail id/> })}
        </section>
    }
    .into_any()
}

#[component]
fn GroupHead(id: PriorityId, title: String) -> impl IntoView {
    let priority = context().plan.priority(id);
    view! {
        <div class="cp-group__head">
            <Heading below=2 class="cp-group__title" id=title>
                {priority.short.as_str()}
                {priority.new.then(|| view! { " " <span class="cp-tag">"New in this edition"</span> })}
            </Heading>
            {priority.sensitive.then(|| view! { <Exit/> })}
        </div>
        <Answers id/>
        <FirstContacts id/>
        {(!priority.plain.is_empty()).then(|| view! { <p class="cp-group__plain">{priority.plain.as_str()} " " <IsOurs/></p> })}
        <Ways id/>
    }
    .into_any()
}

/// Is it getting better, who leads, how much is done: each from the data, or that the plan does not say.
#[component]
fn Answers(id: PriorityId) -> impl IntoView {
    let plan = context().plan;
    let lead = match &plan.priority(id).lead {
        Some(lead) => {
            let names = lead.partners.iter().map(|id| view! { <li><PartnerLink id=*id/></li> });
            view! { <ul class="cp-inline">{names.collect_view()}</ul> }.into_any()
        }
        None => view! { <span class="cp-not-stated">"not stated in the plan"</span> }.into_any(),
    };
    let done = match count(plan, id, Kind::Done) {
        0 => "none reported as done".to_owned(),
        done => format!("{done} reported as done"),
    };
    view! {
        <dl class="cp-answers">
            <div class="cp-answers__one">
                <dt>"Is it getting better?"</dt>
                <dd><Better id/></dd>
            </div>
            <div class="cp-answers__one">
                <dt>"Who leads?"</dt>
                <dd>{lead}</dd>
            </div>
            <div class="cp-answers__one">
                <dt>"How much is done?"</dt>
                <dd>{format!("{} promised, {done}", count(plan, id, Kind::Promised))}</dd>
            </div>
        </dl>
    }
    .into_any()
}

/// The first figure in words, with its base, period and caveat.
#[component]
fn Better(id: PriorityId) -> impl IntoView {
    let Some(measure) = own_measure(context().plan, id) else {
        return view! { <span class="cp-not-stated">"The plan gives no figure for this"</span> }.into_any();
    };
    let words = chart::figure(measure);
    let caveat = context().plan.edition.caveat.as_ref().filter(|_| measure.disturbed);
    let caveat = caveat.map(|it| view! { " " <TermLink words=&it.short place="#cp-caveat"/> "." });
    let base = if measure.counts.is_some() { words.base } else { "no counts published".to_owned() };
    view! {
        {words.headline} ", " {base}
        <span class="cp-answers__beside">
            {measure.name.as_str()} ". " {words.period} ". " {words.polarity} "." {caveat}
        </span>
    }
    .into_any()
}

/// Whom to call: the first contact of the priority, and the first two for everybody, as the data has them. The others stand below.
#[component]
fn FirstContacts(id: PriorityId) -> impl IntoView {
    let plan = context().plan;
    let own = plan.contacts.iter().filter(|it| it.priorities.contains(&id)).take(1);
    let for_all = plan.contacts.iter().filter(|it| it.priorities.is_empty()).take(2);
    let rows = own.chain(for_all).map(|contact| view! { <li><FirstContact contact/></li> });
    let all = format!("#cp-{}-contacts", place(plan, Some(id)));
    view! {
        <ul class="cp-call" aria-label="Whom to contact">
            {rows.collect_view()}
            <li class="cp-on-screen">
                <a class="cp-call__way" href=all><b>"More contacts"</b> " " <span class="cp-call__name">"On this page"</span></a>
            </li>
        </ul>
    }
}

#[component]
fn FirstContact(contact: &'static Contact) -> impl IntoView {
    let name = view! { <span class="cp-call__name">{contact.name.as_str()}</span> };
    let url = contact.link.and_then(|it| context().plan.link(it).offered());
    match (contact.phone.as_deref(), url) {
        (Some(phone), _) => {
            let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
            view! { <a class="cp-call__way" href=format!("tel:{digits}")><b>"Call " {phone}</b> " " {name}</a> }
                .into_any()
        }
        (None, Some(url)) => {
            view! { <External url class="cp-call__way"><b>"Website"</b> " " {name}</External> }.into_any()
        }
        (None, None) => name.into_any(),
    }
}

/// The places on the page of a priority, which has no hidden ones.
#[component]
fn Ways(id: PriorityId) -> impl IntoView {
    let plan = context().plan;
    let place = place(plan, Some(id));
    let way = move |kind: Kind, words: &'static str| {
        let number = count(plan, id, kind);
        (number > 0).then(|| {
            view! { <li><a href=format!("#cp-{place}-{}", kind.slug())>{words} " " {number}</a></li> }
        })
    };
    let targets = plan.targets.iter().filter(|it| it.priorities.contains(&id)).count();
    let targets =
        (targets > 0).then(|| view! { <li><a href=format!("#cp-{place}-targets")>"Targets " {targets}</a></li> });
    view! {
        <ul class="cp-ways">
            {way(Kind::Promised, "Promised")}
            {way(Kind::Done, "Done")}
            {way(Kind::Direction, "Figures")}
            {targets}
            {way(Kind::Local, "Places")}
        </ul>
        <p class="cp-key">"The lines below are ours, in plain words." <span class="cp-on-screen">" Each opens to the plan’s own."</span></p>
    }
}

/// The other names that the plan itself uses, each with its section.
fn other_names(plan: &Plan, id: PriorityId) -> Option<String> {
    let aliases = plan.priority(id).aliases.iter();
    let names: Vec<String> =
        aliases.filter_map(|it| Some(format!("“{}” ({})", it.name, plan.section(it.section?).cite))).collect();
    (!names.is_empty()).then(|| format!(", and also {}", listed(&names)))
}

/// Footnotes that the plan hangs on the heading of a section of this priority.
fn heading_footnotes(plan: &'static Plan, id: PriorityId) -> Vec<&'static Source> {
    let mut of_priority = plan.entries.iter().filter(|it| it.priorities == [id] && it.kind == Kind::Promised);
    let section = of_priority.find_map(|it| it.source()).map(|it| it.section);
    let hangs_on_entry = |at: usize| plan.entries.iter().any(|entry| entry.footnotes.iter().any(|id| id.index() == at));
    let footnotes = plan.footnotes.iter().enumerate();
    footnotes
        .filter(|(at, it)| Some(it.source.section) == section && !hangs_on_entry(*at))
        .map(|(_, it)| &it.source)
        .collect()
}

/// Where the plan names who leads.
#[component]
fn LeadSource(lead: &'static Lead) -> impl IntoView {
    let names: Vec<&str> = lead.partners.iter().map(|id| context().plan.partner(*id).name.as_str()).collect();
    view! {
        <p>
            <b>{if lead.partners.len() == 1 { "Lead partner: " } else { "Lead partners: " }}</b> {listed(&names)}
            <span class="cp-quiet">" (" {lead_scope(context().plan, lead)} ")"</span>
        </p>
        <StatementOrigin id=lead.id.as_str() source=&lead.source in_full=true/>
    }
}

/// What else there is to know of a priority, each under one line.
#[component]
fn GroupTail(id: PriorityId) -> impl IntoView {
    let plan = context().plan;
    let priority = plan.priority(id);
    let slug = priority.id.as_str();
    let own = plan.contacts.iter().filter(move |it| it.priorities.contains(&id));
    let for_all = plan.contacts.iter().filter(|it| it.priorities.is_empty());
    let contacts = own.chain(for_all).map(|contact| view! { <ContactRow contact/> });
    let notes: Vec<&Note> = plan.notes.iter().filter(|it| it.priorities.contains(&id)).collect();
    let number = notes.len();
    let notes = (number > 0).then(|| {
        let rows = notes.into_iter().map(|it| {
            view! {
                <li class="cp-note">
                    <b>{it.title.as_str()}</b>
                    <p>{it.text.as_str()}</p>
                </li>
            }
        });
        view! {
            <Fold id=format!("cp-{slug}-notes") title="Editor’s notes" count=number>
                <ul class="cp-plain-list">{rows.collect_view()}</ul>
            </Fold>
        }
    });
    let footnotes = heading_footnotes(plan, id).into_iter().map(|source| view! { <FootnoteLine source/> });
    let lead = priority.lead.as_ref().map(|lead| view! { <LeadSource lead/> });
    view! {
        <div class="cp-group__tail">
            <Fold id=format!("cp-{slug}-contacts") title="Everybody to contact, and when" printed=true>
                <ul class="cp-plain-list">{contacts.collect_view()}</ul>
                <AddedByUs/>
            </Fold>
            {notes}
            <Fold id=format!("cp-{slug}-names") title="What the plan calls it, and who leads">
                <p>"The plan calls it “" {priority.name.quote.as_str()} "”" {other_names(plan, id)} "."</p>
                {footnotes.collect_view()}
                {lead}
            </Fold>
        </div>
    }
    .into_any()
}
