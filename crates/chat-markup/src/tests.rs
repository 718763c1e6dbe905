use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::*;

/// The tree in short: `*strong*`, `/emphasis/`, `-struck-`, `` `code` ``, `<href|text>`,
/// `@name`, and `↵` for a break.
fn told(blocks: &[Block]) -> String {
    blocks.iter().map(|block| block_told(block, "")).collect()
}

fn block_told(block: &Block, indent: &str) -> String {
    match block {
        Block::Paragraph(spans) => format!("{indent}{}\n", spans_told(spans)),
        Block::Heading { level, spans } => {
            format!("{indent}heading {level}: {}\n", spans_told(spans))
        }
        Block::Quote(blocks) => {
            let indent = format!("{indent}> ");
            blocks
                .iter()
                .map(|block| block_told(block, &indent))
                .collect()
        }
        Block::Code { language, text } => {
            let language = language.as_deref().unwrap_or("plain");
            format!("{indent}code {language} {text:?}\n")
        }
        Block::List {
            ordered,
            start,
            items,
        } => {
            let kind = if *ordered {
                format!("from {start}")
            } else {
                "list".to_owned()
            };
            let item = |item: &Vec<Block>| match &item[..] {
                [Block::Paragraph(spans)] => spans_told(spans),
                blocks => format!("{{{}}}", told(blocks).trim_end().replace('\n', "; ")),
            };
            let items: Vec<String> = items.iter().map(item).collect();
            format!("{indent}{kind}: {}\n", items.join(" | "))
        }
    }
}

fn spans_told(spans: &[Span]) -> String {
    let span = |span: &Span| match span {
        Span::Text(text) => text.clone(),
        Span::Break => "↵".to_owned(),
        Span::Strong(spans) => format!("*{}*", spans_told(spans)),
        Span::Emphasis(spans) => format!("/{}/", spans_told(spans)),
        Span::Struck(spans) => format!("-{}-", spans_told(spans)),
        Span::Spoiler(spans) => format!("|{}|", spans_told(spans)),
        Span::Code(code) => format!("`{code}`"),
        Span::Link { href, spans } if spans_told(spans) == *href => format!("<{href}>"),
        Span::Link { href, spans } => format!("<{href}|{}>", spans_told(spans)),
        Span::Mention(name) => format!("@{{{name}}}"),
    };
    spans.iter().map(span).collect()
}

#[expect(clippy::needless_pass_by_value, reason = "expect![…] is handed over")]
fn check(texts: &[&str], expected: Expect) {
    let told = texts
        .iter()
        .map(|text| format!("{text}\n    {}", told(&parse(text)).replace('\n', "\n    ")));
    let told: Vec<String> = told.map(|told| told.trim_end().to_owned() + "\n").collect();
    expected.assert_eq(&told.concat());
}

#[test]
fn plain_text_stays_plain() {
    check(
        &[
            "tea?",
            "two\nlines",
            "two\n\nparagraphs",
            "3 * 4 = 12, 5 ** 2",
            "snake_case_name and __init__",
            "a ~ b ~~ c ~~~d~~~",
            "1.5 is no list, -5 neither",
            "#1 > #2",
            "back\\slash and C:\\new",
            "lone * _ ` [ ] ( ) ~~",
            "mail me: ada@example.org",
        ],
        expect![[r#"
            tea?
                tea?
            two
            lines
                two↵lines
            two

            paragraphs
                two
                paragraphs
            3 * 4 = 12, 5 ** 2
                3 * 4 = 12, 5 ** 2
            snake_case_name and __init__
                snake_case_name and __init__
            a ~ b ~~ c ~~~d~~~
                a ~ b ~~ c ~~~d~~~
            1.5 is no list, -5 neither
                1.5 is no list, -5 neither
            #1 > #2
                #1 > #2
            back\slash and C:\new
                back\slash and C:\new
            lone * _ ` [ ] ( ) ~~
                lone * _ ` [ ] ( ) ~~
            mail me: ada@example.org
                mail me: ada@example.org
        "#]],
    );
}

#[test]
fn emphasis_nests_and_closes_innermost_first() {
    check(
        &[
            "**strong** *em* _em_ ~~struck~~",
            "***both*** and **strong *em* strong**",
            "*em **strong***",
            "**not closed",
            "*a **b* c**",
            "_a *b_ c*",
            "in*side*word but in_side_word",
            "_(paren)_ \"*quoted*\"",
            "**two\nlines**",
            "~~**deep *er***~~",
            "* not em*",
            "****four****",
        ],
        expect![[r#"
            **strong** *em* _em_ ~~struck~~
                *strong* /em/ /em/ -struck-
            ***both*** and **strong *em* strong**
                */both/* and *strong /em/ strong*
            *em **strong***
                /em *strong*/
            **not closed
                **not closed
            *a **b* c**
                /a **b/ c**
            _a *b_ c*
                /a *b/ c*
            in*side*word but in_side_word
                in/side/word but in_side_word
            _(paren)_ "*quoted*"
                /(paren)/ "/quoted/"
            **two
            lines**
                *two↵lines*
            ~~**deep *er***~~
                -*deep /er/*-
            * not em*
                list: not em*
            ****four****
                ****four****
        "#]],
    );
}

#[test]
fn code_is_taken_as_it_is() {
    check(
        &[
            "`a *b* c`",
            "``a ` b``",
            "`` ` ``",
            "`not closed",
            "``not` closed",
            "`two\nlines`",
            "`@ada https://example.org`",
            "` `",
            "\\`not code`",
        ],
        expect![[r#"
            `a *b* c`
                `a *b* c`
            ``a ` b``
                `a ` b`
            `` ` ``
                ```
            `not closed
                `not closed
            ``not` closed
                ``not` closed
            `two
            lines`
                `two lines`
            `@ada https://example.org`
                `@ada https://example.org`
            ` `
                ` `
            \`not code`
                `not code`
        "#]],
    );
}

#[test]
fn bare_addresses_end_where_the_sentence_does() {
    check(
        &[
            "https://example.org",
            "see https://example.org/a_b_c?x=1&y=(2)#top.",
            "(https://example.org/a)",
            "https://example.org/wiki/Rust_(language)",
            "(see https://example.org/wiki/Rust_(language)).",
            "HTTPS://EXAMPLE.ORG, and http://localhost:8080/chat!",
            "http://[::1]:8080/",
            "*https://example.org*",
            "xhttps://example.org",
            "https:// and http://.",
            "https://example.org/ünï/日本語。次",
            "[https://example.com] and [https://example.com](https://example.org)",
            "\"https://example.org/q\"",
            "https://example.org/a'b'...",
        ],
        expect![[r#"
            https://example.org
                <https://example.org>
            see https://example.org/a_b_c?x=1&y=(2)#top.
                see <https://example.org/a_b_c?x=1&y=(2)#top>.
            (https://example.org/a)
                (<https://example.org/a>)
            https://example.org/wiki/Rust_(language)
                <https://example.org/wiki/Rust_(language)>
            (see https://example.org/wiki/Rust_(language)).
                (see <https://example.org/wiki/Rust_(language)>).
            HTTPS://EXAMPLE.ORG, and http://localhost:8080/chat!
                <HTTPS://EXAMPLE.ORG>, and <http://localhost:8080/chat>!
            http://[::1]:8080/
                <http://[::1]:8080/>
            *https://example.org*
                /<https://example.org>/
            xhttps://example.org
                xhttps://example.org
            https:// and http://.
                https:// and http://.
            https://example.org/ünï/日本語。次
                <https://example.org/ünï/日本語>。次
            [https://example.com] and [https://example.com](https://example.org)
                [<https://example.com>] and <https://example.org|https://example.com>
            "https://example.org/q"
                "<https://example.org/q>"
            https://example.org/a'b'...
                <https://example.org/a'b>'...
        "#]],
    );
}

#[test]
fn named_links_are_links_only_where_it_is_safe() {
    check(
        &[
            "[text](https://example.org)",
            "[**strong** text](https://example.org/a(b))",
            "[mail](mailto:ada@example.org)",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](data:text/html,hi)",
            "[x](//example.org)",
            "[x](/relative)",
            "[x](https://)",
            "[x](https://exa mple.org)",
            "[](https://example.org)",
            "[x] (https://example.org)",
            "[x](https://example.org",
            "[a [b](https://example.org) c](https://example.com)",
            "[https://example.com](https://example.org)",
            "*[x*](https://example.org)",
            "[one] two] three",
            "![image](https://example.org/a.png)",
        ],
        expect![[r#"
            [text](https://example.org)
                <https://example.org|text>
            [**strong** text](https://example.org/a(b))
                <https://example.org/a(b)|*strong* text>
            [mail](mailto:ada@example.org)
                <mailto:ada@example.org|mail>
            [x](javascript:alert(1))
                [x](javascript:alert(1))
            [x](JaVaScRiPt:alert(1))
                [x](JaVaScRiPt:alert(1))
            [x](data:text/html,hi)
                [x](data:text/html,hi)
            [x](//example.org)
                [x](//example.org)
            [x](/relative)
                [x](/relative)
            [x](https://)
                [x](https://)
            [x](https://exa mple.org)
                [x](<https://exa> mple.org)
            [](https://example.org)
                [](https://example.org)
            [x] (https://example.org)
                [x] (<https://example.org>)
            [x](https://example.org
                [x](<https://example.org>
            [a [b](https://example.org) c](https://example.com)
                [a <https://example.org|b> c](<https://example.com>)
            [https://example.com](https://example.org)
                <https://example.org|https://example.com>
            *[x*](https://example.org)
                *<https://example.org|x*>
            [one] two] three
                [one] two] three
            ![image](https://example.org/a.png)
                !<https://example.org/a.png|image>
        "#]],
    );
}

#[test]
fn a_link_in_a_link_keeps_the_inner_address() {
    let spans = "[[z](mailto:a@b)](https://c.example)";
    let [Block::Paragraph(spans)] = &parse(spans)[..] else {
        panic!("one paragraph")
    };
    assert_eq!(links(spans), ["mailto:a@b", "https://c.example"]);
    assert_eq!(shown(spans), "[z](https://c.example)");
}

#[test]
fn mentions_are_words_after_an_at_sign() {
    check(
        &[
            "@ada hi",
            "hi @ada, @ben_b and @cy-2!",
            "@",
            "@ ada",
            "@-",
            "a@b",
            "(@ada)",
            "@ada.",
            "@Ünal_",
        ],
        expect![[r#"
            @ada hi
                @{ada} hi
            hi @ada, @ben_b and @cy-2!
                hi @{ada}, @{ben_b} and @{cy-2}!
            @
                @
            @ ada
                @ ada
            @-
                @-
            a@b
                a@b
            (@ada)
                (@{ada})
            @ada.
                @{ada}.
            @Ünal_
                @{Ünal}_
        "#]],
    );
}

#[test]
fn escapes_take_the_sign_as_text() {
    check(
        &[
            "\\*not em\\*",
            "\\\\",
            "\\[x](https://example.org)",
            "\\@ada",
            "\\a",
            "\\",
            "*a\\*b*",
        ],
        expect![[r#"
            \*not em\*
                *not em*
            \\
                \
            \[x](https://example.org)
                [x](<https://example.org>)
            \@ada
                @ada
            \a
                \a
            \
                \
            *a\*b*
                /a*b/
        "#]],
    );
}

#[test]
fn blocks_are_found_line_by_line() {
    check(
        &[
            "```rust\nlet a = 1;\n\n  b\n```\nafter",
            "```\nnot closed",
            "before\n```\ncode\n```",
            "````\n```\n````",
            "```rust, with words behind\ncode\n```",
            "``` not ` a fence",
            "> quoted\n> more\nnot",
            "> > deep\n> back",
            ">no space\n>\n> after blank",
            "> ```\n> code\n> ```",
            "- one\n- two\n  goes on\n- **three**",
            "1. one\n2. two",
            "7. seven\n- other",
            "text\n- item",
            "1234567890. too long",
            "- [x](https://example.org)",
            "> - quoted item",
            "\n\n",
        ],
        expect![[r#"
            ```rust
            let a = 1;

              b
            ```
            after
                code rust "let a = 1;\n\n  b"
                after
            ```
            not closed
                code plain "not closed"
            before
            ```
            code
            ```
                before
                code plain "code"
            ````
            ```
            ````
                code plain "```"
            ```rust, with words behind
            code
            ```
                code rust, with words behind "code"
            ``` not ` a fence
                ``` not ` a fence
            > quoted
            > more
            not
                > quoted↵more
                not
            > > deep
            > back
                > > deep
                > back
            >no space
            >
            > after blank
                > no space
                > after blank
            > ```
            > code
            > ```
                > code plain "code"
            - one
            - two
              goes on
            - **three**
                list: one | two↵goes on | *three*
            1. one
            2. two
                from 1: one | two
            7. seven
            - other
                from 7: seven
                list: other
            text
            - item
                text
                list: item
            1234567890. too long
                1234567890. too long
            - [x](https://example.org)
                list: <https://example.org|x>
            > - quoted item
                > list: quoted item

        "#]],
    );
}

#[test]
fn headings_are_lines_of_their_own() {
    check(
        &[
            "# one\n## *two*\n### three\n#### four",
            "#no space\n# \n #indented",
            "words\n# heading\nwords",
            "> # quoted",
            "- # listed",
            "# @ada, see https://example.org.",
        ],
        expect![[r#"
            # one
            ## *two*
            ### three
            #### four
                heading 1: one
                heading 2: /two/
                heading 3: three
                #### four
            #no space
            # 
             #indented
                #no space↵# ↵ #indented
            words
            # heading
            words
                words
                heading 1: heading
                words
            > # quoted
                > heading 1: quoted
            - # listed
                list: {heading 1: listed}
            # @ada, see https://example.org.
                heading 1: @{ada}, see <https://example.org>.
        "#]],
    );
}

#[test]
fn spoilers_are_spans() {
    check(
        &[
            "||he dies||, says **||@ada||**",
            "a || b, a|b, |a|, |||a|||",
            "||not closed",
            "||two\nlines||",
            "||https://example.org/a||",
            "||**a** [b](https://example.org)||",
            "\\||no\\||",
        ],
        expect![[r#"
            ||he dies||, says **||@ada||**
                |he dies|, says *|@{ada}|*
            a || b, a|b, |a|, |||a|||
                a || b, a|b, |a|, |||a|||
            ||not closed
                ||not closed
            ||two
            lines||
                |two↵lines|
            ||https://example.org/a||
                |<https://example.org/a>|
            ||**a** [b](https://example.org)||
                |*a* <https://example.org|b>|
            \||no\||
                ||no||
        "#]],
    );
}

#[test]
fn lists_nest_by_their_indentation() {
    check(
        &[
            "- a\n  - b\n  - c\n- d",
            "- a\n    - b\n      - c\n- d",
            "1. a\n   - b\n   more\n2. c",
            "- a\n  more\n    - b\n    - c",
            "- a\n  ```rust\n  fn\n    x\n  ```\n- b",
            "- a\n  > b",
            "* a\n* *b*",
            "- a\n\t- b",
            "- a\n\n  - b",
            "- \n- a",
        ],
        expect![[r#"
            - a
              - b
              - c
            - d
                list: {a; list: b | c} | d
            - a
                - b
                  - c
            - d
                list: {a; list: {b; list: c}} | d
            1. a
               - b
               more
            2. c
                from 1: {a; list: b; more} | c
            - a
              more
                - b
                - c
                list: {a↵more; list: b | c}
            - a
              ```rust
              fn
                x
              ```
            - b
                list: a
                code rust "  fn\n    x"
                list: b
            - a
              > b
                list: {a; > b}
            * a
            * *b*
                list: a | /b/
            - a
            	- b
                list: {a; list: b}
            - a

              - b
                list: a
                  - b
            - 
            - a
                list: {} | a
        "#]],
    );
}

#[test]
fn quotes_and_lists_nest_to_a_bound() {
    let deep = ">".repeat(200) + " text";
    let mut blocks = parse(&deep);
    let mut depth = 0;
    while let [Block::Quote(inner)] = &blocks[..] {
        depth += 1;
        blocks = inner.clone();
    }
    assert_eq!(depth, NESTED_MAX);
    assert!(told(&blocks).contains(">>>> text"));

    let mut blocks = parse(&("- ".repeat(200) + "text"));
    let mut depth = 0;
    while let [Block::List { items, .. }] = &blocks[..] {
        depth += 1;
        blocks = items[0].clone();
    }
    assert_eq!(depth, NESTED_MAX);
    assert!(told(&blocks).contains("- - text"));
}

#[test]
fn emoji_alone_are_known_up_to_six() {
    for text in [
        "🙂",
        "👍🏽",
        "❤️",
        "👩‍👩‍👧",
        "🇩🇪",
        "1️⃣",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
        "🎉 🎉\n🎉",
        "☕",
        "🙂🙂🙂🙂🙂🙂",
        "🏳️‍🌈",
    ] {
        assert!(is_emoji_only(text), "{text}");
    }
    let seven = "🙂".repeat(7);
    for text in [
        "", " ", "a", "🙂a", "1", "12", "#", "❤", "✓", "→", "🇩", "👩‍", "\u{200D}", &seven,
    ] {
        assert!(!is_emoji_only(text), "{text}");
    }
}

/// What the reader sees, without breaks.
fn shown(spans: &[Span]) -> String {
    let span = |span: &Span| match span {
        Span::Text(text) | Span::Code(text) => text.clone(),
        Span::Break => "\n".to_owned(),
        Span::Strong(spans)
        | Span::Emphasis(spans)
        | Span::Struck(spans)
        | Span::Spoiler(spans)
        | Span::Link { spans, .. } => shown(spans),
        Span::Mention(name) => format!("@{name}"),
    };
    spans.iter().map(span).collect()
}

fn blocks_shown(blocks: &[Block]) -> String {
    let block = |block: &Block| match block {
        Block::Paragraph(spans) | Block::Heading { spans, .. } => shown(spans),
        Block::Quote(blocks) => blocks_shown(blocks),
        Block::Code { text, .. } => text.clone(),
        Block::List { items, .. } => items.iter().map(|item| blocks_shown(item)).collect(),
    };
    blocks.iter().map(block).collect()
}

fn depth(spans: &[Span]) -> usize {
    let deeper = |span: &Span| match span {
        Span::Strong(spans)
        | Span::Emphasis(spans)
        | Span::Struck(spans)
        | Span::Spoiler(spans)
        | Span::Link { spans, .. } => 1 + depth(spans),
        Span::Text(_) | Span::Break | Span::Code(_) | Span::Mention(_) => 0,
    };
    spans.iter().map(deeper).max().unwrap_or(0)
}

fn links(spans: &[Span]) -> Vec<&str> {
    spans
        .iter()
        .flat_map(|span| match span {
            Span::Link { href, spans } => {
                assert!(links(spans).is_empty(), "a link in a link");
                vec![href.as_str()]
            }
            Span::Strong(spans)
            | Span::Emphasis(spans)
            | Span::Struck(spans)
            | Span::Spoiler(spans) => links(spans),
            Span::Text(_) | Span::Break | Span::Code(_) | Span::Mention(_) => Vec::new(),
        })
        .collect()
}

/// What matters to the parser.
const SIGNS: [&str; 31] = [
    "*",
    "**",
    "***",
    "_",
    "~~",
    "||",
    "# ",
    "* ",
    "  ",
    "  - ",
    "`",
    "``",
    "[",
    "]",
    "(",
    ")",
    "\\",
    "\n",
    " ",
    "> ",
    "- ",
    "@",
    "ada",
    "https://",
    "https://example.org/a",
    "javascript:x",
    "mailto:a@b",
    "é",
    "🙂",
    "\t",
    ".",
];

/// And what hides a part of the text: addresses behind names, languages, numbers.
const HIDING: [&str; 4] = ["](", "](https://example.org/b)", "```", "1. "];

fn texts(pieces: Vec<&'static str>) -> impl Strategy<Value = String> {
    let piece = prop::sample::select(pieces);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_parsed(text in any::<String>()) {
        let _ = parse(&text);
        let _ = is_emoji_only(&text);
    }

    #[test]
    fn links_are_safe_and_nesting_is_bounded(text in texts([&SIGNS[..], &HIDING[..]].concat())) {
        for block in parse(&text) {
            if let Block::Paragraph(spans) = block {
                prop_assert!(depth(&spans) <= 13);
                for href in links(&spans) {
                    let scheme = href.to_lowercase();
                    prop_assert!(["http://", "https://", "mailto:"].iter().any(|s| scheme.starts_with(s)));
                    prop_assert!(!href.contains(char::is_whitespace));
                }
            }
        }
    }

    #[test]
    fn only_signs_and_white_space_are_lost(text in texts(SIGNS.to_vec())) {
        prop_assume!(!text.contains("](") && !text.contains("```"));
        let words = |text: &str| -> String {
            text.chars().filter(|c| c.is_alphanumeric() || matches!(c, '🙂' | '@' | ':' | '/')).collect()
        };
        prop_assert_eq!(words(&blocks_shown(&parse(&text))), words(&text));
    }

    #[test]
    fn text_without_signs_is_shown_as_it_is(text in "[a-z0-9 ,.?!'\"é🙂-]{0,20}( [a-z]+\n[a-z]+){0,3}") {
        prop_assume!(!text.starts_with("- ") && !text.contains("\n- ") && !text.contains("http"));
        prop_assume!(!text.trim_start().starts_with(|c: char| c.is_ascii_digit()));
        let blocks = parse(&text);
        let expected = text.strip_suffix('\n').unwrap_or(&text);
        if expected.trim().is_empty() {
            prop_assert!(blocks.is_empty());
        } else {
            prop_assert_eq!(blocks_shown(&blocks), expected);
        }
    }
}

/// Twenty times the longest message: a parser that goes back and forth in it would
/// not come to an end here.
#[test]
fn long_hostile_texts_are_parsed_in_one_pass() {
    let hostile = [
        "*a ",
        "**a",
        "_a ",
        "[",
        "[a](",
        "](",
        "`a``",
        "~~a",
        "> ",
        ">",
        "*_**_",
        "http://.",
        "@a@",
        "![[",
        "[a](http://b",
        "- ",
        "\\",
        "***a",
        "a*b**c",
        "[*a]",
        "http://a[",
        "(http://a)",
        "``` `",
        "||a",
        "- - ",
        "# ",
        "- a\n  - b\n",
        "- a\n    - b\n  - c\n",
        "\t- a\n",
        "  a\n",
    ];
    for piece in hostile {
        let text = piece.repeat(200_000 / piece.len());
        let shown = blocks_shown(&parse(&text));
        assert!(
            shown.len() > text.len() / 5 || piece.starts_with(['>', '-', '\t']),
            "{piece}"
        );
    }
}
