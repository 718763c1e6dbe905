use expect_test::expect;
use shared::ids::UserId;
use shared::refusal::RefusalCode;

use super::{Action, Actor, GuestsMakeRooms, Role, RoomRights, may};

const ADA: UserId = UserId(1);
const BEN: UserId = UserId(2);
const CY: UserId = UserId(3);

#[test]
fn the_whole_table() {
    let owner = (
        "owner",
        Actor {
            user: ADA,
            role: Role::Owner,
        },
    );
    let member = (
        "member",
        Actor {
            user: BEN,
            role: Role::Guest,
        },
    );
    let stranger = (
        "stranger",
        Actor {
            user: CY,
            role: Role::Guest,
        },
    );
    let rooms = [
        ("open", Some(RoomRights::Open)),
        ("closed", Some(RoomRights::Closed { members: &[BEN] })),
        (
            "closed, owner in it",
            Some(RoomRights::Closed {
                members: &[BEN, ADA],
            }),
        ),
        ("none", None),
    ];
    let mut table = String::new();
    for (room_name, room) in rooms {
        for (actor_name, actor) in [owner, member, stranger] {
            table += &format!("{room_name} / {actor_name}:");
            for action in [Action::ReadRoom, Action::WriteRoom, Action::KeepRoom] {
                table += &match may(actor, action, room) {
                    Ok(()) => format!(" {action:?} yes."),
                    Err(refusal) => format!(" {action:?} {:?}.", refusal.code),
                };
            }
            table += "\n";
        }
    }
    expect![[r#"
        open / owner: ReadRoom yes. WriteRoom yes. KeepRoom yes.
        open / member: ReadRoom yes. WriteRoom yes. KeepRoom NotAllowed.
        open / stranger: ReadRoom yes. WriteRoom yes. KeepRoom NotAllowed.
        closed / owner: ReadRoom UnknownRoom. WriteRoom UnknownRoom. KeepRoom UnknownRoom.
        closed / member: ReadRoom yes. WriteRoom yes. KeepRoom NotAllowed.
        closed / stranger: ReadRoom UnknownRoom. WriteRoom UnknownRoom. KeepRoom UnknownRoom.
        closed, owner in it / owner: ReadRoom yes. WriteRoom yes. KeepRoom yes.
        closed, owner in it / member: ReadRoom yes. WriteRoom yes. KeepRoom NotAllowed.
        closed, owner in it / stranger: ReadRoom UnknownRoom. WriteRoom UnknownRoom. KeepRoom UnknownRoom.
        none / owner: ReadRoom UnknownRoom. WriteRoom UnknownRoom. KeepRoom UnknownRoom.
        none / member: ReadRoom UnknownRoom. WriteRoom UnknownRoom. KeepRoom UnknownRoom.
        none / stranger: ReadRoom UnknownRoom. WriteRoom UnknownRoom. KeepRoom UnknownRoom.
    "#]].assert_eq(&table);
}

#[test]
fn guests_make_rooms_where_the_server_says_so() {
    let guest = Actor {
        user: BEN,
        role: Role::Guest,
    };
    let owner = Actor {
        user: ADA,
        role: Role::Owner,
    };
    assert_eq!(
        may(guest, Action::MakeRoom(GuestsMakeRooms::Yes), None),
        Ok(())
    );
    assert_eq!(
        may(owner, Action::MakeRoom(GuestsMakeRooms::No), None),
        Ok(())
    );
    let refusal = may(guest, Action::MakeRoom(GuestsMakeRooms::No), None).unwrap_err();
    assert_eq!(refusal.code, RefusalCode::NotAllowed);
    assert_eq!(GuestsMakeRooms::default(), GuestsMakeRooms::Yes);
}

#[test]
fn a_closed_room_and_no_room_are_refused_in_the_same_words() {
    let stranger = Actor {
        user: CY,
        role: Role::Guest,
    };
    let closed = RoomRights::Closed { members: &[BEN] };
    for action in [Action::ReadRoom, Action::WriteRoom, Action::KeepRoom] {
        assert_eq!(
            may(stranger, action, Some(closed)),
            may(stranger, action, None)
        );
    }
}

#[test]
fn only_the_owner_watches_and_examines_the_server() {
    let actor = |role| Actor { user: ADA, role };
    for action in [Action::WatchServer, Action::ExamineServer] {
        assert_eq!(may(actor(Role::Owner), action, None), Ok(()));
        let refusal = may(actor(Role::Guest), action, None).unwrap_err();
        assert_eq!(refusal.code, RefusalCode::NotAllowed);
    }
}
