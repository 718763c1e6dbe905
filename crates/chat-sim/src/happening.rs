//! What a simulation is for, counted: a run that meets none of it proves nothing.

use crate::plan::CrashPoint;

/// Something that went wrong, or the way back from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Happening {
    /// The server was killed in the middle of a write.
    Dies(CrashPoint),
    /// The server was stopped in good order.
    Stops,
    /// A copy was put back that lacked entries.
    CopyLacksEntries,
    /// A mailbox overflowed and its connection was closed with 4000.
    ReaderIsTooSlow,
    /// A signal was skipped because a mailbox was half full.
    SignalIsSkipped,
    /// The server gave a connection up because a ping went unanswered.
    PingGoesUnanswered,
    /// A client gave a connection up because nothing came.
    SilenceIsNoticed,
    /// A write came a second time, and was answered with the first entry.
    WriteIsRepeated,
    /// A change of a message came a second time, and was answered with the first entry.
    ChangeIsRepeated,
    /// A change of a message was refused.
    ChangeIsRefused,
    /// An edit was refused because its writer had not seen the newest one.
    EditIsStale,
    /// A write was refused, or nobody answered it, and its writer saw that.
    WriteFails,
    /// A write was taken back.
    WriteIsTakenBack,
    /// An entry was published before the one that it follows.
    RoomHasAGap,
    /// A follower's cursor was taken.
    FollowerResumes,
    /// A follower had to start from the newest page.
    FollowerIsRewound,
    /// A follower lost its room because the store could not be read.
    FollowerIsDropped,
    /// Somebody who followed a room was taken out of it.
    MemberIsRemoved,
    /// A tab took over what another had not sent.
    OutboxIsTakenOver,
    /// The connection panel's switch lost a frame.
    FrameIsLost,
    /// A frame came from a connection that its client had left.
    OldFrameIsHeard,
    /// A page was answered twice.
    PageComesTwice,
    /// A device woke up.
    DeviceWakes,
}

impl Happening {
    /// All of them.
    pub const ALL: [Self; 26] = [
        Self::Dies(CrashPoint::BeforeAppend),
        Self::Dies(CrashPoint::BeforeCommit),
        Self::Dies(CrashPoint::AfterCommit),
        Self::Dies(CrashPoint::AfterPublish),
        Self::Stops,
        Self::CopyLacksEntries,
        Self::ReaderIsTooSlow,
        Self::SignalIsSkipped,
        Self::PingGoesUnanswered,
        Self::SilenceIsNoticed,
        Self::WriteIsRepeated,
        Self::ChangeIsRepeated,
        Self::ChangeIsRefused,
        Self::EditIsStale,
        Self::WriteFails,
        Self::WriteIsTakenBack,
        Self::RoomHasAGap,
        Self::FollowerResumes,
        Self::FollowerIsRewound,
        Self::FollowerIsDropped,
        Self::MemberIsRemoved,
        Self::OutboxIsTakenOver,
        Self::FrameIsLost,
        Self::OldFrameIsHeard,
        Self::PageComesTwice,
        Self::DeviceWakes,
    ];
}
