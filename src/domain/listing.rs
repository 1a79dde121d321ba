//! How the columns of a list of articles become the fields of its articles.

use super::kind::ListField;

/// The importer's name of a list that came as a file.
pub const LIST: &str = "list";

/// Which column holds what. Columns are counted from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Whether the first row names the columns and is no article.
    pub header: bool,
    /// Whether dates such as 9/7/2011 have the day first; `None` while nobody has said, and they are left out.
    pub day_first: Option<bool>,
    /// The column of each field, in the order of [`ListField::ALL`].
    pub columns: [Option<usize>; ListField::ALL.len()],
}

impl Mapping {
    /// The column of a field; `None` for one that is left out.
    #[must_use]
    pub fn column(&self, field: ListField) -> Option<usize> {
        self.columns.get(field as usize).copied().flatten()
    }

    /// Says which column a field has. A column is of one field: another one that had it lets it go.
    pub fn set(&mut self, field: ListField, column: Option<usize>) {
        if column.is_some() {
            self.columns.iter_mut().filter(|of| **of == column).for_each(|of| *of = None);
        }
        if let Some(of) = self.columns.get_mut(field as usize) {
            *of = column;
        }
    }

    /// Whether any field has a column.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.columns.iter().all(Option::is_none)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_of_one_field() {
        let mut mapping = Mapping::default();
        assert!(mapping.is_empty());
        mapping.set(ListField::Title, Some(2));
        mapping.set(ListField::Text, Some(2));
        assert_eq!((mapping.column(ListField::Title), mapping.column(ListField::Text)), (None, Some(2)));
        mapping.set(ListField::Url, None);
        assert_eq!(mapping.column(ListField::Text), Some(2));
    }
}
