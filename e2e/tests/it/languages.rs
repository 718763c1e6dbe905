//! The page speaks the language that its reader chose or whose browser asks for it, all of it.

use e2e::page::{Device, Key, Theme, quoted};
use e2e::patience::eventually;
use e2e::server::Rates;
use e2e::{Mark, Visitor, tell};

/// Texts of the page, for the eye and the ear, that are English and have other words in the
/// language that the page speaks. What people wrote, code, keys and addresses are theirs.
const LEFT_IN_ENGLISH: &str = r"(async () => {
  const read = async (language) => {
    const file = await (await fetch(`/messages/${language}.ftl`)).text();
    return new Map([...file.matchAll(/^([a-z][a-z0-9-]*) = ([^{}\n]+)$/gm)].map((it) => [it[1], it[2]]));
  };
  const english = await read('en');
  const spoken = await read(document.documentElement.lang);
  const left = new Set([...english].filter(([key, words]) => {
    return words.length > 2 && spoken.get(key) !== words && ![...spoken.values()].includes(words);
  }).map((it) => it[1]));
  const found = new Set();
  const look = (words) => {
    if (words && left.has(words.trim())) found.add(words.trim());
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.TEXT_NODE) {
      if (!node.parentElement.closest('.text, code, pre, kbd, script, noscript')) look(node.data);
      continue;
    }
    for (const name of ['aria-label', 'title', 'placeholder']) look(node.getAttribute(name));
  }
  return [...found];
})()";

/// Chooses a language in the settings, as somebody does with the keyboard.
async fn chooses(visitor: &Visitor, settings: &str, code: &str) {
    visitor.page().press_with_control(",").await;
    visitor
        .until("the settings are there", |screen| {
            screen.dialog.starts_with(settings)
        })
        .await;
    let choose = format!(
        "(() => {{ const field = document.querySelector('select[aria-labelledby=set-language]'); \
         field.value = {}; field.dispatchEvent(new Event('change')); return true; }})()",
        quoted(code)
    );
    visitor.comes_true("the language is chosen", &choose).await;
}

async fn speaks(visitor: &Visitor, code: &str) {
    let is_so = format!(
        "document.documentElement.lang === {} && !!document.querySelector('#composer, #name')",
        quoted(code)
    );
    visitor
        .comes_true(&format!("the page speaks {code}"), &is_so)
        .await;
}

async fn says_nothing_in_english(visitor: &Visitor, place: &str) {
    let left: Vec<String> = visitor
        .page()
        .look(LEFT_IN_ENGLISH)
        .await
        .expect("the page can be read");
    assert_eq!(left, [""; 0], "left in English: {place}");
}

#[tokio::test]
async fn a_language_is_chosen_and_stays_and_nothing_written_is_lost() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        let ben = story.person(&server, "Ben").await;
        ada.types("not sent yet").await;
        chooses(&ada, "Settings", "de").await;
        speaks(&ada, "de").await;
        ada.until("the draft is there", |screen| {
            screen.composer.as_deref() == Some("not sent yet")
        })
        .await;
        ada.page().press(Key::Enter).await;
        ben.sees("Ada", "not sent yet").await;
        ben.types("an ans").await;
        ada.comes_true(
            "somebody types in German",
            "document.querySelector('.typing').textContent.includes('Ben tippt')",
        )
        .await;
        ben.page().press(Key::Enter).await;
        ada.comes_true(
            "the message has its name in German",
            "[...document.querySelectorAll('article')].some((row) => \
             /^Ben, .*, Nummer 2/.test(row.getAttribute('aria-label') ?? ''))",
        )
        .await;

        ada.page().reload().await;
        speaks(&ada, "de").await;
        chooses(&ada, "Einstellungen", "").await;
        speaks(&ada, "en").await;
    })
    .await;
}

#[tokio::test]
async fn every_screen_is_in_the_language_also_from_the_right() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        ada.sends("**first**").await;
        ada.sees_own("first", Mark::Stored).await;
        for (code, settings) in [("de", "Settings"), ("ar", "Einstellungen")] {
            chooses(&ada, settings, code).await;
            speaks(&ada, code).await;
            ada.comes_true(
                "the message is there",
                "!!document.querySelector('article.msg')",
            )
            .await;
            says_nothing_in_english(&ada, "the room").await;
            ada.page().press_with_control(",").await;
            ada.comes_true("the settings", "!!document.querySelector('dialog[open]')")
                .await;
            says_nothing_in_english(&ada, "the settings").await;
            ada.page().press(Key::Escape).await;
            ada.page().press_with_control("/").await;
            ada.comes_true(
                "the keys",
                "!!document.querySelector('dialog[open] .keys-grid')",
            )
            .await;
            says_nothing_in_english(&ada, "the keys").await;
            ada.page().press(Key::Escape).await;
            ada.page().press_with_control(".").await;
            ada.comes_true("the panel", "!!document.querySelector('.panel .ins-state')")
                .await;
            says_nothing_in_english(&ada, "the connection panel").await;
            ada.page().press_with_control(".").await;
            ada.page().press_with_control("f").await;
            ada.comes_true("the search", "!!document.querySelector('#search-box')")
                .await;
            says_nothing_in_english(&ada, "the search").await;
            ada.page().press(Key::Escape).await;
        }

        ada.comes_true(
            "it is read from the right",
            "document.documentElement.dir === 'rtl' && \
             document.querySelector('.sidebar').getBoundingClientRect().left > \
             document.querySelector('#composer').getBoundingClientRect().left",
        )
        .await;
        for device in [Device::Desktop, Device::Phone] {
            ada.page().on(device).await;
            ada.comes_true(
                "nothing stands out of the window",
                "document.documentElement.scrollWidth <= window.innerWidth",
            )
            .await;
            for theme in [Theme::Light, Theme::Dark] {
                ada.page().in_theme(theme).await;
                ada.finds_no_barrier("the chat in Arabic").await;
            }
        }
    })
    .await;
}

/// What the buttons of all emoji are called where they are not just their sign, but flags.
const NAMED: &str = "[...document.querySelectorAll('.emoji-all section:not(:last-child) button')]
    .map((button) => button.ariaLabel).filter((name) => name)";

#[tokio::test]
async fn emoji_are_found_and_named_in_the_language() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        chooses(&ada, "Settings", "de").await;
        speaks(&ada, "de").await;
        ada.types(":herz").await;
        ada.comes_true(
            "a heart is offered for its German word",
            "[...document.querySelectorAll('.ac-e')].some((sign) => sign.textContent === '💘')",
        )
        .await;
        ada.page().click("[aria-label='Emoji einfügen']").await;
        ada.comes_true(
            "the groups are in German",
            "[...document.querySelectorAll('.emoji-all h3')].map((it) => it.textContent).join()\
             .endsWith('Natur,Essen,Reisen,Aktivitäten,Gegenstände,Symbole,Flaggen')",
        )
        .await;
        says_nothing_in_english(&ada, "all emoji").await;
        let named: Vec<String> = ada.page().look(NAMED).await.expect("buttons");
        assert_eq!(
            named, [""; 0],
            "a sign is read in the reader's own language"
        );
        ada.finds_no_barrier("all emoji in German").await;
        ada.page().click("[aria-label='Emoji suchen']").await;
        ada.page().write("deutschl").await;
        ada.comes_true(
            "a flag is found by its country",
            "[...document.querySelectorAll('.emoji-all button')]\
             .map((it) => it.textContent + it.ariaLabel).join() === '🇩🇪Flagge: Deutschland'",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn what_the_server_refuses_and_finds_is_said_in_the_language() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        chooses(&ada, "Settings", "de").await;
        speaks(&ada, "de").await;
        ada.page().press_with_control("f").await;
        ada.comes_true("the search", "!!document.querySelector('#search-box')")
            .await;
        ada.page().click("#search-box").await;
        story.expects_complaints(["400 (Bad Request)", "api/search"]);
        ada.page().write("tea after:2026-99-99").await;
        ada.comes_true(
            "what is no date is told in German",
            "document.body.textContent.includes('„2026-99-99“ ist kein Datum.')",
        )
        .await;

        ada.page().click("[aria-label='Server']").await;
        // The panel lives: what is above may grow just when the pointer comes down.
        eventually("the doctor examines", async || {
            ada.click_named(".doctor button", "Untersuchen").await;
            let script = "document.querySelector('.doctor [aria-busy]') !== null";
            let is_busy: bool = ada.page().look(script).await?;
            is_busy.then_some(()).ok_or_else(|| "not yet".to_owned())
        })
        .await;
        ada.comes_true(
            "what the doctor finds is told in German",
            "document.querySelector('.doctor').textContent.includes('Der Hostname kommt durch.')",
        )
        .await;
        says_nothing_in_english(&ada, "the owner's panel").await;
    })
    .await;
}

#[tokio::test]
async fn a_browser_gets_its_language_and_english_where_its_file_does_not_come() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let visitor = story.visitor(&server).await;
        let asks =
            "Object.defineProperty(navigator, 'languages', { get: () => ['xx', 'pt-BR', 'de'] });";
        visitor.page().begin_with(asks).await;
        visitor.opens().await;
        speaks(&visitor, "pt").await;
        visitor
            .until("the welcome is in Portuguese", |screen| {
                screen.heading == "Prepare seu servidor"
            })
            .await;
        // A refusal of the client's own rules, which knows English only.
        visitor.page().click("button[type=submit]").await;
        visitor
            .comes_true(
                "the refusal is in Portuguese",
                "document.body.textContent.includes('Escolha um nome.')",
            )
            .await;

        visitor.page().block("*://*:*/messages/*").await;
        story.expects_complaints(["net::ERR_BLOCKED_BY_CLIENT", "messages"]);
        visitor.page().reload().await;
        speaks(&visitor, "en").await;
        visitor
            .until("the welcome is in English", |screen| {
                screen.heading == "Set up your server"
            })
            .await;
    })
    .await;
}

/// Where the words in what a script finds begin, from the right edge of their rows.
fn stand_in_a_line(find: &str) -> String {
    format!(
        "(() => {{
            const found = [...{find}];
            const right = (element) => {{
                const words = document.createRange();
                words.selectNodeContents(element);
                return Math.round(words.getBoundingClientRect().right);
            }};
            return found.length > 1 && new Set(found.map(right)).size === 1;
        }})()"
    )
}

#[tokio::test]
async fn names_of_another_script_stand_in_a_line_where_one_reads_from_the_right() {
    tell(async |story| {
        let server = story.server(Rates::Held).await;
        let ada = story.person(&server, "Ada").await;
        story.expects_complaints(["status of 422"]);
        chooses(&ada, "Settings", "ar").await;
        speaks(&ada, "ar").await;
        // Each over the whole line, as they were refused.
        let lies = "[new File(['words'], 'lie.png', { type: 'image/png' }),
            new File(['words'], 'صورة.png', { type: 'image/png' }),
            new File(['words'], 'another (2).png', { type: 'image/png' })]";
        crate::files::chooses(&ada, lies).await;
        ada.comes_true(
            "they are refused",
            "document.querySelectorAll('.tile .bad').length === 3",
        )
        .await;
        ada.finds_no_barrier("files in Arabic").await;
        ada.page().click("#composer").await;
        ada.types("/").await;
        ada.comes_true(
            "the commands are listed",
            "document.querySelectorAll('#offers .ac-row').length > 10",
        )
        .await;
        for device in [Device::Desktop, Device::Phone] {
            ada.page().on(device).await;
            let files = stand_in_a_line("document.querySelectorAll('.tile > b')");
            ada.comes_true("the names of files", &files).await;
            let commands = stand_in_a_line("document.querySelectorAll('#offers .ac-n')");
            ada.comes_true("the commands", &commands).await;
            let is_apart = "[...document.querySelectorAll('#offers .ac-n')].every((name) =>
                name.querySelector('bdi').textContent.startsWith('/'))";
            ada.comes_true("a command is apart from what it takes", is_apart)
                .await;
        }
        // The list alone, which is longer here than its place.
        let remove =
            "void [...document.querySelectorAll('.tile button')].forEach((it) => it.click())";
        ada.page().look::<()>(remove).await.expect("so");
        ada.comes_true("no file is left", "!document.querySelector('.tile')")
            .await;
        ada.page().click("#composer").await;
        let all = "void document.activeElement.select()";
        ada.page().look::<()>(all).await.expect("a box");
        ada.page().write("/").await;
        ada.comes_true(
            "the commands are listed, and scroll",
            "(() => {
                const list = document.querySelector('#offers');
                return !list.hidden && list.scrollHeight > list.clientHeight;
            })()",
        )
        .await;
        ada.finds_no_barrier("the commands in Arabic, on a phone")
            .await;
    })
    .await;
}
