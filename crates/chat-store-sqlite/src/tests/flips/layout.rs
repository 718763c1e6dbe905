//! Which bytes of a SQLite file hold something, by the rules of
//! https://www.sqlite.org/fileformat2.html.

/// Bytes of a page.
pub(super) const PAGE: usize = 4_096;

/// What a byte holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// Nothing: a free page, or the space between a page's cells.
    Nothing,
    /// Something that nothing is read from: a count of changes, who wrote last, the
    /// place of an id in a row that is found by that id.
    Note,
    Data,
}

/// For every byte of the file what it holds.
pub(super) fn layout(file: &[u8]) -> Vec<Holds> {
    let mut layout = Layout {
        file,
        holds: vec![Holds::Nothing; file.len()],
    };
    layout.mark(0, 100, Holds::Data);
    // The schema's version counts changes of it; SQLite's own version says who wrote last.
    layout.mark(40, 4, Holds::Note);
    layout.mark(96, 4, Holds::Note);
    layout.free_list();
    let mut roots = vec![1];
    layout.tree(1, Some(&mut roots));
    for root in roots.into_iter().skip(1) {
        layout.tree(root, None);
    }
    layout.holds
}

struct Layout<'a> {
    file: &'a [u8],
    holds: Vec<Holds>,
}

impl Layout<'_> {
    fn mark(&mut self, at: usize, length: usize, holds: Holds) {
        self.holds[at..at + length].fill(holds);
    }

    fn number(&self, at: usize, length: usize) -> usize {
        let bytes = &self.file[at..at + length];
        bytes
            .iter()
            .fold(0, |number, byte| (number << 8) | usize::from(*byte))
    }

    /// A number of one to nine bytes: its value and how long it is.
    fn varint(&self, at: usize) -> (usize, usize) {
        let mut value = 0;
        for length in 1..=8 {
            let byte = self.file[at + length - 1];
            value = (value << 7) | usize::from(byte & 0x7f);
            if byte & 0x80 == 0 {
                return (value, length);
            }
        }
        ((value << 8) | usize::from(self.file[at + 8]), 9)
    }

    /// Free pages hold nothing, but for the list of them.
    fn free_list(&mut self) {
        let mut trunk = self.number(32, 4);
        while trunk != 0 {
            let at = (trunk - 1) * PAGE;
            let leaves = self.number(at + 4, 4);
            self.mark(at, 8 + 4 * leaves, Holds::Data);
            trunk = self.number(at, 4);
        }
    }

    /// A tree with all below its page. The roots in the schema's rows are collected.
    fn tree(&mut self, page: usize, mut roots: Option<&mut Vec<usize>>) {
        let start = (page - 1) * PAGE;
        let head = if page == 1 { 100 } else { start };
        let kind = self.file[head];
        let is_inner = matches!(kind, 2 | 5);
        let is_table = matches!(kind, 5 | 13);
        assert!(matches!(kind, 2 | 5 | 10 | 13), "page {page} is a tree's");
        let cells = self.number(head + 3, 2);
        let head_bytes = if is_inner { 12 } else { 8 };
        self.mark(head, head_bytes + 2 * cells, Holds::Data);
        let mut block = self.number(head + 1, 2);
        while block != 0 {
            // A stretch between cells that is kept in a list: next and size.
            self.mark(start + block, 4, Holds::Data);
            block = self.number(start + block, 2);
        }
        for cell in 0..cells {
            let mut at = start + self.number(head + head_bytes + 2 * cell, 2);
            if is_inner {
                let child = self.number(at, 4);
                self.mark(at, 4, Holds::Data);
                self.tree(child, roots.as_deref_mut());
                at += 4;
            }
            if is_inner && is_table {
                let (_, length) = self.varint(at);
                self.mark(at, length, Holds::Data);
                continue;
            }
            let payload = self.payload(at, is_table);
            match roots.as_deref_mut() {
                Some(roots) => roots.extend(self.root_in(&payload)),
                // "ROWID and INTEGER PRIMARY KEY": the row has an empty place for it.
                None if is_table => {
                    let (_, bytes) = self.varint(at);
                    let head = bytes + self.varint(at + bytes).1;
                    self.mark(at + head + 1, 1, Holds::Note);
                }
                None => {}
            }
        }
        if is_inner {
            let child = self.number(head + 8, 4);
            self.tree(child, roots);
        }
    }

    /// Marks a cell with a payload, overflow pages included, and answers the payload.
    fn payload(&mut self, at: usize, is_table: bool) -> Vec<u8> {
        let (bytes, length) = self.varint(at);
        let mut head = length;
        if is_table {
            head += self.varint(at + head).1;
        }
        // "Cell payload overflow": how much of a payload stays on the page.
        let most = if is_table {
            PAGE - 35
        } else {
            (PAGE - 12) * 64 / 255 - 23
        };
        let least = (PAGE - 12) * 32 / 255 - 23;
        let fitting = least + bytes.saturating_sub(least) % (PAGE - 4);
        let here = if bytes <= most {
            bytes
        } else if fitting <= most {
            fitting
        } else {
            least
        };
        self.mark(at, head + here, Holds::Data);
        let mut payload = self.file[at + head..at + head + here].to_vec();
        let mut link = at + head + here;
        while payload.len() < bytes {
            self.mark(link, 4, Holds::Data);
            link = (self.number(link, 4) - 1) * PAGE;
            let more = (bytes - payload.len()).min(PAGE - 4);
            self.mark(link, 4 + more, Holds::Data);
            payload.extend_from_slice(&self.file[link + 4..link + 4 + more]);
        }
        payload
    }

    /// The root page in a row of the schema: its fourth column.
    fn root_in(&self, payload: &[u8]) -> Option<usize> {
        let row = Layout {
            file: payload,
            holds: Vec::new(),
        };
        let (head, mut at) = row.varint(0);
        let mut skip = head;
        for _ in 0..3 {
            let (kind, length) = row.varint(at);
            at += length;
            skip += (kind - 13) / 2;
        }
        let bytes = match row.varint(at).0 {
            kind @ 1..=4 => kind,
            9 => return Some(1),
            _ => return None,
        };
        Some(row.number(skip, bytes))
    }
}
