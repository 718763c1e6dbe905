//! The words and signs of the languages. Short: every byte of it travels with the client.

/// What a language looks like.
pub(super) struct Rules {
    /// Of the language, with a space between them.
    pub(super) keywords: &'static str,
    /// Types that are written small.
    pub(super) types: &'static str,
    /// Begin a comment up to the end of the line.
    pub(super) line: &'static [&'static str],
    /// Around a comment.
    pub(super) block: Option<(&'static str, &'static str)>,
    /// Around a string.
    pub(super) quotes: &'static str,
    /// Around a string that may hold lines.
    pub(super) long: &'static [&'static str],
    /// Between a key and its value.
    pub(super) key: Option<char>,
    /// Strings in plain quotes may hold lines.
    pub(super) has_long_quotes: bool,
    /// Words with a capital name types.
    pub(super) has_types: bool,
    /// Words may hold a `-`.
    pub(super) has_dashes: bool,
    /// Words with a `$` are variables.
    pub(super) has_dollars: bool,
    /// Lines like `[section]`.
    pub(super) has_sections: bool,
    /// `SELECT` and `select` are one word.
    pub(super) is_case_blind: bool,
    /// Rust: a quote may begin a lifetime, a word before `!` is called, strings may be raw.
    pub(super) has_lifetimes: bool,
}

const PLAIN: Rules = Rules {
    keywords: "",
    types: "",
    line: &[],
    block: None,
    quotes: "\"'",
    long: &[],
    key: None,
    has_long_quotes: false,
    has_types: false,
    has_dashes: false,
    has_dollars: false,
    has_sections: false,
    is_case_blind: false,
    has_lifetimes: false,
};

const BRACES: Rules = Rules {
    line: &["//"],
    block: Some(("/*", "*/")),
    has_types: true,
    ..PLAIN
};

const RUST: Rules = Rules {
    keywords: "as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref return self Self static struct super trait true type unsafe use where while",
    types: "bool char str u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64",
    has_long_quotes: true,
    has_lifetimes: true,
    ..BRACES
};

const SCRIPT: Rules = Rules {
    keywords: "abstract as async await break case catch class const continue declare default delete do else enum export extends false finally for from function get if implements import in instanceof interface keyof let namespace new null of private protected public readonly return satisfies set static super switch this throw true try type typeof undefined var void while yield",
    types: "any bigint boolean never number object string symbol unknown",
    long: &["`"],
    ..BRACES
};

const PYTHON: Rules = Rules {
    keywords: "and as assert async await break case class continue def del elif else except False finally for from global if import in is lambda match None nonlocal not or pass raise return self True try while with yield",
    types: "bool bytes dict float int list object set str tuple",
    line: &["#"],
    long: &["\"\"\"", "'''"],
    has_types: true,
    ..PLAIN
};

const GO: Rules = Rules {
    keywords: "break case chan const continue default defer else fallthrough false for func go goto if import interface map nil package range return select struct switch true type var",
    types: "any bool byte error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr",
    long: &["`"],
    ..BRACES
};

const C: Rules = Rules {
    keywords: "alignas alignof auto break case catch class const constexpr continue default delete do else enum explicit extern false final for friend goto if inline namespace new noexcept nullptr operator override private protected public return sizeof static struct switch template this throw true try typedef typename union using virtual volatile while NULL",
    types: "bool char double float int int8_t int16_t int32_t int64_t long short signed size_t uint8_t uint16_t uint32_t uint64_t unsigned void",
    ..BRACES
};

const JAVA: Rules = Rules {
    keywords: "abstract assert break case catch class const continue default do else enum extends false final finally for if implements import instanceof interface native new null package permits private protected public record return sealed static super switch synchronized this throw throws true try var volatile while yield",
    types: "boolean byte char double float int long short void",
    long: &["\"\"\""],
    ..BRACES
};

const JSON: Rules = Rules {
    keywords: "true false null",
    line: &["//"],
    quotes: "\"",
    key: Some(':'),
    ..PLAIN
};

const TOML: Rules = Rules {
    keywords: "true false",
    line: &["#"],
    long: &["\"\"\"", "'''"],
    key: Some('='),
    has_dashes: true,
    has_sections: true,
    ..PLAIN
};

const YAML: Rules = Rules {
    keywords: "true false null yes no on off",
    line: &["#"],
    key: Some(':'),
    has_dashes: true,
    ..PLAIN
};

const SHELL: Rules = Rules {
    keywords: "alias case cd do done echo elif else esac eval exec exit export fi for function if in local read return set shift source sudo then trap unset until while",
    line: &["#"],
    has_long_quotes: true,
    has_dashes: true,
    has_dollars: true,
    ..PLAIN
};

const SQL: Rules = Rules {
    keywords: "add all alter and as asc begin between by cascade case check commit constraint create cross default delete desc distinct drop else end exists explain false foreign from full group having if in index inner insert intersect into is join key left like limit not null offset on or order outer primary references returning right rollback select set table then transaction true union unique update using values view when where with",
    types: "bigint blob boolean bytea char date double integer int json jsonb numeric real serial smallint text time timestamp timestamptz uuid varchar",
    line: &["--"],
    block: Some(("/*", "*/")),
    has_long_quotes: true,
    is_case_blind: true,
    ..PLAIN
};

const CSS: Rules = Rules {
    block: Some(("/*", "*/")),
    key: Some(':'),
    has_dashes: true,
    ..PLAIN
};

/// The language of this name.
pub(super) fn rules(name: &str) -> Option<&'static Rules> {
    Some(match name {
        "rust" | "rs" => &RUST,
        "js" | "javascript" | "jsx" | "mjs" | "ts" | "typescript" | "tsx" => &SCRIPT,
        "python" | "py" => &PYTHON,
        "go" | "golang" => &GO,
        "c" | "h" | "cpp" | "c++" | "cc" | "hpp" => &C,
        "java" => &JAVA,
        "json" | "jsonc" | "json5" => &JSON,
        "toml" | "ini" => &TOML,
        "yaml" | "yml" => &YAML,
        "sh" | "bash" | "shell" | "zsh" | "console" => &SHELL,
        "sql" => &SQL,
        "css" | "scss" => &CSS,
        _ => return None,
    })
}
