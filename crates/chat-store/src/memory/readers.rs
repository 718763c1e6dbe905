//! Who has read a message.

use shared::cursor::Seq;
use shared::entry::Author;
use shared::ids::{RoomId, UserId};
use shared::limits::{READERS_COUNTED_MAX, READERS_LISTED_MAX};

use super::Tables;
use crate::StoreError;
use crate::records::NoteKind;

impl Tables {
    /// [`crate::Store::readers`].
    pub(super) fn readers(
        &self,
        room: RoomId,
        seq: Seq,
        except: [UserId; 2],
    ) -> Result<(Vec<Author>, usize), StoreError> {
        self.room(room)?;
        let marks = self.read_marks.iter();
        let readers = marks.filter(|((user, of), mark)| {
            *of == room
                && **mark >= seq
                && !except.contains(user)
                && !self.notes.contains_key(&(*user, NoteKind::ReadsUnseen))
        });
        let mut readers = readers
            .map(|((user, _), _)| self.author(*user))
            .collect::<Result<Vec<_>, _>>()?;
        let count = readers.len().min(READERS_COUNTED_MAX);
        readers.sort_by_key(|reader| reader.name.folded());
        readers.truncate(READERS_LISTED_MAX);
        Ok((readers, count))
    }
}
