//! A page in the browser, as hands and eyes use it: pointer, keys, looks, and the
//! settings of the device. It knows nothing of chat.

use chromiumoxide::cdp::browser_protocol::emulation::{
    MediaFeature, SetDeviceMetricsOverrideParams, SetEmulatedMediaParams,
    SetFocusEmulationEnabledParams, SetTouchEmulationEnabledParams,
};
use chromiumoxide::cdp::browser_protocol::input::{
    DispatchKeyEventParams, DispatchKeyEventType, DispatchMouseEventParams, DispatchMouseEventType,
    InsertTextParams, MouseButton,
};
use chromiumoxide::cdp::browser_protocol::network::{self, BlockPattern, SetBlockedUrLsParams};
use chromiumoxide::cdp::browser_protocol::page::{
    AddScriptToEvaluateOnNewDocumentParams, NavigateParams, ReloadParams,
};
use chromiumoxide::cdp::browser_protocol::performance;
use chromiumoxide::cdp::js_protocol::runtime::EvaluateParams;
use chromiumoxide::page::ScreenshotParams;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::console::Console;
use crate::patience::eventually;

/// The device that a page is shown on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// 1440 × 900, with a mouse.
    Desktop,
    /// 390 × 844, with fingers.
    Phone,
    /// 320 × 256: what is left of 1280 × 1024 at 400 %.
    Enlarged,
}

/// The theme that the device asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// A key that is pressed for what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Sends, submits.
    Enter,
    /// Closes, cancels.
    Escape,
}

/// A function of what finds an element: see its own first lines.
const AIM: &str = include_str!("aim.js");

/// A page.
#[derive(Clone, Debug)]
pub struct Page {
    chromium: chromiumoxide::Page,
    console: Console,
}

/// What a page costs, as Chromium counts it.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// Time of its thread in everything, since the page was opened.
    pub tasks_ms: f64,
    /// As much of it as went into scripts and WebAssembly.
    pub scripts_ms: f64,
    /// As much of it as went into styles,
    pub styles_ms: f64,
    /// and into layout.
    pub layout_ms: f64,
    /// What scripts hold; WebAssembly's own memory is not in it.
    pub heap_bytes: f64,
}

/// A point in the page's window, in CSS pixels.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Point {
    x: f64,
    y: f64,
}

impl Page {
    pub(crate) async fn new(chromium: chromiumoxide::Page) -> Self {
        let console = Console::of(&chromium).await;
        let page = Self { chromium, console };
        page.run(SetFocusEmulationEnabledParams::new(true)).await;
        page.on(Device::Desktop).await;
        page.in_theme(Theme::Light).await;
        page
    }

    /// What it complained of.
    #[must_use]
    pub fn console(&self) -> &Console {
        &self.console
    }

    /// Puts it on another device.
    pub async fn on(&self, device: Device) {
        let (width, height, scale, mobile) = match device {
            Device::Desktop => (1440, 900, 1.0, false),
            Device::Phone => (390, 844, 2.0, true),
            Device::Enlarged => (320, 256, 4.0, false),
        };
        self.run(SetDeviceMetricsOverrideParams::new(
            width, height, scale, mobile,
        ))
        .await;
        self.run(SetTouchEmulationEnabledParams::new(mobile)).await;
    }

    /// Has the system give the colours, as people do who need more contrast.
    pub async fn in_forced_colors(&self) {
        let features = [
            ("forced-colors", "active"),
            ("prefers-reduced-motion", "reduce"),
        ]
        .map(|(name, value)| MediaFeature::new(name, value));
        self.run(SetEmulatedMediaParams::builder().features(features).build())
            .await;
    }

    /// Has the device ask for a theme. Motion is always reduced: a screenshot or a
    /// contrast taken in the middle of a fade says nothing.
    pub async fn in_theme(&self, theme: Theme) {
        let scheme = match theme {
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        let features = [
            ("prefers-color-scheme", scheme),
            ("prefers-reduced-motion", "reduce"),
        ]
        .map(|(name, value)| MediaFeature::new(name, value));
        self.run(SetEmulatedMediaParams::builder().features(features).build())
            .await;
    }

    /// Goes to an address. Whether something answers there is for the next step to see.
    pub async fn go_to(&self, address: &str) {
        self.run(NavigateParams::new(address)).await;
    }

    /// Loads the page again, as its button does.
    pub async fn reload(&self) {
        self.run(ReloadParams::default()).await;
    }

    /// Keeps addresses that match from being loaded, as a bad network or filter would.
    pub async fn block(&self, pattern: &str) {
        self.run(network::EnableParams::default()).await;
        let blocked = BlockPattern::new(pattern, true);
        self.run(SetBlockedUrLsParams::builder().url_pattern(blocked).build())
            .await;
    }

    /// Lets everything be loaded again.
    pub async fn unblock(&self) {
        self.run(SetBlockedUrLsParams::default()).await;
    }

    /// From here on, the page's sockets lead nowhere, also after it is loaded again.
    /// No link over HTTP opens either; all else works.
    pub async fn cut_sockets(&self) {
        const CUT: &str = "(() => {
            const Real = (window.RealWebSocket ??= window.WebSocket);
            window.WebSocket = class extends Real {
                constructor(address, protocols) {
                    super(address.replace(/[^/]*$/, 'nowhere'), protocols);
                }
            };
            const real = (window.realFetch ??= window.fetch);
            window.fetch = (asked, options) =>
                new URL(asked.url ?? asked, location).pathname.startsWith('/api/link')
                    ? Promise.reject(new TypeError('cut'))
                    : real(asked, options);
        })()";
        self.begin_with(CUT).await;
        self.look::<()>(CUT).await.expect("the page can be changed");
    }

    /// Sockets lead where they should again.
    pub async fn mend_sockets(&self) {
        const MEND: &str = "void (window.WebSocket = window.RealWebSocket ?? window.WebSocket,
            window.fetch = window.realFetch ?? window.fetch)";
        self.begin_with(MEND).await;
        self.look::<()>(MEND)
            .await
            .expect("the page can be changed");
    }

    /// Has every page that loads from here on believe that this browser has no Web
    /// Locks, as it is for a page that came over plain HTTP from another machine.
    pub async fn has_no_locks(&self) {
        self.begin_with("delete Navigator.prototype.locks").await;
    }

    /// Runs a script at the start of every page that loads from here on, before its own.
    pub async fn begin_with(&self, script: &str) {
        self.run(AddScriptToEvaluateOnNewDocumentParams::new(script))
            .await;
    }

    /// Clicks in the middle of the element, once nothing covers it.
    pub async fn click(&self, selector: &str) {
        self.click_found(selector, &by_selector(selector)).await;
    }

    /// Clicks in the middle of what a script's expression finds. It is looked for until
    /// it is there, at rest, and nothing covers it; a press from under which it moved is
    /// kept from the page and made again.
    pub async fn click_found(&self, what: &str, find: &str) {
        eventually(format!("{what} is clicked"), async || {
            let point = self.reachable(what, find).await;
            self.mouse(DispatchMouseEventType::MouseMoved, point).await;
            self.mouse(DispatchMouseEventType::MousePressed, point)
                .await;
            self.mouse(DispatchMouseEventType::MouseReleased, point)
                .await;
            // A page that went elsewhere had its click.
            match self.look::<String>("window.aim?.verdict() ?? 'it'").await {
                Ok(reached) if reached != "it" => Err(reached),
                Ok(_) | Err(_) => Ok(()),
            }
        })
        .await;
    }

    /// Turns the wheel over the element: down by so many pixels.
    pub async fn wheel(&self, selector: &str, down: f64) {
        let Point { x, y } = self.reachable(selector, &by_selector(selector)).await;
        let turn = DispatchMouseEventParams::builder()
            .r#type(DispatchMouseEventType::MouseWheel)
            .x(x)
            .y(y)
            .delta_x(0.0)
            .delta_y(down);
        self.run(turn.build().expect("all that a wheel needs"))
            .await;
    }

    /// Puts text where the focus is, as a keyboard or an input method does.
    pub async fn write(&self, text: &str) {
        self.run(InsertTextParams::new(text)).await;
    }

    /// Presses a key.
    pub async fn press(&self, key: Key) {
        let (name, code, text) = match key {
            Key::Enter => ("Enter", 13, Some("\r")),
            Key::Escape => ("Escape", 27, None),
        };
        for kind in [DispatchKeyEventType::KeyDown, DispatchKeyEventType::KeyUp] {
            let mut event = DispatchKeyEventParams::builder()
                .r#type(kind.clone())
                .key(name)
                .code(name)
                .windows_virtual_key_code(code);
            if let (Some(text), DispatchKeyEventType::KeyDown) = (text, kind) {
                event = event.text(text);
            }
            self.run(event.build().expect("all that a key needs")).await;
        }
    }

    /// Presses the key of a letter, which writes it.
    pub async fn press_letter(&self, letter: char) {
        let text = letter.to_string();
        for kind in [DispatchKeyEventType::KeyDown, DispatchKeyEventType::KeyUp] {
            let mut event = DispatchKeyEventParams::builder()
                .r#type(kind.clone())
                .key(&text);
            if kind == DispatchKeyEventType::KeyDown {
                event = event.text(&text);
            }
            self.run(event.build().expect("all that a key needs")).await;
        }
    }

    /// What the page has cost its thread so far.
    ///
    /// # Errors
    /// The browser is gone.
    pub async fn cost(&self) -> Result<Cost, String> {
        self.run(performance::EnableParams::default()).await;
        let answer = self.chromium.execute(performance::GetMetricsParams {});
        let answer = answer.await.map_err(|error| error.to_string())?;
        let value = |name: &str| {
            let metrics = &answer.result.metrics;
            let found = metrics.iter().find(|metric| metric.name == name);
            found.map_or(0.0, |metric| metric.value)
        };
        Ok(Cost {
            tasks_ms: value("TaskDuration") * 1_000.0,
            scripts_ms: value("ScriptDuration") * 1_000.0,
            styles_ms: value("RecalcStyleDuration") * 1_000.0,
            layout_ms: value("LayoutDuration") * 1_000.0,
            heap_bytes: value("JSHeapUsedSize"),
        })
    }

    /// Presses a key of one sign while Control is held.
    pub async fn press_with_control(&self, sign: &str) {
        const CONTROL: i64 = 2;
        for kind in [DispatchKeyEventType::KeyDown, DispatchKeyEventType::KeyUp] {
            let event = DispatchKeyEventParams::builder()
                .r#type(kind)
                .key(sign)
                .modifiers(CONTROL);
            self.run(event.build().expect("all that a key needs")).await;
        }
    }

    /// Presses a key that writes one sign, without writing it: for what the key does where
    /// the focus takes no letters.
    pub async fn press_sign(&self, sign: &str) {
        for kind in [DispatchKeyEventType::KeyDown, DispatchKeyEventType::KeyUp] {
            let event = DispatchKeyEventParams::builder().r#type(kind).key(sign);
            self.run(event.build().expect("all that a key needs")).await;
        }
    }

    /// What a script sees. It runs by the browser's own means, which the page's
    /// content security policy does not bind; a promise is waited for.
    ///
    /// # Errors
    /// The script's exception, or that the page is on its way elsewhere.
    pub async fn look<T: DeserializeOwned>(&self, script: &str) -> Result<T, String> {
        let params = EvaluateParams::builder()
            .expression(script)
            .await_promise(true)
            .return_by_value(true)
            .build()
            .expect("all that a script needs");
        let answer = self
            .chromium
            .execute(params)
            .await
            .map_err(|error| error.to_string())?;
        if let Some(thrown) = &answer.exception_details {
            return Err(format!("{} {:?}", thrown.text, thrown.exception));
        }
        let value = answer.result.result.value.unwrap_or_default();
        serde_json::from_value(value).map_err(|error| error.to_string())
    }

    /// What the page looks like, as PNG.
    ///
    /// # Errors
    /// There is nothing to see, because the browser is gone.
    pub async fn screenshot(&self) -> Result<Vec<u8>, String> {
        let params = ScreenshotParams::builder().build();
        self.chromium
            .screenshot(params)
            .await
            .map_err(|error| error.to_string())
    }

    /// The middle of the element, once a pointer there would reach it.
    async fn reachable(&self, what: &str, find: &str) -> Point {
        let script = ["(", AIM, ")(() => ", find, ")"].concat();
        eventually(format!("{what} can be reached"), async || {
            let seen: serde_json::Value = self.look(&script).await?;
            serde_json::from_value(seen.clone()).map_err(|_| seen.to_string())
        })
        .await
    }

    async fn mouse(&self, kind: DispatchMouseEventType, Point { x, y }: Point) {
        let event = DispatchMouseEventParams::builder()
            .r#type(kind)
            .x(x)
            .y(y)
            .button(MouseButton::Left)
            .click_count(1);
        self.run(event.build().expect("all that a pointer needs"))
            .await;
    }

    /// Copies the cookies of what it shows.
    pub(crate) async fn brings_its_cookies_to(&self, other: &Self) {
        let cookies = self.chromium.get_cookies().await.expect("its cookies");
        for cookie in cookies {
            let copy = network::SetCookieParams::builder()
                .name(cookie.name)
                .value(cookie.value)
                .domain(cookie.domain)
                .path(cookie.path)
                .http_only(cookie.http_only)
                .secure(cookie.secure)
                .build()
                .expect("a cookie has a name and a value");
            other.run(copy).await;
        }
    }

    async fn run<C: chromiumoxide::Command>(&self, command: C) {
        let name = command.identifier();
        self.chromium
            .execute(command)
            .await
            .unwrap_or_else(|error| panic!("the browser refuses {name}: {error}"));
    }
}

fn by_selector(selector: &str) -> String {
    format!("document.querySelector({})", quoted(selector))
}

/// Text as a string of a script.
#[must_use]
pub fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("text is always JSON")
}
