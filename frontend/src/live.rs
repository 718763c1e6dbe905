//! A value that the screen watches: Leptos' own reactive graph under one type of signal.
//!
//! Leptos compiles a signal's whole machinery anew for every type that it holds, some two
//! kilobytes of WebAssembly each. Here the machinery is one data-less trigger, shared by
//! all, and the value lies beside it. A value belongs to one thread, as everything in a
//! page does, so it may hold what cannot be sent.
//!
//! A handle is a copy of two keys. The value goes when the component that made it goes;
//! what comes later (a timer, an answer) finds `None`.

use std::any::Any;
use std::cell::RefCell;
use std::fmt;
use std::marker::PhantomData;
use std::rc::Rc;

use leptos::prelude::{LocalStorage, Notify, Track};
use leptos::reactive::owner::ArenaItem;
use leptos::reactive::signal::{ArcTrigger, Trigger};

/// A handle to a watched value.
pub struct Live<T: 'static> {
    value: ArenaItem<Rc<dyn Any>, LocalStorage>,
    changed: Trigger,
    of: PhantomData<fn() -> T>,
}

impl<T: 'static> Live<T> {
    /// Belongs to the component that is being made.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self {
            value: ArenaItem::new_local(Rc::new(RefCell::new(value)) as Rc<dyn Any>),
            changed: Trigger::new(),
            of: PhantomData,
        }
    }

    /// Looks at the value; whatever draws from it is drawn again when it changes.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.changed.track();
        self.peek(look)
    }

    /// Looks at the value once.
    pub fn peek<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.try_peek(look)
            .expect("a component outlives what it draws")
    }

    /// Looks at the value once, if it is still there.
    pub fn try_peek<R>(self, look: impl FnOnce(&T) -> R) -> Option<R> {
        let value = self.value.try_get_value()?;
        let value = value.downcast_ref::<RefCell<T>>()?.borrow();
        Some(look(&value))
    }

    /// Changes the value without a word to anybody, if it is still there.
    pub fn edit<R>(self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        let value = self.value.try_get_value()?;
        let mut value = value.downcast_ref::<RefCell<T>>()?.borrow_mut();
        Some(change(&mut value))
    }

    /// Changes the value, and what draws from it is drawn again.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        if self.edit(change).is_some() {
            self.changed.notify();
        }
    }

    /// Replaces the value, and what draws from it is drawn again.
    pub fn set(self, value: T) {
        // The old value is dropped outside: dropping it may call back.
        if let Some(_old) = self.edit(|held| std::mem::replace(held, value)) {
            self.changed.notify();
        }
    }
}

impl<T: PartialEq + 'static> Live<T> {
    /// Replaces the value if it differs.
    pub fn set_if_new(self, value: T) {
        if self.try_peek(|held| *held != value) == Some(true) {
            self.set(value);
        }
    }
}

impl<T: Clone + 'static> Live<T> {
    /// The value; whatever draws from it is drawn again when it changes.
    #[must_use]
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value now.
    #[must_use]
    pub fn now(self) -> T {
        self.peek(T::clone)
    }
}

impl<T: 'static> Clone for Live<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for Live<T> {}

impl<T: 'static> fmt::Debug for Live<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Live").finish_non_exhaustive()
    }
}

/// A watched value that lives as long as somebody holds it, for parts of a value that
/// outlive the drawing in which they were made.
pub struct Shared<T> {
    held: Rc<(RefCell<T>, ArcTrigger)>,
}

impl<T> Shared<T> {
    /// Held by whoever has a clone.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self {
            held: Rc::new((RefCell::new(value), ArcTrigger::new())),
        }
    }

    /// Looks at the value; whatever draws from it is drawn again when it changes.
    pub fn with<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        self.held.1.track();
        self.peek(look)
    }

    /// Looks at the value once.
    pub fn peek<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.held.0.borrow())
    }
}

impl<T: PartialEq> Shared<T> {
    /// Replaces the value if it differs.
    pub fn set_if_new(&self, value: T) {
        if self.peek(|held| *held != value) {
            self.held.0.replace(value);
            self.held.1.notify();
        }
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self {
            held: Rc::clone(&self.held),
        }
    }
}

impl<T> fmt::Debug for Shared<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shared").finish_non_exhaustive()
    }
}
