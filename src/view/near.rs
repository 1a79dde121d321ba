//! Articles of a case that are near copies, by groups.

use std::collections::{BTreeSet, HashMap};

use super::rows::NearCopies;
use crate::domain::id::Id;
use crate::domain::record::Article;
use crate::store::likeness::NearPair;

/// The near copies of each article that has any.
pub(super) fn near_copies(articles: &[Article], pairs: &[NearPair]) -> HashMap<Id, NearCopies> {
    let by_id: HashMap<Id, &Article> = articles.iter().map(|article| (article.id, article)).collect();
    let mut of: HashMap<Id, Vec<(Id, u8)>> = HashMap::new();
    for pair in pairs.iter().filter(|pair| by_id.contains_key(&pair.a) && by_id.contains_key(&pair.b)) {
        of.entry(pair.a).or_default().push((pair.b, pair.a_percent));
        of.entry(pair.b).or_default().push((pair.a, pair.b_percent));
    }
    let mut found: HashMap<Id, NearCopies> = HashMap::new();
    for id in of.keys() {
        if found.contains_key(id) {
            continue;
        }
        let group = together(*id, &of);
        let members: Vec<&Article> = group.iter().filter_map(|id| by_id.get(id)).copied().collect();
        let outlets: BTreeSet<&str> =
            members.iter().map(|article| article.outlet.trim()).filter(|outlet| !outlet.is_empty()).collect();
        let number = members.iter().map(|article| article.number).min().unwrap_or_default();
        for id in &group {
            let mut near = of.get(id).cloned().unwrap_or_default();
            near.sort_by_key(|(other, percent)| {
                (std::cmp::Reverse(*percent), by_id.get(other).map_or(0, |article| article.number))
            });
            let copies =
                NearCopies { group: number, articles: members.len(), outlets: outlets.len(), of: near };
            found.insert(*id, copies);
        }
    }
    found
}

/// All that are near copies of each other with this one, in one step or several.
fn together(id: Id, of: &HashMap<Id, Vec<(Id, u8)>>) -> BTreeSet<Id> {
    let mut group = BTreeSet::from([id]);
    let mut waiting = vec![id];
    while let Some(id) = waiting.pop() {
        for (other, _) in of.get(&id).into_iter().flatten() {
            if group.insert(*other) {
                waiting.push(*other);
            }
        }
    }
    group
}
