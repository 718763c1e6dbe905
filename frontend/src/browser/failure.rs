//! When the program itself fails: one sentence and a way out, above whatever the
//! page still shows, so that text on it can be copied.
//!
//! After a panic the program's memory is not to be trusted, so nothing here needs
//! it later: the notice is made of plain nodes, and its button calls the browser's
//! own `reload`. `boot.js` shows the same notice for what no panic hook sees, and
//! recognises this one by its id.

use std::panic::PanicHookInfo;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, console};

/// Shared with `boot.js`: whoever comes first shows the notice.
const NOTICE_ID: &str = "boot-failed";

/// Makes every panic from here on show the notice.
pub fn install() {
    std::panic::set_hook(Box::new(on_panic));
}

fn on_panic(panic: &PanicHookInfo<'_>) {
    console::error_1(&panic.to_string().into());
    // If the page refuses the notice, the console has the cause; nothing else is left.
    let _ = show_notice();
}

fn show_notice() -> Result<(), JsValue> {
    let Some((document, body)) = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| {
            let body = document.body()?;
            Some((document, body))
        })
    else {
        return Ok(());
    };
    if document.get_element_by_id(NOTICE_ID).is_some() {
        return Ok(());
    }
    let notice = document.create_element("div")?;
    notice.set_id(NOTICE_ID);
    notice.set_class_name("boot boot-failed");
    notice.set_attribute("role", "alert")?;
    add(
        &document,
        &notice,
        "h1",
        "boot-title",
        t!("failure-stopped"),
    )?;
    add(&document, &notice, "p", "boot-line", t!("failure-means"))?;
    let reload = add(
        &document,
        &notice,
        "button",
        "boot-reload",
        t!("banner-reload"),
    )?;
    reload.set_attribute("type", "button")?;
    let location = web_sys::window().map(|window| window.location());
    if let Some(location) = location {
        let function: Function = Reflect::get(&location, &"reload".into())?.unchecked_into();
        reload.add_event_listener_with_callback("click", &function.bind0(&location))?;
    }
    body.insert_before(&notice, body.first_child().as_ref())?;
    Ok(())
}

fn add(
    document: &Document,
    parent: &Element,
    name: &str,
    class: &str,
    text: &str,
) -> Result<Element, JsValue> {
    let element = document.create_element(name)?;
    element.set_class_name(class);
    element.set_text_content(Some(text));
    parent.append_child(&element)?;
    Ok(element)
}
