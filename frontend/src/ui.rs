//! What the person sees: one component per file, drawn from the signals of
//! [`crate::state::ChatState`].
//!
//! Components decide how things look and what they are called, nothing else. Sentences
//! that depend on numbers are in [`words`], so that they can be tested without a browser.

pub mod announcer;
mod attach;
pub mod avatar;
pub mod banner;
pub mod blank;
pub mod chat;
pub mod composer;
pub mod dialog;
pub mod dot;
mod edit_box;
pub mod el;
mod emoji_picker;
pub mod field;
mod file_dialogs;
mod files;
mod focus_place;
mod fold;
pub mod foot;
pub mod icon;
pub mod inspector;
pub mod jump_pill;
pub mod keys;
pub mod log;
mod long_press;
pub mod me;
pub mod message;
mod message_dialogs;
mod message_keys;
mod message_menu;
pub mod never_confirmed;
mod new_room;
pub mod observer;
mod offers;
mod passed;
pub mod people_list;
pub mod place;
pub mod plans;
mod quote;
mod reactions;
pub mod room_head;
pub mod room_list;
pub mod room_page;
pub mod row;
pub mod scroll;
mod search;
pub mod server_panel;
mod settings;
pub mod shortcuts;
mod sidebar;
pub mod sign_out;
pub mod start_failed;
mod status;
pub mod tab;
pub mod text;
pub mod timeline;
mod toast;
mod told;
mod tools;
mod waiting_here;
pub mod welcome;
pub mod window;
pub mod words;
mod wrap;
