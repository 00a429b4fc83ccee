//! What is known of one ward: what the plan says, what is known of places there, and what official sources publish.

use super::chart::WardChart;
use super::context;
use super::finder::RememberWard;
use super::heading::Heading;
use super::link::{Target, WardLink};
use super::official::{Block, Cautions, Meaning, OfficialSource, OfficialTable, PeopleTables, RecordedHead};
use crate::chart::{self, listed, people, recorded};
use crate::page::glyph::{Glyph, PIN};
use crate::plan::area::Area;
use crate::plan::{Contact, Coverage, Entry, Kind, Local, Origin, WardId};
use crate::query::confidence_label;
use leptos::either::Either;
use leptos::prelude::*;

/// All that is known of a ward.
#[component]
pub(super) fn OneWard(ward: WardId) -> impl IntoView {
    let title = [context::plan().ward(ward).name.as_str(), " ward"].concat();
    let area = context::area();
    view! {
        <div class="cp-ward">
            <Heading below=2 class="cp-ward__title" id="cp-ward-title" words=title/>
            <RememberWard ward/>
            <PlanSays wards=vec![ward]/>
            <LocalFacts wards=vec![ward]/>
            <PeopleBlock area ward/>
            <DeprivationBlock area ward/>
            <CrimeBlock area ward/>
            <Neighbours ward/>
            <Contacts/>
        </div>
    }
}

/// A section of what is known.
#[component]
fn WardSection<V>(id: &'static str, title: &'static str, children: TypedChildren<V>) -> impl IntoView
where
    V: IntoView + 'static,
{
    view! {
        <section class="cp-ward__part" aria-labelledby=id>
            <Heading below=3 class="cp-ward__part-title" id words=title/>
            {children.into_inner()()}
        </section>
    }
}

/// What the plan says applies there: said once for all, and where to read it.
#[component]
pub(super) fn PlanSays(wards: Vec<WardId>) -> impl IntoView {
    let plan = context::plan();
    let applies = |entry: &&Entry| match &entry.coverage {
        Coverage::Wards(own) => own.iter().any(|it| wards.contains(it)),
        Coverage::Area | Coverage::County => true,
    };
    let count =
        |kind| plan.entries.iter().filter(|it| it.kind == kind && it.source().is_some()).filter(applies).count();
    let many = |count: usize, one: &str, more: &str| {
        [count.to_string().as_str(), " ", if count == 1 { one } else { more }].concat()
    };
    let says = [
        "The plan promises ",
        &many(count(Kind::Promised), "action", "actions"),
        " and reports ",
        &many(count(Kind::Done), "achievement", "achievements"),
        " that apply here.",
    ]
    .concat();
    let here = wards.clone();
    view! {
        <WardSection id="cp-ward-plan" title="What the plan says">
            <PlanAnswer wards=here/>
            <p>{says}</p>
            <p><WardLink target=Target::Results wards says="Read what the plan promises and reports"/></p>
        </WardSection>
    }
}

/// What the plan says of these wards, and what it does not.
#[component]
fn PlanAnswer(wards: Vec<WardId>) -> impl IntoView {
    let plan = context::plan();
    let kind = &plan.edition.area_kind;
    let names: Vec<&str> = wards.iter().map(|it| plan.ward(*it).name.as_str()).collect();
    let names = listed(&names);
    let here = |it: &&Entry| matches!(&it.coverage, Coverage::Wards(own) if own.iter().any(|it| wards.contains(it)));
    let from_plan = plan.entries.iter().filter(|it| it.source().is_some()).filter(here).count();
    let local = plan.entries.iter().filter(|it| it.kind == Kind::Local).filter(here).count();
    let says = match from_plan {
        0 => [
            "The plan says nothing about ",
            &names,
            " alone. What it promises and reports applies across the whole ",
            kind,
            ", ",
            &names,
            " included.",
        ]
        .concat(),
        1 => ["One statement of the plan is about ", &names, " alone. The others apply across the whole ", kind, "."]
            .concat(),
        more => [
            &more.to_string(),
            " statements of the plan are about ",
            &names,
            " alone. The others apply across the whole ",
            kind,
            ".",
        ]
        .concat(),
    };
    let known = match local {
        0 => "We know of no facts from other sources about places there.".to_owned(),
        1 => "We add one fact about a place there, from another source. It is marked as not from the plan.".to_owned(),
        more => [
            "We add ",
            &more.to_string(),
            " facts about places there, from other sources. They are marked as not from the plan.",
        ]
        .concat(),
    };
    view! {
        <div class="cp-place">
            <p class="cp-lead"><Glyph path=PIN/> " " {says}</p>
            <p>{known} " The plan gives no figures for single wards."</p>
        </div>
    }
}

/// Facts that name places in these wards.
#[component]
pub(super) fn LocalFacts(wards: Vec<WardId>) -> impl IntoView {
    let here = |it: &&Entry| matches!(&it.coverage, Coverage::Wards(own) if own.iter().any(|it| wards.contains(it)));
    let facts = context::plan().entries.iter().filter(here).filter_map(|it| match &it.origin {
        Origin::Elsewhere(local) => Some(view! { <LocalFact local/> }),
        Origin::Plan(_) => None,
    });
    let facts: Vec<_> = facts.collect();
    (!facts.is_empty()).then(|| {
        view! {
            <Block id="cp-ward-local" title="Known about places here">
                <ul class="cp-list__cards cp-list__cards--wide">{facts}</ul>
            </Block>
        }
    })
}

/// A fact, who says so, when, and how sure that is. That it is not from the plan stands over all of them.
#[component]
fn LocalFact(local: &'static Local) -> impl IntoView {
    view! {
        <li class="cp-card cp-card--local">
            <p class="cp-card__fact">{local.fact.as_str()}</p>
            <p>
                "Source: " <a href=local.url.as_str() rel="noreferrer external">{local.publisher.as_str()}</a> ". Date: "
                {local.date.as_str()} "."
            </p>
            <p>
                "How we know the place: " {local.basis.as_str()} " In short: " {confidence_label(local.confidence)} "."
            </p>
        </li>
    }
}

#[component]
fn PeopleBlock(area: &'static Area, ward: WardId) -> impl IntoView {
    let plan = context::plan();
    let sheets = people::sheets(plan, area, &[ward]);
    (!sheets.is_empty()).then(|| {
        let ages = people::by_age(plan, area, ward).map(|it| chart::ages(&it));
        view! {
            <Block id="cp-ward-people" title="People and homes">
                <PeopleTables area sheets/>
                {ages.map(|shown| view! { <WardChart shown/> })}
            </Block>
        }
    })
}

#[component]
fn DeprivationBlock(area: &'static Area, ward: WardId) -> impl IntoView {
    people::deprivation(context::plan(), area, ward).map(|found| {
        let sentences = found.sentences.into_iter().map(|it| view! { <p>{it}</p> }).collect_view();
        let (origin, when) = (found.origin, area.origin(found.origin).period.as_str());
        view! {
            <Block id="cp-ward-deprivation" title="Deprivation">
                {sentences}
                <Meaning area origin/>
                <OfficialSource area origin when/>
            </Block>
        }
    })
}

#[component]
fn CrimeBlock(area: &'static Area, ward: WardId) -> impl IntoView {
    let plan = context::plan();
    recorded::stretch(&area.crime).map(|stretch| {
        let years = recorded::year_on_year(plan, area, ward).into_iter().map(|it| view! { <p>{it}</p> }).collect_view();
        let by_month = chart::months(&recorded::by_month(plan, area, &stretch, ward));
        let by_type = chart::types(&recorded::by_type(plan, area, &stretch, ward));
        let rates = recorded::rates(plan, area, &stretch, ward);
        let own = recorded::own_cautions(&area.crime, ward);
        let when = stretch.period.clone();
        view! {
            <Block id="cp-ward-crime" title="What police recorded here">
                <RecordedHead area stretch wards=vec![]/>
                {years}
                <WardChart shown=by_month/>
                <WardChart shown=by_type/>
                <div class="cp-official__sheet">
                    <Cautions words=own/>
                    {rates.map(|table| view! { <OfficialTable table/> })}
                </div>
                <OfficialSource area origin=area.crime.origin when/>
            </Block>
        }
    })
}

/// The wards around, to go to and to compare with.
#[component]
fn Neighbours(ward: WardId) -> impl IntoView {
    let plan = context::plan();
    let own = plan.ward(ward);
    (!own.neighbours.is_empty()).then(|| {
        let rows = own.neighbours.iter().map(|other| {
            let name = plan.ward(*other).name.as_str();
            view! {
                <li>
                    <WardLink target=Target::WardView wards=vec![*other] says=name/>
                    " · "
                    <WardLink
                        class="cp-quiet-link"
                        target=Target::WardView
                        wards=vec![ward, *other]
                        says=["Compare ", &own.name, " and ", name].concat()
                    />
                </li>
            }
        });
        let rows = rows.collect_view();
        view! {
            <WardSection id="cp-ward-neighbours" title="Neighbouring wards">
                <ul class="cp-plain-list">{rows}</ul>
            </WardSection>
        }
    })
}

/// Whom to contact from anywhere in the area.
#[component]
pub(super) fn Contacts() -> impl IntoView {
    let contacts = context::plan().contacts.iter().filter(|it| it.priorities.is_empty());
    let rows = contacts.map(|contact| view! { <ContactRow contact/> }).collect_view();
    view! {
        <WardSection id="cp-ward-contacts" title="Whom to contact">
            <ul class="cp-plain-list">{rows}</ul>
            <p class="cp-ours-line">"Added by us; not from the plan."</p>
        </WardSection>
    }
}

#[component]
fn ContactRow(contact: &'static Contact) -> impl IntoView {
    let name = match contact.link.and_then(|it| context::plan().link(it).offered()) {
        Some(url) => Either::Left(view! { <a href=url rel="noreferrer external">{contact.name.as_str()}</a> }),
        None => Either::Right(view! { <b>{contact.name.as_str()}</b> }),
    };
    let phone = contact.phone.as_deref().map(|phone| {
        let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
        view! { ": " <a class="cp-phone" href=["tel:", &digits].concat()>{phone}</a> }
    });
    let seen = contact.seen.as_deref();
    let seen = seen.map(|seen| view! { <span class="cp-quiet">" (number last seen " {seen} ")"</span> });
    view! { <li>{name} {phone} ". " {contact.when.as_str()} {seen}</li> }
}
