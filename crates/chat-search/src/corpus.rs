//! Made-up messages of many languages, any number of them, the same ones for a seed.
//!
//! Words are drawn as people use them: few often, most seldom. Every message also has a
//! chance of something rare (a ticket's number, a hash, a line of code), so that a search
//! can be for one in a million. The words are our own lists; no text is anybody's.

use crate::query::Term;

/// A language's words, the frequent ones first, and what stands between them.
struct Tongue {
    words: &'static [&'static str],
    between: &'static str,
    end: &'static str,
}

const TONGUES: &[Tongue] = &[
    Tongue {
        between: " ",
        end: ".",
        words: &[
            "the",
            "we",
            "is",
            "to",
            "it",
            "server",
            "not",
            "meeting",
            "please",
            "build",
            "after",
            "deploy",
            "broken",
            "coffee",
            "tomorrow",
            "review",
            "branch",
            "release",
            "somebody",
            "question",
            "naïve",
            "database",
            "thursday",
            "rollback",
            "lighthouse",
            "gearbox",
            "quiet",
            "umbrella",
            "whiskers",
            "zeppelin",
        ],
    },
    Tongue {
        between: " ",
        end: ".",
        words: &[
            "der",
            "und",
            "ist",
            "nicht",
            "wir",
            "heute",
            "Straße",
            "schon",
            "über",
            "Prüfung",
            "Größe",
            "vielleicht",
            "Übersicht",
            "Fußgänger",
            "Kühlschrank",
            "später",
            "Zähler",
            "Änderung",
            "Öffnung",
            "Schlüssel",
            "Maßstab",
            "Brücke",
        ],
    },
    Tongue {
        between: " ",
        end: " !",
        words: &[
            "le",
            "est",
            "pas",
            "nous",
            "déjà",
            "café",
            "réunion",
            "être",
            "français",
            "garçon",
            "œuvre",
            "où",
            "château",
            "l’été",
            "forêt",
            "août",
            "naïveté",
            "bientôt",
            "hôpital",
            "déploiement",
        ],
    },
    Tongue {
        between: " ",
        end: ".",
        words: &[
            "и",
            "не",
            "это",
            "мы",
            "сервер",
            "ещё",
            "ёлка",
            "сегодня",
            "завтра",
            "ошибка",
            "сборка",
            "вопрос",
            "йогурт",
            "объект",
            "съезд",
            "подъём",
            "счёт",
            "облако",
            "маяк",
            "дирижабль",
        ],
    },
    Tongue {
        between: "",
        end: "。",
        words: &[
            "我们",
            "的",
            "是",
            "在",
            "上海",
            "今天",
            "明天",
            "见面",
            "服务器",
            "问题",
            "已经",
            "北京",
            "没有",
            "发布",
            "代码",
            "数据库",
            "会议",
            "咖啡",
            "雨伞",
            "灯塔",
            "飞艇",
            "地铁站",
        ],
    },
    Tongue {
        between: "",
        end: "。",
        words: &[
            "は",
            "の",
            "を",
            "です",
            "東京",
            "明日",
            "会議",
            "サーバー",
            "ありがとう",
            "コーヒー",
            "データベース",
            "確認",
            "お願い",
            "ガラス",
            "パン屋",
            "灯台",
            "飛行船",
            "ｶﾀｶﾅ",
            "傘",
            "駅前",
        ],
    },
    Tongue {
        between: " ",
        end: ".",
        words: &[
            "우리는",
            "서버",
            "오늘",
            "내일",
            "회의",
            "한국어",
            "커피",
            "배포",
            "질문",
            "데이터베이스",
            "확인했습니다",
            "안녕하세요",
            "우산",
            "등대",
            "비행선",
            "고맙습니다",
        ],
    },
    Tongue {
        between: "",
        end: " ",
        words: &[
            "เรา",
            "กำลัง",
            "ไม่",
            "วันนี้",
            "พรุ่งนี้",
            "ประชุม",
            "เซิร์ฟเวอร์",
            "กาแฟ",
            "คำถาม",
            "ขอบคุณ",
            "ร่ม",
            "ประภาคาร",
            "กรุงเทพ",
            "แก้ไข",
        ],
    },
    Tongue {
        between: " ",
        end: ".",
        words: &[
            "في",
            "هذا",
            "نحن",
            "اليوم",
            "غدا",
            "الخادم",
            "اجتماع",
            "قهوة",
            "مُحَمَّد",
            "سؤال",
            "شكرًا",
            "مظلة",
            "منارة",
            "القاهرة",
        ],
    },
    Tongue {
        between: " ",
        end: "।",
        words: &[
            "हम",
            "है",
            "नहीं",
            "आज",
            "कल",
            "सर्वर",
            "बैठक",
            "प्रश्न",
            "धन्यवाद",
            "कॉफ़ी",
            "छाता",
            "दिल्ली",
            "नमस्ते",
        ],
    },
    Tongue {
        between: " ",
        end: ".",
        words: &[
            "bir",
            "ve",
            "İstanbul",
            "değil",
            "bugün",
            "yarın",
            "toplantı",
            "sunucu",
            "şemsiye",
            "ışık",
            "çay",
            "Iğdır",
            "güncelleme",
            "yağmur",
        ],
    },
];

const CODE: &[&str] = &[
    "foo::bar()",
    "std::mem::swap(&mut a, &mut b)",
    "fn next() -> Option<u8>",
    "if (x != y) { return; }",
    "a[i] += 1;",
    "#include <stdio.h>",
    "SELECT * FROM rooms WHERE id = 7",
    "$ cargo build --release",
    "obj?.name ?? \"none\"",
    "x |> f",
    "git rebase -i HEAD~3",
    "burst(13)",
];
const EMOJI: &[&str] = &["👍", "👍🏽", "🎉", "👩‍👩‍👧", "🇩🇪", "❤️", "🚀", "🤷"];

/// The messages of a seed, without end.
#[derive(Clone, Debug)]
pub struct Corpus {
    state: u64,
}

impl Corpus {
    /// The same messages for the same seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// SplitMix64: a step and a stir.
    fn roll(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `sides`.
    fn below(&mut self, sides: usize) -> usize {
        (self.roll() % sides as u64) as usize
    }

    /// One of a list, its beginning far more often than its end.
    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let often = self.below(words.len()) + 1;
        words[self.below(often)]
    }

    fn sentence(&mut self, text: &mut String) {
        let tongue = &TONGUES[self.below(TONGUES.len())];
        for index in 0..3 + self.below(12) {
            if index > 0 {
                text.push_str(tongue.between);
            }
            text.push_str(self.pick(tongue.words));
        }
        text.push_str(tongue.end);
    }

    /// A part of a message as somebody would search for it: 1 to 12 characters from
    /// anywhere in it. `None` when nothing of the part can be searched for.
    pub fn part_of(&mut self, text: &str) -> Option<String> {
        let chars: Vec<char> = text.chars().collect();
        let start = self.below(chars.len().max(1));
        let length = 1 + self.below(12);
        let part: String = chars.iter().skip(start).take(length).collect();
        Term::new(&part).map(|_| part)
    }
}

impl Iterator for Corpus {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let mut text = String::new();
        self.sentence(&mut text);
        if self.below(3) == 0 {
            text.push(' ');
            self.sentence(&mut text);
        }
        match self.below(10) {
            0 => text = format!("{text}\n`{}`", CODE[self.below(CODE.len())]),
            1 => text = format!("{text} {}", EMOJI[self.below(EMOJI.len())]),
            2 => text = format!("{text} #{}", self.below(1_000_000)),
            3 => text = format!("{text} {:08x}", self.roll() as u32),
            4 => {
                text = format!(
                    "{text} https://example.org/{}/{}",
                    self.pick(TONGUES[0].words),
                    self.below(10_000)
                );
            }
            _ => {}
        }
        Some(text)
    }
}
