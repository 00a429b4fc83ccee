//! What filtering, counting, searching, ordering, describing and addresses must know of a plan, and no more.
//!
//! The native build makes the facts of a plan once ([`Facts::of`]); they come to the browser as JSON on the page, which is
//! why the program there holds no plan and is the same for every one. Ids are the plan's own, so an [`EntryId`] means the same
//! entry here and in the records. Names of fields in the JSON are short, because an entry has them all; each is given beside
//! its field.
//!
//! **Architecture invariant:** nothing here trusts the JSON: an id that leads nowhere finds nothing, and nothing panics.

use super::index::Index;
use crate::plan::{ContactId, EntryId, Gap, Kind, PartnerId, PriorityId, Slug, WardId};
use serde::{Deserialize, Serialize};

#[cfg(not(target_arch = "wasm32"))]
mod make;
#[cfg(test)]
mod tests;

#[cfg(not(target_arch = "wasm32"))]
pub use make::{facts_and_engine, facts_and_engine_of_the_first};

/// The facts of one plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Which edition it is.
    pub edition: EditionFacts,
    /// Its priorities, in plan order: a [`PriorityId`] is a place in this list.
    pub priorities: Vec<PriorityFacts>,
    /// Its partners, in page order: a [`PartnerId`] is a place in this list.
    pub partners: Vec<PartnerFacts>,
    /// The wards of its area, by name: a [`WardId`] is a place in this list.
    pub wards: Vec<WardFacts>,
    /// What filters act on, in the plan's order: an [`EntryId`] is a place in this list.
    pub entries: Vec<EntryFacts>,
    /// Whom one can contact: a [`ContactId`] is a place in this list.
    pub contacts: Vec<ContactFacts>,
    /// Everyday words for what the plan says in others.
    pub everyday: Vec<EverydayFacts>,
    /// Priorities and partners of earlier editions whose ids it does not have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<FormerFacts>,
    /// Which entries hold which words.
    pub(super) index: Index,
}

/// An id that links of an earlier edition have, and this one does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerFacts {
    /// What it was the id of, as addresses have it: `priority`, `partner`.
    #[serde(rename = "k")]
    pub key: String,
    /// The id.
    #[serde(rename = "i")]
    pub id: Slug,
    /// The id of what took its place, if something did.
    #[serde(default, rename = "t", skip_serializing_if = "Option::is_none")]
    pub to: Option<Slug>,
}

/// What sentences and links must know of the edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionFacts {
    /// Its stable id: `2021-draft`.
    pub id: Slug,
    /// What the page is called.
    pub heading: String,
    /// The place, in one or two words: what sentences call the area.
    pub place: String,
    /// What kind of area it is, as sentences name it: `borough`.
    pub area_kind: String,
}

/// What filters must know of a priority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriorityFacts {
    /// Its stable id, as addresses have it.
    pub id: Slug,
    /// The name that lists use.
    #[serde(rename = "name")]
    pub short: String,
    /// Its other names in the plan.
    #[serde(default, rename = "also", skip_serializing_if = "Vec::is_empty")]
    pub other_names: Vec<String>,
    /// Names of ours, which people may search for.
    #[serde(default, rename = "ours", skip_serializing_if = "Vec::is_empty")]
    pub our_names: Vec<String>,
    /// Whether reading about it may put somebody at risk.
    #[serde(default, skip_serializing_if = "is_not")]
    pub sensitive: bool,
    /// Beginnings of words that must not reach an address; only of a sensitive priority.
    #[serde(default, rename = "private", skip_serializing_if = "Vec::is_empty")]
    pub private_words: Vec<String>,
}

/// What filters must know of a partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnerFacts {
    /// Its stable id, as addresses have it.
    pub id: Slug,
    /// The name that lists use.
    #[serde(rename = "name")]
    pub short: String,
    /// Its other names in the plan.
    #[serde(default, rename = "also", skip_serializing_if = "Vec::is_empty")]
    pub other_names: Vec<String>,
    /// Names of ours, which people may search for.
    #[serde(default, rename = "ours", skip_serializing_if = "Vec::is_empty")]
    pub our_names: Vec<String>,
    /// Whether the plan lists it as a statutory partner.
    #[serde(default, skip_serializing_if = "is_not")]
    pub statutory: bool,
}

/// What filters must know of a ward.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WardFacts {
    /// Its stable id, as addresses have it.
    pub id: Slug,
    /// Its name.
    pub name: String,
    /// Its official code, by which a device remembers it.
    pub code: String,
}

/// What filters must know of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryFacts {
    /// What the open data call it.
    #[serde(rename = "i")]
    pub id: Slug,
    /// What it is.
    #[serde(rename = "k")]
    pub kind: Kind,
    /// The priorities that it belongs to, each once; empty where it belongs to the plan as a whole.
    #[serde(default, rename = "p", skip_serializing_if = "Vec::is_empty")]
    pub priorities: Vec<PriorityId>,
    /// The partners that it names in any part, leads included, each once.
    #[serde(default, rename = "o", skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<PartnerId>,
    /// Those of them that lead.
    #[serde(default, rename = "l", skip_serializing_if = "Vec::is_empty")]
    pub leads: Vec<PartnerId>,
    /// The only wards that it applies in; none where it applies in all.
    #[serde(default, rename = "w", skip_serializing_if = "Option::is_none")]
    pub wards: Option<Vec<WardId>>,
    /// What the plan leaves unsaid about it.
    #[serde(default, rename = "g", skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<Gap>,
}

/// Whom one can contact: what finds it, and what is shown then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactFacts {
    /// Who answers.
    pub name: String,
    /// When to use it, in our words.
    pub when: String,
    /// The telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// When the number was last seen in print.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<String>,
    /// The address of the web page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Everyday words: ours, for finding what the plan says in others. All lists are empty but the first where it says nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EverydayFacts {
    /// What people say.
    #[serde(rename = "s")]
    pub says: Vec<String>,
    /// What the plan says for it.
    #[serde(default, rename = "m", skip_serializing_if = "Vec::is_empty")]
    pub means: Vec<String>,
    /// The entries whose words in the plan hold that.
    #[serde(default, rename = "e", skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<EntryId>,
    /// The priorities that it belongs to.
    #[serde(default, rename = "p", skip_serializing_if = "Vec::is_empty")]
    pub priorities: Vec<PriorityId>,
    /// Who can be contacted about it.
    #[serde(default, rename = "c", skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<ContactId>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes what it asks about by reference")]
fn is_not(it: &bool) -> bool {
    !*it
}

macro_rules! look_ups {
    ($($(#[$doc:meta])* $one:ident, $ids:ident: $list:ident[$id:ident] -> $record:ident;)*) => {
        impl Facts {$(
            $(#[$doc])*
            #[must_use]
            pub fn $one(&self, id: $id) -> Option<&$record> {
                self.$list.get(id.index())
            }

            /// The ids of all of them, in order.
            pub fn $ids(&self) -> impl Iterator<Item = $id> + use<> {
                (0..u16::try_from(self.$list.len()).unwrap_or(u16::MAX)).map($id)
            }
        )*}
    };
}

look_ups! {
    /// The priority with this id.
    priority, priority_ids: priorities[PriorityId] -> PriorityFacts;
    /// The partner with this id.
    partner, partner_ids: partners[PartnerId] -> PartnerFacts;
    /// The ward with this id.
    ward, ward_ids: wards[WardId] -> WardFacts;
    /// The entry with this id.
    entry, entry_ids: entries[EntryId] -> EntryFacts;
    /// The contact with this id.
    contact, contact_ids: contacts[ContactId] -> ContactFacts;
}

impl Facts {
    /// The facts that the native build wrote as JSON; none where they cannot be read.
    #[must_use]
    pub fn read(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }

    /// The priority with this slug.
    #[must_use]
    pub fn find_priority(&self, slug: &str) -> Option<PriorityId> {
        self.priority_ids().zip(&self.priorities).find(|(_, it)| it.id.as_str() == slug).map(|(id, _)| id)
    }

    /// The partner with this slug.
    #[must_use]
    pub fn find_partner(&self, slug: &str) -> Option<PartnerId> {
        self.partner_ids().zip(&self.partners).find(|(_, it)| it.id.as_str() == slug).map(|(id, _)| id)
    }

    /// What became of an id that an earlier edition had, by its key and itself.
    #[must_use]
    pub fn find_former(&self, key: &str, id: &str) -> Option<&FormerFacts> {
        self.former.iter().find(|it| it.key == key && it.id.as_str() == id)
    }

    /// The ward with this slug.
    #[must_use]
    pub fn find_ward(&self, slug: &str) -> Option<WardId> {
        self.ward_ids().zip(&self.wards).find(|(_, it)| it.id.as_str() == slug).map(|(id, _)| id)
    }
}
