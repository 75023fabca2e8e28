//! Records and their fields. `record!` writes a struct whose fields can be listed, compared and filled, so that the journal, undo,
//! conflicts and imports treat every kind of record alike.

use serde_json::Value;
use std::collections::BTreeMap;

/// One kind of record of the ledger.
pub trait Fields: Sized {
    /// Names of the fields, in the order written; the same words as in the journal and in message keys.
    const FIELDS: &'static [&'static str];

    /// The fields in which two states of a record differ, as (name, before, after) in JSON.
    fn differences(&self, after: &Self) -> Vec<(&'static str, Value, Value)>;

    /// Takes over every field of `newer` that is filled. An empty field never erases (D§10, habits 2.1).
    fn fill_from(&mut self, newer: &Self);

    /// The named field as JSON; `None` if there is no such field.
    fn get(&self, field: &str) -> Option<Value>;

    /// Sets the named field from JSON; an error for an unknown field or a value of another type.
    fn set(&mut self, field: &str, value: Value) -> Result<(), serde_json::Error>;
}

/// What can stand in a field: knows when it is empty.
pub trait Cell {
    /// Nothing was said.
    fn is_empty(&self) -> bool;
}

impl<T> Cell for Option<T> {
    fn is_empty(&self) -> bool {
        self.is_none()
    }
}
impl<T> Cell for Vec<T> {
    fn is_empty(&self) -> bool {
        Vec::is_empty(self)
    }
}
impl<K, V> Cell for BTreeMap<K, V> {
    fn is_empty(&self) -> bool {
        BTreeMap::is_empty(self)
    }
}
impl Cell for String {
    fn is_empty(&self) -> bool {
        String::is_empty(self)
    }
}

impl Cell for bool {
    fn is_empty(&self) -> bool {
        !self
    }
}

/// Merges two maps of further columns instead of replacing one by the other.
pub fn fill_map(old: &mut BTreeMap<String, Value>, newer: &BTreeMap<String, Value>) {
    for (key, value) in newer {
        if !value.is_null() {
            old.insert(key.clone(), value.clone());
        }
    }
}

/// Writes a record type: a struct with an `id`, serde, and [`Fields`] over all fields but the id. Before the bar stand the fields that
/// every record has, behind it those that may be empty; the map `extra` of further columns comes by itself and is merged key by key.
macro_rules! record {
    (
        $(#[$doc:meta])*
        pub struct $name:ident [$id:ty] {
            $( $(#[$mdoc:meta])* $must:ident : $mtype:ty, )*
            |
            $( $(#[$fdoc:meta])* $field:ident : $type:ty, )*
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $name {
            /// Identifier, UUIDv7.
            pub id: $id,
            $( $(#[$mdoc])* pub $must: $mtype, )*
            $( $(#[$fdoc])* #[serde(default, skip_serializing_if = "crate::record::Cell::is_empty")] pub $field: $type, )*
            /// Further columns of the office's own sheets by canonical field name; kept, shown and exported, never counted.
            #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
            pub extra: std::collections::BTreeMap<String, serde_json::Value>,
        }

        impl $name {
            /// A record with only what every such record has.
            #[allow(clippy::too_many_arguments, reason = "one argument a required field")]
            pub fn new(id: $id, $($must: $mtype),*) -> Self {
                Self { id, $($must,)* $($field: Default::default(),)* extra: Default::default() }
            }
        }

        impl $crate::record::Fields for $name {
            const FIELDS: &'static [&'static str] = &[$(stringify!($must),)* $(stringify!($field),)* "extra"];

            fn differences(&self, after: &Self) -> Vec<(&'static str, serde_json::Value, serde_json::Value)> {
                let mut found = Vec::new();
                $( if self.$must != after.$must {
                    found.push((stringify!($must), serde_json::json!(self.$must), serde_json::json!(after.$must)));
                } )*
                $( if self.$field != after.$field {
                    found.push((stringify!($field), serde_json::json!(self.$field), serde_json::json!(after.$field)));
                } )*
                if self.extra != after.extra {
                    found.push(("extra", serde_json::json!(self.extra), serde_json::json!(after.extra)));
                }
                found
            }

            fn fill_from(&mut self, newer: &Self) {
                $( self.$must = newer.$must.clone(); )*
                $( if !$crate::record::Cell::is_empty(&newer.$field) { self.$field = newer.$field.clone(); } )*
                $crate::record::fill_map(&mut self.extra, &newer.extra);
            }

            fn get(&self, field: &str) -> Option<serde_json::Value> {
                match field {
                    $( stringify!($must) => Some(serde_json::json!(self.$must)), )*
                    $( stringify!($field) => Some(serde_json::json!(self.$field)), )*
                    "extra" => Some(serde_json::json!(self.extra)),
                    _ => None,
                }
            }

            fn set(&mut self, field: &str, value: serde_json::Value) -> Result<(), serde_json::Error> {
                match field {
                    $( stringify!($must) => self.$must = serde_json::from_value(value)?, )*
                    $( stringify!($field) => self.$field = serde_json::from_value(value)?, )*
                    "extra" => self.extra = serde_json::from_value(value)?,
                    _ => return Err(<serde_json::Error as serde::de::Error>::custom(format!("no field {field}"))),
                }
                Ok(())
            }
        }
    };
}
pub(crate) use record;
