//! The page beyond its content: title, icon, clipboard, kind of pointer.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Document, Element, HtmlElement, HtmlLinkElement, HtmlTextAreaElement, Url};

use super::clock::{later, window};
use super::listener::Listener;
use crate::language::Language;

/// Whether somebody looks at this page now.
#[must_use]
pub fn is_looked_at() -> bool {
    let document = window().document();
    document.is_some_and(|page| !page.hidden() && page.has_focus().unwrap_or(false))
}

/// The language that `boot.js` chose for this page.
#[must_use]
pub fn language() -> Language {
    let root = window().document().and_then(|page| page.document_element());
    let chosen = root.and_then(|root| Language::of(&root.get_attribute("lang")?));
    chosen.unwrap_or(Language::English)
}

/// Says in the page which language it speaks, and from which side it is read.
pub fn set_language(language: Language) {
    let direction = if language.is_from_right() {
        "rtl"
    } else {
        "ltr"
    };
    if let Some(root) = window().document().and_then(|page| page.document_element()) {
        // Both are attributes of HTML.
        let _ = root.set_attribute("lang", language.code());
        let _ = root.set_attribute("dir", direction);
    }
}

/// Loads the page anew: what it is built with has changed.
pub fn reload() {
    // Refused only for a document that is gone.
    let _ = window().location().reload();
}

/// Sets the tab's title.
pub fn set_title(text: &str) {
    if let Some(document) = window().document()
        && document.title() != text
    {
        document.set_title(text);
    }
}

/// What the icon's dot says of the link, in shape as well as in colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaviconDot {
    /// Full and green.
    Online,
    /// A grey ring that is open.
    Connecting,
    /// A saffron ring with a bar.
    Offline,
    /// A red square.
    SignedOut,
}

impl FaviconDot {
    /// The dot in the mark's coordinates. Colours are those of the light theme,
    /// which hold on the grey of any browser's tab.
    fn drawing(self) -> &'static str {
        match self {
            Self::Online => "<circle cx='25' cy='16' r='4.5' fill='%23239852'/>",
            Self::Connecting => {
                "<path d='M25 11.5a4.5 4.5 0 1 0 4.5 4.5' fill='none' stroke='%238a857d' \
                 stroke-width='2.5'/>"
            }
            Self::Offline => {
                "<g fill='none' stroke='%23b9780b' stroke-width='2.5'>\
                 <circle cx='25' cy='16' r='4.5'/><path d='M21.8 19.2l6.4-6.4'/></g>"
            }
            Self::SignedOut => "<path d='M21 12h8v8h-8z' fill='%23b32523'/>",
        }
    }
}

/// Sets the tab's icon: the mark, with a dot for the link, and a count if there is one, at
/// most two signs. It is saffron where something calls.
pub fn set_favicon(dot: FaviconDot, count: &str, calls: bool) {
    let Some(icon) = window()
        .document()
        .and_then(|document| document.query_selector("link[rel=icon]").ok().flatten())
        .and_then(|link| link.dyn_into::<HtmlLinkElement>().ok())
    else {
        return;
    };
    let href = format!(
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'>\
         <path d='M22.6 9.1a9.5 9.5 0 1 0 0 13.8' fill='none' stroke='%231f7f9e' \
         stroke-width='4' stroke-linecap='round'/><g transform='translate({})'>{}</g>{}</svg>",
        // Out of the count's way.
        if count.is_empty() { "0 0" } else { "2 -4" },
        dot.drawing(),
        icon_count(count, calls)
    );
    if icon.href() != href {
        icon.set_href(&href);
    }
}

/// Below the dot, over the foot of the mark.
fn icon_count(count: &str, calls: bool) -> String {
    if count.is_empty() {
        return String::new();
    }
    let (ground, ink) = if calls {
        ("%23f2b63c", "%231f1a10")
    } else {
        ("%23125b73", "white")
    };
    format!(
        "<rect x='8' y='18' width='24' height='14' rx='7' fill='{ground}'/>\
         <text x='20' y='29.5' font-family='sans-serif' font-size='13' font-weight='700' \
         text-anchor='middle' fill='{ink}'>{count}</text>"
    )
}

/// Puts the page into a theme, or leaves that to the device. What the browser draws around
/// the page follows.
pub fn set_theme(theme: Option<&str>) {
    let Some(document) = window().document() else {
        return;
    };
    if let Some(root) = document.document_element() {
        // Refused only for names that are no attributes.
        let _ = match theme {
            Some(theme) => root.set_attribute("data-theme", theme),
            None => root.remove_attribute("data-theme"),
        };
    }
    for (of, colour) in THEME_COLOURS {
        let shown = theme.unwrap_or(of);
        let found = THEME_COLOURS.iter().find(|(name, _)| *name == shown);
        let shown = found.map_or(colour, |(_, colour)| colour);
        let meta = ["meta[name=theme-color][media*=", of, "]"].concat();
        if let Ok(Some(meta)) = document.query_selector(&meta) {
            // The same.
            let _ = meta.set_attribute("content", shown);
        }
    }
}

/// What the browser draws around the page, by the theme: as in `index.html`.
const THEME_COLOURS: [(&str, &str); 2] = [("light", "#f5f2ee"), ("dark", "#14120f")];

/// Whether the main pointer is a finger.
#[must_use]
pub fn is_touch() -> bool {
    window()
        .match_media("(pointer: coarse)")
        .ok()
        .flatten()
        .is_some_and(|coarse| coarse.matches())
}

/// What the browser calls itself.
#[must_use]
pub fn browser() -> String {
    // Refused only where there is no browser.
    window().navigator().user_agent().unwrap_or_default()
}

/// Whether the keyboard has a Command key where others have Control.
#[must_use]
pub fn has_command_key() -> bool {
    let browser = browser();
    ["Macintosh", "iPad", "iPhone"]
        .iter()
        .any(|device| browser.contains(device))
}

/// While this lives, the browser asks before the page is left.
#[must_use = "dropped, it asks no more"]
pub struct LeaveQuestion {
    _listener: Listener,
}

/// Has the browser ask before the page is left.
pub fn ask_before_leaving() -> LeaveQuestion {
    LeaveQuestion {
        _listener: Listener::new(&window(), "beforeunload", |event| event.prevent_default()),
    }
}

/// The first element that a selector finds.
#[must_use]
pub fn find(selector: &str) -> Option<HtmlElement> {
    let found = window().document()?.query_selector(selector).ok()??;
    found.dyn_into().ok()
}

/// All elements that a selector finds, in the order of the page.
#[must_use]
pub fn find_all(selector: &str) -> Vec<HtmlElement> {
    let found = window()
        .document()
        .and_then(|document| document.query_selector_all(selector).ok());
    let Some(found) = found else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into().ok())
        .collect()
}

/// What has the focus, if anything of the page has.
#[must_use]
pub fn focused() -> Option<HtmlElement> {
    window().document()?.active_element()?.dyn_into().ok()
}

/// A browser has begun to save a file by then.
const SAVED_WITHIN_MS: u64 = 60_000;

/// Saves text as a file of this name, by a link that nobody sees.
pub fn save(name: &str, text: &str) {
    // Each step fails only where there is no page to save from.
    let _ = try_save(name, text);
}

fn try_save(name: &str, text: &str) -> Result<(), JsValue> {
    let document = window().document().ok_or(JsValue::NULL)?;
    let blob = Blob::new_with_str_sequence(&Array::of1(&text.into()))?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlElement = document.create_element("a")?.unchecked_into();
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.click();
    later(SAVED_WITHIN_MS, move || {
        // Refused only for an address that is none.
        let _ = Url::revoke_object_url(&address);
    });
    Ok(())
}

/// The clipboard took nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotCopied;

/// Puts text into the clipboard. To be called from a click or a key.
///
/// # Errors
/// The browser does not let this page write there.
pub async fn copy(text: &str) -> Result<(), NotCopied> {
    // The property is missing on pages that came over plain HTTP from another machine.
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into());
    if clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        let written = window().navigator().clipboard().write_text(text);
        return JsFuture::from(written)
            .await
            .map(drop)
            .map_err(|_| NotCopied);
    }
    copy_by_selection(text).ok_or(NotCopied)
}

/// The old way: select text in a field nobody sees, and tell the document to copy.
fn copy_by_selection(text: &str) -> Option<()> {
    let document = window().document()?;
    let focused = document.active_element();
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(text);
    field.set_class_name("visually-hidden");
    document.body()?.append_child(&field).ok()?;
    field.select();
    let copied = exec_copy(&document);
    field.remove();
    give_focus_back(focused);
    copied.then_some(())
}

fn exec_copy(document: &Document) -> bool {
    // Deprecated and not in web-sys for plain documents, but the only way left here.
    Reflect::get(document, &"execCommand".into())
        .and_then(|exec| {
            let exec: js_sys::Function = exec.dyn_into()?;
            Reflect::apply(&exec, document, &Array::of1(&"copy".into()))
        })
        .is_ok_and(|copied| copied.is_truthy())
}

fn give_focus_back(focused: Option<Element>) {
    if let Some(element) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Refused by an element that has left the page.
        let _ = element.focus();
    }
}
