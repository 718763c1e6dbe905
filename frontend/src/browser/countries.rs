//! Names of countries in the language of the page, as the browser knows them.

use js_sys::{Array, Intl, Object, Reflect};

use crate::language;

/// Who names them.
#[derive(Debug)]
pub struct Countries(Option<Intl::DisplayNames>);

impl Countries {
    /// In the language that the page speaks; without a name where the browser knows none.
    #[must_use]
    pub fn spoken() -> Self {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into());
        let has_names = intl.and_then(|intl| Reflect::has(&intl, &"DisplayNames".into()));
        let names = (has_names == Ok(true)).then(|| {
            let wanted = Object::new();
            for (name, value) in [("type", "region"), ("fallback", "none")] {
                // Setting a property of a plain object succeeds.
                let _ = Reflect::set(&wanted, &name.into(), &value.into());
            }
            let locales = Array::of1(&language::spoken().locale().into());
            Intl::DisplayNames::new(&locales, &wanted)
        });
        Self(names)
    }

    /// The country of a code of two letters: `DE`.
    #[must_use]
    pub fn name(&self, code: &str) -> Option<String> {
        self.0.as_ref()?.of(code).map(String::from)
    }
}
