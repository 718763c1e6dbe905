//! The message box and what is not of this device and moment: what another device wrote, and
//! what is sent later.

use shared::plan::PlanKind;

use super::super::el::{El, button, div, el, span, watch};
use super::super::icon::icon;
use super::super::plans::files_to_plan;
use super::Draft;
use crate::plans::Editing;

/// What another device had written when this text, or a newer one, took its place unseen.
pub(super) fn aside(draft: Draft) -> El {
    let desk = draft.chat.state.desk;
    div("").live(move || {
        let written = desk.aside.with(|all| all.get(&draft.room).cloned())?;
        let to_take = written.clone();
        let take = button("btn s")
            .text(t!("kept-put-into-the-box"))
            .on_click(move || draft.take_aside(&to_take));
        let drop = button("btn-icon small")
            .name(t!("kept-discard-what-the-other-device"))
            .child(icon("close"))
            .on_click(move || {
                draft.drop_aside(&draft.text.now());
                draft.focus();
            });
        let line = div("answering aside")
            .attr("role", "group")
            .name(t!("kept-also-written-on-another-device"))
            .child(icon("device"))
            .child(el("b").text(t!("kept-also-written-on-another-device")))
            .child(
                span("said")
                    .attr("dir", "auto")
                    .attr("title", &written)
                    .text(&written),
            )
            .child(take)
            .child(drop);
        Some(line)
    })
}

impl Draft {
    /// Shows what another device wrote, once it is told to.
    pub(super) fn follow_other_devices(self) {
        let put = self.chat.state.desk.put;
        put.edit(Option::take);
        watch(move || {
            if put.with(Option::is_none) {
                return;
            }
            if let Some((_, text)) = put
                .edit(Option::take)
                .flatten()
                .filter(|(room, _)| *room == self.room)
            {
                self.put(&text);
            }
        });
    }

    /// What is aside comes behind what is in the box.
    pub(super) fn take_aside(self, aside: &str) {
        let typed = self.text.now();
        let text = if typed.trim().is_empty() {
            aside.to_owned()
        } else {
            [typed.as_str(), "\n", aside].concat()
        };
        self.put(&text);
        self.drop_aside(&text);
        self.focus();
    }

    pub(super) fn drop_aside(self, text: &str) {
        let state = self.chat.state;
        state.keep_draft(self.at, text);
        state.desk.drop_aside(state, self.room, text);
    }

    /// Opens what is sent later, with what stands in the box.
    pub(super) fn later_button(self) -> El {
        button("btn-icon")
            .attr("aria-haspopup", "dialog")
            .attr("title", t!("kept-send-later"))
            .name(t!("kept-send-later"))
            .child(icon("clock"))
            .on_click(move || {
                let files = match files_to_plan(self.chat, self.room) {
                    Ok(files) => files,
                    Err(sentence) => {
                        self.refusal.set(Some(sentence));
                        return;
                    }
                };
                let answering = self.chat.acts.answering.now();
                let editing = Editing::new(self.room, PlanKind::Message, &self.text.now());
                self.chat.plans.edit(Editing {
                    about: answering.map(|answering| answering.seq),
                    files,
                    is_from_box: true,
                    ..editing
                });
            })
    }

    /// What became a plan is not in the box any more.
    pub(super) fn empty_when_planned(self) {
        let taken = self.chat.plans.taken;
        watch(move || {
            if taken.get() == Some(self.room) {
                taken.set(None);
                self.chat.acts.answering.set_if_new(None);
                self.put("");
                self.keep();
                self.focus();
            }
        });
    }
}
