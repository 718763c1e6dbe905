//! How the kind of an entry is read and written: by its name, with what it says behind. A
//! name that this program does not know is no error; see [`EntryKind::Unknown`].

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, IntoDeserializer, MapAccess,
    VariantAccess, Visitor,
};
use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Serialize};

use super::EntryKind;

/// Every kind that this program knows, as it is called on the wire.
const NAMES: [&str; 10] = [
    "posted",
    "replied",
    "edited",
    "deleted",
    "reacted",
    "unreacted",
    "pinned",
    "unpinned",
    "topic_set",
    ERASED,
];

/// The one that says nothing.
const ERASED: &str = "erased";

impl Serialize for EntryKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Self::Unknown { name } = self {
            let mut kind = serializer.serialize_map(Some(1))?;
            kind.serialize_entry(name, &())?;
            return kind.end();
        }
        // The one that the derive makes.
        Self::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for EntryKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyKind)
    }
}

/// A name alone, or an object of one member.
struct AnyKind;

impl<'de> Visitor<'de> for AnyKind {
    type Value = EntryKind;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the kind of an entry")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<EntryKind, E> {
        if NAMES.contains(&name) {
            return EntryKind::deserialize(name.into_deserializer());
        }
        let name = name.to_owned();
        Ok(EntryKind::Unknown { name })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<EntryKind, A::Error> {
        let name: String = map
            .next_key()?
            .ok_or_else(|| A::Error::custom("an entry has a kind"))?;
        let kind = if NAMES.contains(&name.as_str()) {
            let known = Known {
                name: &name,
                map: &mut map,
            };
            EntryKind::deserialize(Behind(known))?
        } else {
            map.next_value::<IgnoredAny>()?;
            EntryKind::Unknown { name }
        };
        match map.next_key::<IgnoredAny>()? {
            None => Ok(kind),
            Some(_) => Err(A::Error::custom("an entry has one kind")),
        }
    }
}

/// A known name, with what it says still to be read.
struct Known<'a, A> {
    name: &'a str,
    map: &'a mut A,
}

/// Gives the derive what it asks for: an enum.
struct Behind<'a, A>(Known<'a, A>);

impl<'de, A: MapAccess<'de>> Deserializer<'de> for Behind<'_, A> {
    type Error = A::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, A::Error> {
        visitor.visit_enum(self.0)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        option unit unit_struct newtype_struct seq tuple tuple_struct map struct enum
        identifier ignored_any
    }
}

impl<'de, 'a, A: MapAccess<'de>> EnumAccess<'de> for Known<'a, A> {
    type Error = A::Error;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), A::Error> {
        let name: StrDeserializer<'a, A::Error> = self.name.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de, A: MapAccess<'de>> VariantAccess<'de> for Known<'_, A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.map.next_value()
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, A::Error> {
        self.map.next_value_seed(seed)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(Said(visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(Said(visitor))
    }
}

/// What a kind says.
struct Said<V>(V);

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for Said<V> {
    type Value = V::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        deserializer.deserialize_any(self.0)
    }
}
