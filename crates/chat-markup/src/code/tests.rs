use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::*;

/// The pieces with a role: `k:fn n:main`.
fn told(language: &str, text: &str) -> String {
    let pieces = colours(Some(language), text);
    let whole: String = pieces.iter().map(|piece| piece.text).collect();
    assert_eq!(whole, text);
    let coloured = pieces.iter().filter_map(|piece| {
        let letter = match piece.role? {
            Role::Keyword => 'k',
            Role::String => 's',
            Role::Number => 'n',
            Role::Name => 'f',
            Role::Type => 't',
            Role::Comment => 'c',
        };
        Some(format!("{letter}:{}", piece.text))
    });
    coloured.collect::<Vec<_>>().join(" ")
}

#[expect(clippy::needless_pass_by_value, reason = "expect![…] is handed over")]
fn check(samples: &[(&str, &str)], expected: Expect) {
    let told = samples
        .iter()
        .map(|(language, text)| format!("{language}: {}\n", told(language, text)));
    expected.assert_eq(&told.collect::<String>());
}

#[test]
fn languages_have_their_words_strings_comments_and_numbers() {
    check(
        &[
            (
                "rust",
                "pub fn at<'a>(n: u32) -> Option<&'a str> { f!('x', \"a\\\"b\", r#\"c\"d\"#, 0x1f_u8, 1..2.5) } // end",
            ),
            (
                "ts",
                "const a: string = `one\n${b}`; /* no */ await call(new Map(), 3)",
            ),
            (
                "python",
                "@cached\ndef f(x):\n  \"\"\"doc\nmore\"\"\"\n  return None # c#\n",
            ),
            ("go", "func main() { s := `raw\n` }"),
            ("c++", "std::vector<int> v; // x\nchar c = 'a';"),
            ("java", "@Override public String name() { return null; }"),
            ("json", "{\"a\": [1, -2.5e3, true, \"b\"]}"),
            ("toml", "[a.b]\nkey-one = \"x\" # why\n"),
            (
                "yaml",
                "on: push\nsteps:\n  - run: \"x: y\" # no\nurl: http://a#b",
            ),
            ("sh", "echo \"$A\" $HOME # why\napt-get if"),
            ("sql", "SELECT count(*) FROM t WHERE a = 'it''s' -- x"),
            (
                "css",
                "@media print { a:hover { color: #fff; margin: 2px; } } /* x */",
            ),
            ("html", "<a href=\"x>y\" hidden>1 < 2 & b</a><!-- no -->"),
            ("diff", "@@ -1 +1 @@\n-old\n+new\n same"),
            ("rust,ignore", "fn"),
            ("Rust {1}", "fn"),
            ("prose", "fn main() { 1 }"),
        ],
        expect![[r##"
            rust: k:pub k:fn t:u32 t:Option t:str f:f s:'x' s:"a\"b" s:r#"c"d"# n:0x1f_u8 n:1 n:2.5 c:// end
            ts: k:const t:string s:`one
            ${b}` c:/* no */ k:await f:call k:new f:Map n:3
            python: k:@cached k:def f:f s:"""doc
            more""" k:return k:None c:# c#
            go: k:func f:main s:`raw
            `
            c++: t:int c:// x t:char s:'a'
            java: k:@Override k:public t:String f:name k:return k:null
            json: f:"a" n:1 n:2.5e3 k:true s:"b"
            toml: t:[a.b] f:key-one s:"x" c:# why
            yaml: k:on f:steps f:run s:"x: y" c:# no f:url
            sh: k:echo s:"$A" t:$HOME c:# why k:if
            sql: k:SELECT f:count k:FROM k:WHERE s:'it' s:'s' c:-- x
            css: k:@media f:color f:margin n:2px c:/* x */
            html: k:<a f:href s:"x>y" f:hidden k:> k:</a k:> c:<!-- no -->
            diff: f:@@ -1 +1 @@ n:-old s:+new
            rust,ignore: k:fn
            Rust {1}: k:fn
            prose: 
        "##]],
    );
}

#[test]
fn what_is_not_closed_ends_with_its_line_or_the_text() {
    check(
        &[
            ("js", "a = \"open\nlet b"),
            ("rust", "\"open\nlet b"),
            ("js", "/* open\nlet"),
            ("html", "<a href=\"open\n<b>"),
            ("rust", "r##\"open\"#"),
            ("rust", "'"),
            ("python", "'''"),
            ("html", "<!--"),
            ("toml", "[open\na = 1"),
        ],
        expect![[r##"
            js: s:"open k:let
            rust: s:"open
            let b
            js: c:/* open
            let
            html: k:<a f:href s:"open
            <b>
            rust: s:r##"open"#
            rust: 
            python: s:'''
            html: c:<!--
            toml: t:[open f:a n:1
        "##]],
    );
}

const LANGUAGES: [&str; 15] = [
    "rust", "ts", "python", "go", "c", "java", "json", "toml", "yaml", "sh", "sql", "html", "css",
    "diff", "none",
];

proptest! {
    #[test]
    fn the_pieces_are_the_text(
        language in prop::sample::select(&LANGUAGES[..]),
        text in prop_oneof![any::<String>(), "[a-zA-Z0-9 \n\"'`#/*<>!=:$@é🙂\\\\-]{0,80}"],
    ) {
        let pieces = colours(Some(language), &text);
        prop_assert!(pieces.iter().all(|piece| !piece.text.is_empty()));
        let whole: String = pieces.iter().map(|piece| piece.text).collect();
        prop_assert_eq!(whole, text);
    }
}

/// Four times the longest message: going back and forth in it would not come to an end.
#[test]
fn long_hostile_code_is_cut_in_one_pass() {
    for piece in [
        "\"", "'", "/*", "<", "<a ", "`", "r#\"", "r####", "\\", "a ", "# ", "\"\"\"", "'''", "[",
        "$", "\n[", "1.", "a:",
    ] {
        let text = piece.repeat(40_000 / piece.len());
        for language in LANGUAGES {
            let pieces = colours(Some(language), &text);
            assert_eq!(
                pieces.iter().map(|piece| piece.text.len()).sum::<usize>(),
                text.len()
            );
        }
    }
}
