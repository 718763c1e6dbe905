//! What a page complains of: errors on its console, exceptions, and whatever the
//! browser itself logs against it, violations of its content security policy with it.

use std::fmt;
use std::sync::{Arc, Mutex};

use chromiumoxide::Page;
use chromiumoxide::cdp::browser_protocol::log::{EnableParams, EventEntryAdded, LogEntryLevel};
use chromiumoxide::cdp::js_protocol::runtime::{
    ConsoleApiCalledType, EventConsoleApiCalled, EventExceptionThrown, RemoteObject,
};
use futures_util::StreamExt;

/// One thing that was said on a page's console.
#[derive(Clone, Debug)]
pub struct Said {
    /// Whether it fails a story.
    pub kind: Kind,
    /// The words, with the address where there was one.
    pub text: String,
}

/// What kind of thing was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Only told when a story failed for another reason.
    Remark,
    /// Fails a story that did not expect it.
    Complaint,
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = match self.kind {
            Kind::Remark => " ",
            Kind::Complaint => "!",
        };
        write!(f, "{mark} {}", self.text)
    }
}

/// A page's console, from its first moment on.
#[derive(Clone, Debug, Default)]
pub struct Console(Arc<Mutex<Vec<Said>>>);

impl Console {
    /// Listens for as long as the page lives. Before the page loads anything.
    pub(crate) async fn of(page: &Page) -> Self {
        let console = Self::default();
        let mut entries = page
            .event_listener::<EventEntryAdded>()
            .await
            .expect(LISTENS);
        let mut calls = page
            .event_listener::<EventConsoleApiCalled>()
            .await
            .expect(LISTENS);
        let mut exceptions = page
            .event_listener::<EventExceptionThrown>()
            .await
            .expect(LISTENS);
        page.execute(EnableParams::default()).await.expect(LISTENS);
        let listener = console.clone();
        tokio::spawn(async move {
            loop {
                tokio::select! {
                    Some(entry) = entries.next() => listener.add(of_entry(&entry)),
                    Some(call) = calls.next() => listener.add(of_call(&call)),
                    Some(exception) = exceptions.next() => listener.add(of_exception(&exception)),
                    else => return,
                }
            }
        });
        console
    }

    /// All that was said.
    #[must_use]
    pub fn said(&self) -> Vec<Said> {
        self.0
            .lock()
            .expect("nobody panics while writing it down")
            .clone()
    }

    fn add(&self, said: Said) {
        self.0
            .lock()
            .expect("nobody panics while writing it down")
            .push(said);
    }
}

const LISTENS: &str = "an open page can be listened to";

fn of_entry(event: &EventEntryAdded) -> Said {
    let entry = &event.entry;
    let kind = match entry.level {
        LogEntryLevel::Error => Kind::Complaint,
        LogEntryLevel::Verbose | LogEntryLevel::Info | LogEntryLevel::Warning => Kind::Remark,
    };
    let url = entry.url.as_deref().unwrap_or_default();
    Said {
        kind,
        text: format!("{} {url}", entry.text),
    }
}

fn of_call(event: &EventConsoleApiCalled) -> Said {
    let is_complaint = matches!(
        event.r#type,
        ConsoleApiCalledType::Error | ConsoleApiCalledType::Assert
    );
    let kind = if is_complaint {
        Kind::Complaint
    } else {
        Kind::Remark
    };
    let text = event.args.iter().map(words).collect::<Vec<_>>().join(" ");
    Said { kind, text }
}

fn of_exception(event: &EventExceptionThrown) -> Said {
    let details = &event.exception_details;
    let thrown = details.exception.as_ref().map(words).unwrap_or_default();
    Said {
        kind: Kind::Complaint,
        text: format!("{} {thrown}", details.text),
    }
}

fn words(object: &RemoteObject) -> String {
    match (&object.value, &object.description) {
        (Some(serde_json::Value::String(text)), _) => text.clone(),
        (_, Some(description)) => description.clone(),
        (Some(value), None) => value.to_string(),
        (None, None) => String::new(),
    }
}
