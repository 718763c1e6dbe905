//! Elements made by plain calls, drawn by Leptos' effects and mounted by its renderer.
//!
//! Leptos' own view types compile every part of every view anew. Measured on this client,
//! views of plain calls take the WebAssembly from 270 to 197 kB of brotli, and a new row
//! costs a fraction, which the promise of a light first visit needs. What stays the same:
//! a part that depends on a signal is drawn again when the signal changes, alone, and
//! everything that a component made goes when it goes.
//!
//! Text is only ever set as text. There is no way here to set HTML.

mod list;

use std::rc::Rc;

use leptos::prelude::{Render, RenderEffect, document, on_cleanup};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DomTokenList, Element, Event, HtmlElement, KeyboardEvent, Node, Text};

use self::list::{List, position};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element or a text, on its way into the page.
#[derive(Clone, Debug)]
pub struct El {
    node: Node,
}

/// An element of this kind.
pub fn el(tag: &str) -> El {
    let element = document().create_element(tag).expect("a tag of HTML");
    El {
        node: element.into(),
    }
}

/// An element of this kind in a drawing.
pub fn svg(tag: &str) -> El {
    let element = document()
        .create_element_ns(Some(SVG), tag)
        .expect("a tag of SVG");
    El {
        node: element.into(),
    }
}

/// A text, as it is.
pub fn text(text: &str) -> El {
    El {
        node: document().create_text_node(text).into(),
    }
}

/// A text that is kept in step.
pub fn live_text(words: impl Fn() -> String + 'static) -> El {
    let node = document().create_text_node("");
    keep_text(node.clone(), Box::new(words));
    El { node: node.into() }
}

/// A `div` of this class.
pub fn div(class: &str) -> El {
    el("div").class(class)
}

/// A `span` of this class.
pub fn span(class: &str) -> El {
    el("span").class(class)
}

/// A `p` of this class.
pub fn p(class: &str) -> El {
    el("p").class(class)
}

/// A button of this class that submits nothing.
pub fn button(class: &str) -> El {
    el("button").class(class).attr("type", "button")
}

/// Words for the ear alone.
pub fn sr(words: &str) -> El {
    span("sr").text(words)
}

impl El {
    /// Sets the class; an empty one sets nothing.
    pub fn class(self, class: &str) -> Self {
        if class.is_empty() {
            self
        } else {
            self.attr("class", class)
        }
    }

    /// Sets an attribute.
    pub fn attr(self, name: &str, value: &str) -> Self {
        self.element()
            .set_attribute(name, value)
            .expect("an attribute of HTML");
        self
    }

    /// Says what it is called.
    pub fn name(self, name: &str) -> Self {
        self.attr("aria-label", name)
    }

    /// Hides it from the ear.
    pub fn mute(self) -> Self {
        self.attr("aria-hidden", "true")
    }

    /// Adds a text.
    pub fn text(self, words: &str) -> Self {
        self.child(text(words))
    }

    /// Adds a child.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "an element has one place: who gives it away no longer has it"
    )]
    pub fn child(self, child: El) -> Self {
        self.append(&child.node);
        self
    }

    /// Adds children.
    pub fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        for child in children {
            self.append(&child.node);
        }
        self
    }

    /// Keeps an attribute in step; `None` takes it away.
    pub fn live_attr(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + 'static,
    ) -> Self {
        keep_attribute(self.element().clone(), name, Box::new(value));
        self
    }

    /// Keeps its name in step.
    pub fn live_name(self, name: impl Fn() -> String + 'static) -> Self {
        self.live_attr("aria-label", move || Some(name()))
    }

    /// Keeps an attribute that is there or not in step.
    pub fn live_flag(self, name: &'static str, is_set: impl Fn() -> bool + 'static) -> Self {
        self.live_attr(name, move || is_set().then(String::new))
    }

    /// Keeps one of its classes in step.
    pub fn live_class(self, class: &'static str, is_set: impl Fn() -> bool + 'static) -> Self {
        keep_class(self.element().class_list(), class, Box::new(is_set));
        self
    }

    /// Adds a text that is kept in step.
    pub fn live_text(self, words: impl Fn() -> String + 'static) -> Self {
        let node = document().create_text_node("");
        self.append(&node);
        keep_text(node, Box::new(words));
        self
    }

    /// Adds a part that is drawn again whenever something that it drew from changes.
    pub fn live(self, draw: impl Fn() -> Option<El> + 'static) -> Self {
        self.live_all(move || draw().into_iter().collect())
    }

    /// Adds several parts in the same way.
    pub fn live_all(self, draw: impl Fn() -> Vec<El> + 'static) -> Self {
        keep_parts(self.end(), Box::new(draw));
        self
    }

    /// Adds a row for each item, each an element of its own. A row is drawn once and stays
    /// as long as its key does, wherever it moves.
    pub fn rows<T, K>(
        self,
        items: impl Fn() -> Vec<T> + 'static,
        key: impl Fn(&T) -> K + 'static,
        draw: impl Fn(&T) -> El + 'static,
    ) -> Self
    where
        T: 'static,
        K: PartialEq + 'static,
    {
        let mut list = List::new(self.end());
        let mut keys: Vec<K> = Vec::new();
        watch(move || {
            let items = items();
            let new_keys: Vec<K> = items.iter().map(&key).collect();
            let mut next = 0;
            let old_places: Vec<Option<usize>> = new_keys
                .iter()
                .map(|key| {
                    let place = position(&keys, key, next);
                    next = place.map_or(next, |place| place + 1);
                    place
                })
                .collect();
            list.change(&old_places, &|index| draw(&items[index]));
            keys = new_keys;
        });
        self
    }

    /// Listens until the component goes.
    pub fn on(self, event: &str, heard: impl Fn(Event) + 'static) -> Self {
        listen(&self.node, event, Box::new(heard));
        self
    }

    /// Does this when it is pressed.
    pub fn on_click(self, act: impl Fn() + 'static) -> Self {
        self.on("click", move |_| act())
    }

    /// Does this when a key goes down.
    pub fn on_key(self, act: impl Fn(KeyboardEvent) + 'static) -> Self {
        self.on("keydown", move |event| act(event.unchecked_into()))
    }

    /// Does this instead of what a form does by itself.
    pub fn on_submit(self, act: impl Fn() + 'static) -> Self {
        self.on("submit", move |event| {
            event.prevent_default();
            act();
        })
    }

    /// The element, for what is not drawing: focus, scrolling, values.
    pub fn html<T: JsCast>(&self) -> T {
        self.node.clone().unchecked_into()
    }

    fn element(&self) -> &Element {
        self.node.unchecked_ref()
    }

    /// Marks the place before which live parts stand.
    fn end(&self) -> Node {
        let end = document().create_text_node("");
        self.append(&end);
        end.into()
    }

    fn append(&self, child: &Node) {
        self.node
            .append_child(child)
            .expect("a new node has no other place");
    }

    fn remove(&self) {
        if let Some(parent) = self.node.parent_node() {
            // Refused only for a node that is not there.
            let _ = parent.remove_child(&self.node);
        }
    }
}

/// Leptos mounts the root with this.
impl Render for El {
    type State = Element;

    fn build(self) -> Self::State {
        self.node.unchecked_into()
    }

    fn rebuild(self, state: &mut Self::State) {
        let new: Element = self.node.unchecked_into();
        if let Some(parent) = state.parent_node() {
            // Refused only for a node that is not there.
            let _ = parent.replace_child(&new, state);
        }
        *state = new;
    }
}

/// Does this now, and again whenever a signal that it read changes, until the component
/// that is being made goes.
pub fn watch(act: impl FnMut() + 'static) {
    watch_boxed(Box::new(act));
}

/// Listens at the window until the component that is being made goes.
pub fn listen_at_window(event: &str, heard: impl Fn(Event) + 'static) {
    listen(&leptos::prelude::window(), event, Box::new(heard));
}

/// Gives an element the focus.
pub fn focus(element: &HtmlElement) {
    // Refused only by an element that is not in the page.
    let _ = element.focus();
}

// From here on everything is boxed, so that it is compiled once and not for every caller.

fn watch_boxed(mut act: Box<dyn FnMut()>) {
    let effect = SendWrapper::new(RenderEffect::new(move |_: Option<()>| act()));
    on_cleanup(move || drop(effect));
}

fn keep_attribute(element: Element, name: &'static str, value: Box<dyn Fn() -> Option<String>>) {
    let mut shown = None;
    watch_boxed(Box::new(move || {
        let value = value();
        if shown != value {
            // Refused only for names that are no attributes.
            let _ = match &value {
                Some(value) => element.set_attribute(name, value),
                None => element.remove_attribute(name),
            };
            shown = value;
        }
    }));
}

fn keep_class(classes: DomTokenList, class: &'static str, is_set: Box<dyn Fn() -> bool>) {
    watch_boxed(Box::new(move || {
        // Refused only for names with spaces.
        let _ = classes.toggle_with_force(class, is_set());
    }));
}

fn keep_text(node: Text, words: Box<dyn Fn() -> String>) {
    let mut shown = String::new();
    watch_boxed(Box::new(move || {
        let words = words();
        if shown != words {
            node.set_data(&words);
            shown = words;
        }
    }));
}

fn keep_parts(end: Node, draw: Box<dyn Fn() -> Vec<El>>) {
    let mut shown: Vec<El> = Vec::new();
    watch_boxed(Box::new(move || {
        let parts = draw();
        shown.drain(..).for_each(|old| old.remove());
        if let Some(parent) = end.parent_node() {
            for part in &parts {
                insert(&parent, &part.node, &end);
            }
        }
        shown = parts;
    }));
}

fn listen(target: &web_sys::EventTarget, event: &str, heard: Box<dyn Fn(Event)>) {
    let listener = Closure::wrap(heard);
    target
        .add_event_listener_with_callback(event, listener.as_ref().unchecked_ref())
        .expect("a listener is a function");
    let (target, event) = (target.clone(), event.to_owned());
    let listening = SendWrapper::new((target, event, listener));
    on_cleanup(move || {
        let (target, event, listener) = listening.take();
        // Refused only for a listener that is no function.
        let _ =
            target.remove_event_listener_with_callback(&event, listener.as_ref().unchecked_ref());
    });
}

fn insert(parent: &Node, node: &Node, before: &Node) {
    // Refused only when a node would be inside itself.
    let _ = parent.insert_before(node, Some(before));
}

/// A function that can be called from several places of a view.
pub type Act = Rc<dyn Fn()>;

/// A function as an [`Act`].
pub fn act(f: impl Fn() + 'static) -> Act {
    Rc::new(f)
}
