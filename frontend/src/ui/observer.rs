//! Watching the sizes of elements.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;

/// Watches the sizes of elements until it is dropped.
pub struct Observer {
    observer: ResizeObserver,
    _callback: Closure<dyn Fn()>,
}

impl Observer {
    /// Calls `on_resize` whenever a watched element has another size.
    pub fn new(on_resize: impl Fn() + 'static) -> Option<Self> {
        let callback = Closure::<dyn Fn()>::new(on_resize);
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        Some(Self {
            observer,
            _callback: callback,
        })
    }

    /// Watches one more element.
    pub fn watch(&self, element: &web_sys::Element) {
        self.observer.observe(element);
    }
}

impl Drop for Observer {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl std::fmt::Debug for Observer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Observer").finish_non_exhaustive()
    }
}
