# The words of Confab's pages: English, from which the other languages are made.
#
# One file for each language, with the same keys. What stands in braces is filled in: a name,
# a number, a place for a key or an element. `cargo xtask tidy` compares the files with each
# other and with the program.

## shared

try-now = Try now
close = Close
show = Show
emoji = Emoji
cancel = Cancel
save = Save
you-can-go-on-writing = You can go on writing.
back-to-the-room = Back to the room
close-esc = Close (Esc)
copied = Copied
frames-in = Frames in
frames-out = Frames out
bytes-in = Bytes in
bytes-out = Bytes out
handshake = Handshake
connecting = Connecting
round-trip = Round trip
last-5-min = last 5 min
settings = Settings
server = Server
discard = Discard
you = You
on-this-device = On this device
retry = Retry
react = React
pinned-messages = Pinned messages
topic = Topic
topic-of-the-room = Topic: {$topic}
topic-set = {$name} set the topic: {$topic}
topic-removed = {$name} took the topic away
log-too-old = Something that this page is too old to show. Reload it.
topic-about = What this room is about
topic-help = One line. Everybody here sees it above the messages.
topic-remove = Take away
topic-save = Set the topic
unpin = Unpin
text-copied = Text copied
message-actions = Message actions
reply = Reply
new-room = New room
rooms = Rooms
people-here = People here
add-a-reaction = Add a reaction
nothing-yet = Nothing yet.
writing = Writing
attach-files = Attach files
code = Code
connection-panel = Connection panel
keyboard-shortcuts = Keyboard shortcuts
for-an-hour = For an hour
show-more = Show more

## acts

acts-link-copied = Link copied
acts-room-link-copied = Room link copied
acts-this-browser-did-not-let = This browser did not let the page copy

## banner

banner-sign-in = Sign in
banner-the-server-has-a-newer = The server has a newer version. Reload to go on; nothing you wrote is lost.
banner-reload = Reload
banner-this-browser-keeps-nothing-unsent = This browser keeps nothing: unsent messages do not survive a reload.
banner-too-many-messages-wait-on = Too many messages wait on this device. The last one is in the message box again.
banner-no-link-to-the-server = No link to the server.
banner-trying-now = Trying now

## blank

blank-nothing-here-yet = Nothing here yet
blank-loading-the-newest-messages = Loading the newest messages
blank-this-room-did-not-load = This room did not load
blank-nothing-you-wrote-is-lost = Nothing you wrote is lost.

## chat

chat-skip-to-the-message-box = Skip to the message box

## composer

composer-send-message = Send message
composer-write-a-message = Write a message
composer-do-not-reply = Do not reply
composer-insert-emoji = Insert emoji

## edit-box

edit-box-edit-your-message = Edit your message
edit-box-edit-message = Edit message
edit-box-message-is-gone = The message was deleted meanwhile. What you wrote stands in the message box.

## emoji-picker

emoji-picker-search-emoji = Search emoji
emoji-picker-skin-tone = Skin tone
emoji-picker-fetching-the-emoji = Fetching the emoji…
emoji-picker-no-emoji-has-this-name = No emoji has this name.
emoji-picker-found = Found
emoji-picker-last-used = Last used
emoji-smileys = Smileys
emoji-people = People
emoji-nature = Nature
emoji-food = Food
emoji-travel = Travel
emoji-activities = Activities
emoji-objects = Objects
emoji-symbols = Symbols
emoji-flags = Flags
emoji-flag-of = Flag: {$country}

## fold

fold-show-less = Show less
fold-show-all = Show all

## wire

wire-connection = Connection
wire-connection-details = Connection details
wire-copy-as-text = Copy as text
wire-not-copied-this-browser-does = Not copied: this browser does not allow it
wire-a-report-for-a-bug = A report for a bug tracker; what people wrote is left out

## wire-break-it

wire-break-it-break-it = Break it
wire-break-it-try-to-lose-a-message = Try to lose a message. Only this tab is affected.
wire-break-it-drop-the-link = Drop the link
wire-break-it-go-silent = Go silent
wire-break-it-add-2-s-delay = Add 2 s delay
wire-break-it-lose-10 = Lose 10 %
wire-break-it-refuse-websocket = Refuse WebSocket

## wire-compare

wire-compare-compare-the-transports = Compare the transports
wire-compare-stop = Stop
wire-compare-some-hundred-small-messages-by = Some hundred small messages by each way, on links of their own beside this one. It takes a few seconds.
wire-compare-a-requests-headers-are-counted = A request's headers are counted as the server saw them, before HTTP/2 packs them; a WebSocket's frames to the byte.
wire-compare-compare = Compare

## wire-facts

wire-facts-outbox = Outbox
wire-facts-clock-offset = Clock offset
wire-facts-this-page = This page

## wire-frames

wire-frames-last-frames = Last frames
wire-frames-blank-text = Blank text
wire-frames-pause = Pause
wire-frames-filter-by-kind-post-entries = Filter by kind: post, entries, ping
wire-frames-filter-frames-by-kind = Filter frames by kind
wire-frames-no-such-frame-yet = No such frame yet.
wire-frames-it-is-not-kept-any = It is not kept any more.
wire-frames-what-the-frame-carries = What the frame carries

## wire-handshake

wire-handshake-not-tried-yet = not tried yet
wire-handshake-address = Address
wire-handshake-welcome = Welcome
wire-handshake-heartbeat = Heartbeat
wire-handshake-versions = Versions
wire-handshake-asked-no-answer-yet = asked, no answer yet
wire-handshake-did-not-open = did not open
wire-handshake-not-yet = not yet
wire-handshake-did-not-come = did not come
wire-handshake-no-link-to-listen-to = no link to listen to
wire-handshake-not-known-yet = not known yet

## wire-history

wire-history-server-has = Server has
wire-history-you-have = You have
wire-history-missing = Missing
wire-history-history = History

## wire-lives

wire-lives-how-this-connection-lives = How this connection lives
wire-lives-nothing-was-tried-yet = Nothing was tried yet.
wire-lives-no-ping-was-answered-yet = No ping was answered yet.
wire-lives-no-connection-of-this-page = No connection of this page has ended yet.
wire-lives-no-try-of-this-page = No try of this page has failed.
wire-lives-no-room-is-here-yet = No room is here yet.

## wire-now

wire-now-state = State

## wire-recording

wire-recording-flight-recorder = Flight recorder
wire-recording-all-that-this-page-was = All that this page was told and did, without what people wrote. It can be replayed with the same client.
wire-recording-save-recording = Save recording

## wire-tries

wire-tries-connections = Connections
wire-tries-the-next-at-once = The next at once

## wire-trips

wire-trips-now = now
wire-trips-not-measured = not measured

## wire-way

wire-way-transport = Transport
wire-way-the-best-that-there-is = The best that there is. Where a network blocks it, another way is taken.
wire-way-websocket-does-not-get-through = WebSocket does not get through here. Messages come as a stream of events and go as requests. WebSocket is tried again by itself.
wire-way-neither-websocket-nor-a-stream = Neither WebSocket nor a stream gets through here. Each answer is asked for, so everything costs a little more. WebSocket is tried again by itself.
wire-way-chosen-on-this-device-no = Chosen on this device. No other way is tried.

## jump-pill

jump-pill-jump-to-newest = Jump to newest
jump-pill-newest = Newest
jump-pill-mark-read = Mark read

## log

log-fetching-older-messages = Fetching older messages…
log-the-beginning-of-this-room = The beginning of this room

## message

message-edited = edited
message-edit-again = Edit again
message-pinned = Pinned
message-only-in-this-page = Only in this page

## message-dialogs

message-dialogs-delete-this-message-for-everyone = Delete this message for everyone?
message-dialogs-it-is-gone-already = It is gone already.
message-dialogs-message-deleted = Message deleted
message-dialogs-keep = Keep
message-dialogs-delete-message = Delete message
message-dialogs-its-text-also-what-it = Its text, also what it said before, is erased for everybody. This cannot be undone.
message-dialogs-what-it-said-before = What it said before
message-dialogs-the-message-was-deleted = The message was deleted.
message-dialogs-fetching-what-it-said-before = Fetching what it said before…
message-dialogs-fetching-what-is-pinned = Fetching what is pinned…
message-dialogs-nothing-is-pinned-to-this = Nothing is pinned to this room. Pin what people should find again: open a message's menu and choose Pin.
message-dialogs-go-to-it = Go to it

## message-menu

message-menu-more-reactions = More reactions
message-menu-edit = Edit
message-menu-pin-to-room = Pin to room
message-menu-copy-text = Copy text
message-menu-delete-for-everyone = Delete for everyone…

## never-confirmed

never-confirmed-never-confirmed = Never confirmed
never-confirmed-discard-all = Discard all
never-confirmed-later = Later
never-confirmed-these-were-written-under-a = These were written under a login that has ended, so nothing sends them. One that was on its way may be stored already: look before you send it again.
never-confirmed-put-into-the-message-box = Put into the message box
never-confirmed-somebody = Somebody
never-confirmed-a-room-that-is-not = a room that is not here

## new-room

new-room-name = Name
new-room-letters-digits-and-everybody-here = Letters, digits, - and _. Everybody here can join.
new-room-make-room = Make room
new-room-making-the-room = Making the room

## offers

offers-commands = Commands
offers-people = People

## people-list

people-list-not-known-while-the-link = not known while the link is down
people-list-you = you

## plans

plans-in-20-minutes = In 20 minutes
plans-in-3-hours = In 3 hours

## quote

quote-jump-to-the-original = Jump to the original
quote-in-reply-to = In reply to
quote-a-message-that-was-deleted = A message that was deleted

## room-head

room-head-rooms-and-people = Rooms and people

## room-list

room-list-draft = Draft
room-list-has-a-draft = has a draft
room-list-muted = Muted
room-list-muted-2 = muted

## server

server-server-details = Server details

## server-counted

server-counted-ended = Ended
server-counted-not-opened = Not opened
server-counted-not-delivered = Not delivered
server-counted-came-back = Came back
server-counted-since-the-start = since the start
server-counted-by-the-server = by the server
server-counted-by-the-client = by the client
server-counted-by-the-network = by the network
server-counted-asked-for-under-another-host = asked for under another host name
server-counted-from-a-page-of-another = from a page of another site
server-counted-without-a-request-for-an = without a request for an upgrade
server-counted-in-another-version-of-websocket = in another version of WebSocket
server-counted-without-a-good-key = without a good key
server-counted-in-another-subprotocol = in another subprotocol
server-counted-with-a-name-or-room = with a name or room that cannot be had
server-counted-beyond-the-number-of-connections = beyond the number of connections
server-counted-beyond-the-number-of-one = beyond the number of one address
server-counted-too-many-at-once = too many at once
server-counted-too-many-at-once-from = too many at once from one address
server-counted-signals-typing-presence-to-readers = signals (typing, presence) to readers that were behind
server-counted-readers-closed-as-too-slow = readers closed as too slow; they come back and catch up
server-counted-rooms-went-on-where-the = rooms went on where the reader was
server-counted-rooms-began-with-the-newest = rooms began with the newest page
server-counted-rooms-began-anew-another-log = rooms began anew: another log, or too far behind

## server-doctor

server-doctor-doctor = Doctor
server-doctor-public-address = Public address
server-doctor-examining = Examining
server-doctor-examine = Examine
server-doctor-lines-for = Lines for

## server-doctor-finding

server-doctor-finding-copy = Copy
server-doctor-finding-not-copied = Not copied

## server-times

server-times-from-a-ping-to-its = from a ping to its answer
server-times-storing = Storing
server-times-until-a-message-is-on = until a message is on the disk
server-times-fan-out = Fan-out
server-times-until-it-is-on-its = until it is on its way to every reader

## server-traffic

server-traffic-by-websocket = by WebSocket
server-traffic-by-lines = by lines
server-traffic-by-event-stream = by event stream
server-traffic-by-polling = by polling
server-traffic-messages-stored = Messages stored
server-traffic-most-waiting-for-one = Most waiting for one
server-traffic-memory = Memory
server-traffic-processor = Processor
server-traffic-right-now = Right now

## settings

settings-system = System
settings-light = Light
settings-dark = Dark
settings-theme = Theme
settings-sign-out-here = Sign out here
settings-ends-the-login-of-this = Ends the login of this browser.
settings-this-browser = This browser

## shortcuts

shortcuts-getting-about = Getting about
shortcuts-to-a-room-person-or = To a room, person or panel
shortcuts-next-or-previous-room = Next or previous room
shortcuts-next-or-previous-unread = Next or previous unread
shortcuts-next-or-previous-region = Next or previous region
shortcuts-send = Send
shortcuts-new-line-2 = New line
shortcuts-edit-my-last-in-an = Edit my last, in an empty box
shortcuts-to-the-message-box = To the message box
shortcuts-any-letter = any letter
shortcuts-people-rooms-emoji-commands = People, rooms, emoji, commands
shortcuts-bold-italic = Bold, italic
shortcuts-struck-out = Struck out
shortcuts-the-rest = The rest
shortcuts-close-what-is-open-then = Close what is open, then mark the room read
shortcuts-search-this-room-everywhere = Search this room, everywhere
shortcuts-this-list = This list
shortcuts-among-messages = Among messages
shortcuts-older-or-newer-message = Older or newer message
shortcuts-oldest-or-newest-message = Oldest or newest message
shortcuts-what-can-be-done-with = What can be done with it
shortcuts-reply-react = Reply, react
shortcuts-reply-in-thread-forward = Reply in thread, forward
shortcuts-edit-delete = Edit, delete
shortcuts-pin-or-unpin = Pin or unpin
shortcuts-copy-its-link-its-text = Copy its link, its text

## sidebar

sidebar-close-menu = Close menu
sidebar-workspace = Workspace

## sign-out

sign-out-sign-out = Sign out?
sign-out-stay = Stay
sign-out-sign-out-2 = Sign out
sign-out-signing-out = Signing out
sign-out-discard-and-sign-out = Discard and sign out
sign-out-keep-and-sign-out = Keep and sign out

## start-failed

start-failed-confab-did-not-start = Confab did not start

## status

status-your-status = Your status
status-in-words = In words
status-clear = Clear
status-do-not-disturb = Do not disturb
status-nothing-is-told-to-you = Nothing is told to you, and others see it
status-saving = Saving
status-until-i-change-it = Until I change it
status-for-30-minutes = For 30 minutes
status-for-4-hours = For 4 hours
status-for-how-long = For how long
status-does-not-want-to-be = Does not want to be disturbed

## text

text-show-or-hide = Show or hide
text-spoiler = Spoiler
text-copy-code = Copy code

## told

told-show-notifications-on-this-device = Show notifications on this device
told-tell-me-about = Tell me about
told-notifications = Notifications
told-words-that-count-as-a = Words that count as a mention
told-with-commas-between-them = With commas between them.
told-quiet-from = Quiet from
told-quiet-to = Quiet to
told-quiet-hours = Quiet hours
told-nothing-is-told-in-them = Nothing is told in them
told-sound = Sound
told-notifications-of-this-room = Notifications of this room
told-or-nothing-at-all-for = Or nothing at all for a while:
told-unmute = Unmute
told-for-8-hours = For 8 hours
told-notifications-of-this-room-none = Notifications of this room: none
told-this-browser-blocks-notifications-from = This browser blocks notifications from here. Allow them in the site settings, left of the address.
told-this-browser-shows-notifications-only = This browser shows notifications only for pages that come over https.
told-mentions = Mentions
told-everything = Everything
told-nothing = Nothing
told-do-not-disturb = do not disturb
told-none = None
told-drop = Drop
told-chime = Chime
told-knock = Knock

## tools

tools-copy-link = Copy link
tools-react = React (+)
tools-reply-r = Reply (R)
tools-more-actions = More actions
tools-more = More

## welcome

welcome-kept-from-the-moment-you = Kept from the moment you press Enter, even with no network.
welcome-stored-as-1 = Stored as #1
welcome-shown-only-once-it-is = Shown only once it is on the server’s disk.
welcome-not-stored = Not stored
welcome-you-keep-the-text-retry = You keep the text. Retry can never post it twice.
welcome-as-the-others-will-see = As the others will see it.
welcome-set-up-your-server = Set up your server
welcome-nobody-has-been-here-before = Nobody has been here before you, so this server will be yours.
welcome-your-name = Your name
welcome-open-confab = Open Confab
welcome-opening = Opening
welcome-no-e-mail-address-no = No e-mail address, no password, no sign-up with anybody. Everything stays on this server.
welcome-join-confab = Join Confab
welcome-what-should-we-call-you = What should we call you?
welcome-join = Join
welcome-joining = Joining
welcome-no-account-needed-this-browser = No account needed: this browser remembers you.
devices = Your devices
devices-why = Be the same person on another device too: your rooms, drafts and what you have read follow you.
devices-get = Get a code
devices-getting = Getting a code…
devices-get-another = Get another code
devices-over = The code is too old now.
devices-how = Choose “{$choice}” on the other device and type it there, or open the link there. It works once, within {$minutes ->
    [one] {$minutes} minute
   *[other] {$minutes} minutes
}.
devices-already-here = I am already here on another device
devices-title = Sign in on this device
devices-lead = Where you are signed in already, open the settings and get a code under “Your devices”.
devices-code = Your code
devices-code-help = Ten letters and digits, as your other device shows them.
devices-sign-in = Sign in
devices-signing-in = Signing in…
devices-new-here = I am new here

## words

words-catching-up = Catching up
words-offline-trying-again = Offline · trying again
words-offline-no-network = Offline · no network
words-signed-out = Signed out
words-this-page-is-out-of = This page is out of date
words-stopped = Stopped
words-link-cut = link cut
words-2-s-delay = 2 s delay
words-10-lost = 10 % lost
words-no-websocket = no WebSocket
words-no-network-on-this-device = No network on this device. Trying again as soon as there is one.
words-what-you-write-waits-on = What you write waits on this device.
words-it-goes-out-when-the = It goes out when the link is back, once.
words-both-go-out-when-the = Both go out when the link is back, in this order, once.
words-you-were-signed-out = You were signed out.
words-back-online = Back online.
words-several-people-are-typing = Several people are typing
words-attach-files-or-drop-them = Attach files, or drop them anywhere
words-drop-to-attach = Drop to attach
words-files-for-this-message = Files for this message
words-waiting-for-its-turn = Waiting for its turn
words-interrupted-it-goes-on-by = Interrupted. It goes on by itself.
words-file-goes-with-the-page = This browser does not keep it: it is lost if you reload before it is uploaded.
words-remove = Remove
words-a-file-was-refused-retry = A file was refused. Retry or remove it first.
words-a-file-was-refused = A file was refused. Remove it first.
words-goes-out-when-its-files = Goes out when its files are there.
words-files-in-this-room = Files in this room
words-nobody-has-sent-a-file = Nobody has sent a file here yet. Drop one anywhere, or press the paper clip.
words-attach-it-as-a-file = Attach it as a file
words-picture = Picture
words-fetching-what-was-sent-here = Fetching what was sent here…
words-jump-to-a-date = Jump to a date
words-day = Day
words-go-there = Go there
words-nothing-was-written-since-that = Nothing was written since that day.
words-choose-a-day-first = Choose a day first.

## compare

compare-round-trip-median-and-p99 = Round trip, median and p99
compare-messages-per-second = Messages per second
compare-bytes-per-message-there-and = Bytes per message, there and back
compare-no-websocket-gets-through-here = No WebSocket gets through here, so there is nothing to set beside it.
compare-nothing-but-the-websocket-answered = Nothing but the WebSocket answered.

## doctor

doctor-looks-at-this-server-as = Looks at this server as its visitors reach it, from this browser and from the server itself, and says what to change.
doctor-as-visitors-type-it = As visitors type it.
doctor-this-page-came-from-another = This page came from another address, so only the server looks. Open that address to look from a browser too.
doctor-the-examination-took-too-long = The examination took too long and was ended.
doctor-from-this-browser = From this browser
doctor-from-the-server-itself = From the server itself
doctor-nothing-to-change = Nothing to change.

## kept

kept-also-written-on-another-device = Also written on another device:
kept-put-into-the-box = Put into the box
kept-discard-what-the-other-device = Discard what the other device wrote
kept-send-later = Send later
kept-files-first = Wait until its files are there, then send it later.
kept-remind-me = Remind me
kept-message = Message
kept-of-what = Of what
kept-when = When
kept-choose-a-day-and-a = Choose a day and a time.
kept-that-time-has-passed = That time has passed.
kept-schedule = Schedule
kept-scheduling = Scheduling
kept-keeping-it = Keeping it
kept-scheduled-messages-and-reminders = Scheduled messages and reminders
kept-nothing-is-scheduled-choose-the = Nothing is scheduled. Choose the clock beside Send, or write /later or /remind.
kept-being-sent = Being sent
kept-reminder = Reminder:
kept-a-scheduled-message-was-not = A scheduled message was not sent:
kept-change = Change
kept-send-now = Send now
kept-show-message = Show message
kept-done = Done
kept-remind-me-2 = Remind me…
kept-reminder-2 = Reminder
kept-read-by = Read by…
kept-read-by-2 = Read by
kept-asking-who-has-read-it = Asking who has read it…
kept-nobody-else-has-read-this = Nobody else has read this yet, or shows it.
kept-reading = Reading
kept-show-others-how-far-i = Show others how far I have read
kept-without-it-you-do-not = Without it you do not see it of others either

## lives

lives-a-websocket-begins-as-an = A WebSocket begins as an ordinary HTTP request that asks to upgrade and offers the languages it speaks.
lives-the-server-answers-101-names = The server answers 101, names the language it chose, and from that byte on both sides may send whenever they like.
lives-then-the-client-says-hello = Then the client says hello with its cookie, and the server's welcome says who it is and which rooms there are.
lives-frames = Frames
lives-everything-after-the-handshake-is = Everything after the handshake is frames: two to fourteen bytes of header, then the text.
lives-a-browser-masks-what-it = A browser masks what it sends, so that no proxy on the way takes it for something else; the server sends plainly.
lives-here-each-frame-is-one = Here each frame is one JSON object that anybody can read.
lives-ping-and-pong = Ping and pong
lives-a-cable-that-is-pulled = A cable that is pulled says nothing, so silence proves nothing.
lives-the-server-pings-the-client = The server pings, the client pongs, and the time between is the round trip.
lives-who-hears-nothing-for-longer = Who hears nothing for longer than agreed in the welcome takes the link for dead and opens another.
lives-close-codes = Close codes
lives-a-connection-that-ends-in = A connection that ends in order says why with a number.
lives-1000-is-done-1001-is = 1000 is done, 1001 is a page or a server that goes away, 1012 is a restart; 4000 to 4499 ask this client to come back, 4500 to 4999 not to.
lives-1006-is-no-number-that = 1006 is no number that anybody sent: the link ended without a word.
lives-errors = Errors
lives-a-browser-tells-a-page = A browser tells a page only that a WebSocket failed, never why, so that pages cannot explore a network.
lives-what-can-be-told-is = What can be told is how far it came: no answer, an answer but no upgrade, or a link that broke later.
lives-after-two-upgrades-that-were = After two upgrades that were refused this client goes by plain requests, and looks now and then whether a WebSocket would open.
lives-coming-back = Coming back
lives-every-line-of-a-room = Every line of a room has a number, and the client knows the last one it has.
lives-a-new-connection-asks-for = A new connection asks for what came after it, and sends again what was not acknowledged, under the same id.
lives-so-a-cut-costs-time = So a cut costs time and never a message.

## search

search-search = Search
search-close-search-esc = Close search (Esc)
search-search-messages = Search messages
search-search-and-results = Search and results
search-newest-first = Newest first
search-best-first = Best first
search-searching = Searching…
search-also = Also:
search-no-message-has-this = No message has this.

## switcher

switcher-go-to = Go to
switcher-a-room-a-person-a = A room, a person, a panel
switcher-messages-of = messages of

## thread

thread-thread = Thread
thread-close-thread-esc = Close thread (Esc)
thread-thread-messages = Thread messages
thread-reply-in-thread = Reply in thread
thread-send-reply = Send reply
thread-write-a-reply = Write a reply
thread-fetching-the-thread = Fetching the thread…
thread-the-first-message-of-this = The first message of this thread was deleted.
thread-nobody-can-reply = Nobody can reply here any more.
thread-only-the-first-4-000 = Only the first 4,000 replies are read here.
thread-this-works-in-the-rooms = This works in the room's own message box.
thread-forward = Forward
thread-forward-to-a-room = Forward to a room
thread-find-a-room = Find a room
thread-no-room-of-yours-is = No room of yours is called so.
thread-no-replies-yet = No replies yet

## Everywhere

list-comma = {", "}
list-and = {$before} and {$last}
milliseconds = {$number} ms

## The strip above the room

banner-offline-since = Offline since {$time}.
banner-next-try = Next try in {$left}

## A room without messages

blank-new = #{$room} is new. The first message will be {$number}.
blank-trying-again = Trying again in {$left}.
blank-no-answer = The server did not answer.

## The message box

composer-name = Message #{$room}
composer-replying = Replying to {$name}
not-stored-because = Not stored. {$why}
edit-box-keys = {$enter} saves {$escape} cancels
foot-keys = {$sends} sends {$breaks} new line
foot-fetching = Fetching {$numbers}…
history-here = Here: {$numbers}
history-complete = Complete to {$number}
history-fetching = Fetching {$numbers}
foot-as-of = as of {$time}
dot-connection = Connection: {$state}

## The connection panel

wire-compare-measuring = Measuring: {$way}
wire-compare-blocked = Blocked. {$why}
wire-facts-oldest = oldest {$age}
wire-facts-messages = messages
wire-facts-failed = waiting, {$count} failed
wire-handshake-answer = {$answer}, {$protocol}, open after {$time}
wire-handshake-after = after {$time}
wire-handshake-heard = heard {$ago} ago, lost after {$silence} of silence
wire-handshake-server = server {$version}, {$protocol}
wire-history-rooms = {$complete} of {$all} open rooms complete
wire-history-only-here = {$count} on this device only
wire-history-other = server {$head}, {$state}
wire-lives-yours = Yours: {$address}
wire-lives-answer = Answer: {$answer}
wire-lives-welcome = Welcome: {$when}
wire-lives-over-http = No WebSocket gets through here, so yours is a link by {$transport} and its answer is 201: the same frames in ordinary requests.
wire-lives-last-in = The last one here: {$kind}, {$size}, {$time}
wire-lives-last-out = The last one there: {$kind}, {$size}, {$time}
wire-lives-count = Since this page was opened: {$here} here, {$there} there.
wire-lives-round-trip = The last round trip took {$time}.
wire-lives-server = The server: {$heartbeat}
wire-lives-cursor = Yours: #{$room} is complete to {$number}; a new connection asks for what comes after it.
wire-now-since = for {$time}, since {$at}
wire-recording-last = last {$time}, {$size}
wire-tries-since = {$count} since this page was opened
wire-tries-next = Next try after {$time}
wire-tries-closed = Closed {$code}, {$why}
wire-tries-failed = Failed {$code}, {$why}
wire-tries-given-up = Given up here, {$why}
wire-tries-lasted = It lasted {$time}.
wire-tries-because = “{$why}”.
wire-tries-online = Online, WebSocket open after {$time}
wire-tries-welcome = Welcome after {$time}
unit-ms = ms
wire-trips-median = median {$time}
wire-trips-worst = worst {$time}
wire-trips-said = Round trip over five minutes: median {$median}, worst {$worst}
wire-trips-down = link down {$time}
wire-frames-in = in
wire-frames-out = out
transport-websocket = WebSocket
transport-events = server-sent events
transport-poll = long polling
transport-events-title = Server-sent events
transport-poll-title = Long polling
transport-automatic = Automatic
transport-requests = Plain requests
transport-events-and-post = Events + POST

## Jumping to the newest

jump-pill-count = 
    { $count ->
        [one] Jump to newest, {$count} new message
       *[other] Jump to newest, {$count} new messages
    }
jump-pill-new = {$count} new

## The room’s messages

log-name = Messages in #{$room}
log-new-aloud = New messages since {$time}
log-new = New since {$time}
me-settings = Settings ({$keys})

## A message

message-pinned-aloud = pinned
message-edit-waits = edit not stored yet
message-edited-at = Edited at {$time}
message-edited-show = Edited at {$time}, show what it said before
message-edit-failed = Edit: {$why}
message-number = number {$number}
message-mentions-you = mentions you
message-stored = stored
message-kept-sending = on this device, sending
message-unkept-sending = only in this page, sending
message-kept-waiting = on this device, waiting for the link
message-unkept-waiting = only in this page, waiting for the link
message-not-stored = not stored
message-sending = sending…
message-stored-as = Stored by the server as {$number}
message-stored-as-number = Stored by the server as number {$number}
message-menu-name = Message from {$name}, {$time}
react-with = React with {$emoji}
copy-link-to = Copy link to {$number}
never-confirmed-draft = draft
new-room-becomes = It will be #{$room}.
people-list-too-many = 
    { $count ->
        [one] {$count} person, too many to list.
       *[other] {$count} people, too many to list.
    }
presence-online = online
presence-away = away
presence-offline = offline

## The room’s head

room-head-menu = Rooms and people, {$count} unread
room-head-room = Room
room-head-people = 
    { $count ->
        [one] {$count} person here
       *[other] {$count} people here
    }

## The owner’s page

server-counted-another-code = Another code
server-doctor-finding-line = the line for {$place}
server-times-said = {$title}: {$count} timed, half of them {$half}
server-times-half = half {$time}
server-times-most = 99 of 100 {$time}
server-times-longer = longer
unit-us = µs
unit-s = s
server-traffic-connections = 
    { $count ->
        [one] {$count} connection
       *[other] {$count} connections
    }
server-traffic-said = Messages stored each second: at most {$number}
server-traffic-each-second = each second
server-traffic-of-a-core = % of a core
per-second = {$unit}/s

## Settings

settings-language = Language
settings-language-of-browser = As the browser asks
settings-enter-sends = {$enter} sends, {$other} makes a new line
settings-enter-breaks = {$enter} makes a new line, {$other} sends
shortcuts-or = or
sign-out-failed = You are still signed in. {$why}
sign-out-means = This browser forgets who you are. Your messages and your name stay, but nobody can sign in as you again.
sign-out-files-go =
    { $count ->
        [one] {$count} file that you have not sent is removed from this browser.
       *[other] {$count} files that you have not sent are removed from this browser.
    }
status-help = At most {$count} characters. Everybody sees them.
until = Until {$time}
status-not-disturbed-aloud = does not want to be disturbed
status-name = Your status: {$status}
text-code-in = Code, {$language}
told-quiet = From {$from} to {$to}
told-as-in-settings = As in the settings: {$tell}
told-about-room = Tell me about #{$room}
told-muted-until = Muted until {$time}.

## The first page

welcome-say = You always know {$break}where your words are.
welcome-lead = Everybody at {$host} sees the open rooms.
kept-delete = Delete

## Numbers and people

words-unread-above = 
    { $count ->
        [one] {$count} unread message above
       *[other] {$count} unread messages above
    }
words-others = 
    { $count ->
        [one] {$count} other
       *[other] {$count} others
    }
words-not-there = Message {$number} is not in this room, or was deleted.
words-no-such-room = There is no room #{$room} here.
words-chars = {$count} of {$most} characters
seconds = {$number} s
words-catching-up-on = Catching up, {$numbers}
words-online = Online
words-online-events = Online by server-sent events
words-online-poll = Online by long polling
words-slow = Online, slow
words-slow-events = Online, slow by server-sent events
words-slow-poll = Online, slow by long polling
words-stretch = {$first} to {$last}
words-part = {$numbers} of {$head}
words-test = (test: {$faults})
words-silent = silent
words-minutes = {$minutes} min {$seconds} s
words-hours = {$hours} h {$minutes} min
words-days = 
    { $count ->
        [one] {$count} day
       *[other] {$count} days
    }
unit-b = B
unit-kb = KB
unit-mb = MB
decimal-point = .
words-unkept = 
    { $count ->
        [one] {$count} message is only in this page: this browser has no room to keep it.
       *[other] {$count} messages are only in this page: this browser has no room to keep them.
    }
words-waiting = 
    { $count ->
        [one] {$count} message waits on this device and goes out by itself.
       *[other] {$count} messages wait on this device and go out by themselves.
    }
words-unkept-short = 
    { $count ->
        [one] {$count} message only in this page.
       *[other] {$count} messages only in this page.
    }
words-waiting-short = 
    { $count ->
        [one] {$count} message waits.
       *[other] {$count} messages wait.
    }
words-all-go-out = All {$count} go out when the link is back, in this order, once.
words-left-behind = 
    { $count ->
        [one] {$what} is not stored, and is not sent any more. Kept, it is offered to whoever signs in next in this browser.
       *[other] {$what} are not stored, and are not sent any more. Kept, they are offered to whoever signs in next in this browser.
    }
words-left-of = 
    { $count ->
        [one] {$what} of {$name} is kept on this device.
       *[other] {$what} of {$name} are kept on this device.
    }
words-left = 
    { $count ->
        [one] {$what} of former logins is kept on this device.
       *[other] {$what} of former logins are kept on this device.
    }
words-unsent = 
    { $count ->
        [one] {$count} unsent message
       *[other] {$count} unsent messages
    }
words-drafts = 
    { $count ->
        [one] {$count} draft
       *[other] {$count} drafts
    }
words-signed-out-unsent = 
    { $count ->
        [one] You were signed out. Your unsent message is kept on this device.
       *[other] You were signed out. Your {$count} unsent messages are kept on this device.
    }
words-back-stored = {$count} stored
words-back-fetched = {$count} fetched
words-back-complete = complete to {$number}
words-back-online-with = Back online. {$what}.
words-hole-one = {$number} is missing here. Fetching it again.
words-hole = {$numbers} are missing here. Fetching them again.
words-typing-one = {$name} is typing
words-typing-two = {$first} and {$second} are typing
words-typing-three = {$first}, {$second} and {$third} are typing
words-new = {$count} new
words-new-from = {$count} new from {$names}
words-unread = {$count} unread
words-mentions = 
    { $count ->
        [one] {$count} mention
       *[other] {$count} mentions
    }
words-not-in-the-last = Your last message here does not say “{$text}”.
words-jump-from = {$day}, jump to a date
words-of-bytes = {$here} of {$all}
words-retry-file = Retry {$name}
words-remove-file = Remove {$name}
words-progress = Upload of {$name}
words-open-picture = Open picture {$name}
words-too-many-files = {$count} files, and a message brings at most {$most}. Remove some.
kept-scheduled-here = 
    { $count ->
        [one] {$count} message is scheduled here
       *[other] {$count} messages are scheduled here
    }
kept-due =
    { $count ->
        [one] {$count} reminder
       *[other] {$count} reminders
    }
kept-refused =
    { $count ->
        [one] {$count} scheduled message was not sent
       *[other] {$count} scheduled messages were not sent
    }
kept-all = All scheduled: {$count}
kept-message-at = Message, {$time}
kept-reminder-at = Reminder, {$time}
kept-was-due = Reminder, was due {$time}
kept-not-sent = Not sent. {$why}
kept-will-be-sent = It will be sent at {$time}
kept-will-be-reminded = You will be reminded at {$time}
kept-more-readers = 
    { $count ->
        [one] and {$count} other
       *[other] and {$count} others
    }
kept-or-more-readers = and {$count} or more others
thread-replies = 
    { $count ->
        [one] {$count} reply
       *[other] {$count} replies
    }
thread-deleted = {$count} deleted
thread-last-at = last at {$time}
thread-forwarded-from = Forwarded from #{$room}, by {$name}
thread-forwarded = Forwarded, by {$name}
thread-forwarded-to = Forwarded to #{$room}
thread-open = Open thread
search-found = 
    { $count ->
        [one] {$count} message.
       *[other] {$count} messages.
    }
search-first =
    { $count ->
        [one] {$count} message so far.
       *[other] {$count} messages so far.
    }
    { $count ->
        [one] The first message.
       *[other] The first {$count} messages.
    }
search-behind = 
    { $count ->
        [one] The newest line is not searched yet.
       *[other] The newest {$count} lines are not searched yet.
    }
search-all = All that you may read was searched.
switcher-search-for = Search messages for “{$text}”
doctor-good = Good:
doctor-bad = To change:
doctor-unknown = Not known:
doctor-running = Examining. A silent WebSocket is watched for {$count} s.
doctor-to-change = 
    { $count ->
        [one] {$count} thing to change.
       *[other] {$count} things to change.
    }
compare-takes = {$way} takes {$times} times as long as a WebSocket here.
compare-carries = {$way} carries {$times} times fewer messages than a WebSocket here.
compare-weighs = {$way} weighs {$times} times as much as a WebSocket here.
compare-behind = On this link a WebSocket was not the best: {$way} was ahead of it this time.
compare-shares = What is sent at once shares its requests.

## What a close code means

closing-done = done, both sides agree
closing-away = the server or the page goes away
closing-protocol = a frame broke the WebSocket protocol
closing-kind = the other side cannot read this kind of frame
closing-no-code = a close frame without a code
closing-no-frame = no close frame: the network or the other side went away
closing-utf8 = a text frame was not UTF-8
closing-policy = against the rules of the server
closing-too-big = a message was too big
closing-extension = an extension was missing
closing-fault = a fault of the server
closing-restart = the server restarts
closing-busy = the server is busy
closing-gateway = a gateway got a bad answer
closing-tls = no secure connection (TLS)
closing-slow = this reader was too slow; it catches up
closing-silent = a sign of life went unanswered
closing-no-hello = no hello came in time
closing-version = this version is not spoken there
closing-not-signed-in = not signed in
closing-none = not a close code
closing-reserved = reserved by the protocol
closing-library = registered by a library
closing-come-back = come back
closing-stay-away = do not come back
closing-comes-back = This client connects again by itself
closing-stays = This client does not connect again by itself

## Commands of the message box

command-away = Says that you are away, or where
command-away-said = Away
command-back = Says nothing of you any more
command-help = Lists the commands
command-invite = Invites somebody; alone, copies the link of the room
command-invite-takes = @name words
command-invites = {$name} invites {$people}
command-invites-with = {$name} invites {$people}: {$words}
command-join = Opens a room
command-join-takes = room
command-later = Sends it at a time
command-later-takes = 18:00 text
command-me = Says it of you, in the third person
command-me-takes = what you do
command-poll = Asks, to be answered by reactions
command-poll-takes = Question? | one | another
command-remind = Reminds you of it
command-remind-takes = me in 20 minutes text
command-shrug = Adds ¯\_(ツ)_/¯
command-spoiler = Hides it until somebody asks for it
command-spoiler-takes = text
command-status = Says it of you beside your name
command-status-takes = what you do
command-topic = Says what this room is about; - takes it away
command-topic-takes = what it is about
command-unknown = There is no command /{$name}. Two slashes at the beginning send one.
command-no-time = /{$name} goes before a time and a text: 18:00, in 20 minutes, tomorrow 9:00.
command-no-poll = A poll has a question and 2 to 9 answers: /poll Tea? | Yes | No.
command-twice-in-poll = The answer {$answer} is there twice.
command-nobody = Nobody who is here or wrote here is called {$name}.
command-oneself = You are here already.
command-alone = /{$name} goes before what it is about: /{$name} {$takes}.

## Skin tones

tone-none = No skin tone
tone-light = Light
tone-medium-light = Medium light
tone-medium = Medium
tone-medium-dark = Medium dark
tone-dark = Dark

## Days

clock-today = Today
clock-yesterday = Yesterday
clock-tomorrow-at = tomorrow, {$time}
clock-day-at = {$day}, {$time}

## Before and after the program runs

failure-stopped = Confab has stopped
failure-means = A fault in the program stopped this page. Nothing you wrote is lost.
boot-opening = Opening Confab
boot-late = This takes long.
boot-reload-page = Reload the page
boot-cannot = Confab cannot start
boot-could-not = Confab could not start
boot-stopped = Confab has stopped
boot-no-webassembly = This browser does not run WebAssembly here. Update it, or allow WebAssembly for this site.
boot-not-loaded = The server did not send all of the program. It may be restarting, or the network may be down.
boot-not-started = The program arrived, but did not start.
boot-means = The program stopped on this page. What the server has stored is safe. Reload to go on.
boot-reload = Reload
http-no-answer = The server does not answer. Try again in a moment.

## Notifications

telling-mentions = {$name} mentions you in #{$room}
telling-writes = {$name} in #{$room}
telling-others = others
telling-mention-you =
    { $count ->
        [one] {$count} mentions you
       *[other] {$count} mention you
    }

## What the server and the machine say in English: said again in this language
## (a sentence is known by its English words)

said-file-no-name = The file has no name.
said-file-name-long = The file's name is longer than 255 bytes.
said-file-name-path = The file's name is a path. Send it under a plain name.
said-file-name-unseen = The file's name has characters that cannot be seen.
said-emoji-before-words = Before the words stands one emoji.
said-status-empty = A status needs words.
said-status-long = A status has at most {$number} characters.
said-status-sign = A status cannot contain {$sign}.
said-topic-empty = A topic needs words that can be seen.
said-topic-long = A topic has at most {$number} characters.
said-topic-sign = A topic cannot contain {$sign}.
said-message-empty = A message needs some text.
said-message-long = {$chars} of {$most} characters.
said-message-control = The text has a control character ({$sign}) that cannot be sent.
said-one-emoji = A reaction is one emoji.
said-room-empty = A room needs a name.
said-room-long = A room's name has at most {$number} characters.
said-room-sign = A room's name is made of letters, digits, - and _; {$sign} is none of them.
said-room-start = A room's name starts with a letter or a digit.
said-name-empty = Choose a name.
said-name-long = A name has at most {$number} characters.
said-name-sign = A name cannot contain {$sign}.
said-sign-quoted = “{$letter}”
said-name-letter = A name has at least one letter or digit.
said-name-script = A name is written in one script, so that it cannot pose as another.
said-name-taken = Somebody here has this name. Add a letter or a place.
said-room-taken = There is a room with this name.
said-server-full = The server has as many connections as it takes. Try again in a moment.
said-address-full = Too many connections come from your address. Close one, or try again in a moment.
said-connecting-full = Too many are connecting at once. Try again in a moment.
said-address-fast = Your address connects too often. Try again in a moment.
said-owner-rooms = Only the owner makes rooms on this server.
said-owner-sees = Only the owner sees how the server does.
said-owner-examines = Only the owner examines this server.
said-owner-deletes = Only its author and the owner take a message back.
said-owner-changes = Only the owner changes a room.
said-no-room = There is no such room.
said-room-unread = The room cannot be read now. Follow it again later.
said-not-now = The server cannot do this now. Try again later.
said-files-most = A message brings at most {$number} files.
said-too-fast = Too many frames too fast. Wait a second, then go on.
said-restarts = The server restarts. Connect again, then repeat this.
said-rooms-most = This server has {$number} rooms, and that is the most.
said-draft-long = A draft of {$number} characters stays on its device.
said-code-wrong = This code is wrong, was used, or is too old. Make a new one on your other device.
said-plan-far = Nothing is planned more than a year ahead.
said-plan-gone = It was sent or deleted meanwhile, and nothing was changed.
said-plan-leaves = It is being sent just now.
said-too-often = You do this too often. Wait a moment.
said-sign-in = Sign in first.
said-login-ended = This login has ended; sign in again.
said-sign-in-crowd = Many people are signing in right now; try again in a moment.
said-examined = An examination runs already.
said-address-form = An address is https:// or http://, a host, and a port if it is unusual.
said-foreign-file = This file is somebody else's.
said-no-files = This server takes no files.
said-file-large = The file is over {$size}.
said-files-large = Your files would be over {$size} together.
said-files-count = You have {$number} files here, and that is the most.
said-upload-elsewhere = Another request goes on with this upload.
said-upload-more = More bytes came than were announced.
said-file-lies = The file is not what it says it is, but {$kind}.
said-file-damaged = The file is damaged: it begins as {$kind}, but {$what}.
said-kind-picture = a picture
said-kind-film = a film
said-kind-sound = a sound
said-kind-pdf = a PDF
said-kind-text = a text
said-kind-other = something else
said-damage-early = it ends too early
said-damage-size = it has no width or no height
said-damage-parts = it has too many parts
said-damage-begin = a part does not begin where it should
said-damage-longer = a part is longer than the file
said-damage-length = it has a part without a length
said-damage-place = it has a part where none can be
said-damage-two = it has two sizes, or colours of no kind
said-damage-before = it has pixels before their size
said-damage-no-pixels = it has no pixels
said-damage-colours = it has colours of no kind
said-damage-header = it does not begin with one header
said-damage-unbegun = its pixels do not begin
said-damage-misplaced = a part is too short or misplaced
said-damage-long = it is too long
said-size-bytes = {$number} bytes
said-size-megabytes = {$number} MB
said-picture-large = A picture of {$width} by {$height} pixels is too large to be shown.
said-disk-full-file = The server's disk is full; the file was not stored.
said-disk-full = The server's disk is full; nothing was stored.
said-no-file = There is no such file.
said-bytes-gone = This browser no longer has the file. Choose it again.
said-files-crowd = Too many files are on their way; try again in a moment.
said-files-away = The server cannot reach its files now; try again.
said-data-away = The server cannot reach its data now; try again.
said-taken-back = This message was taken back.
said-foreign-message = This message is somebody else's.
said-edited-since = This message was edited since you saw it.
said-so-already = This message is so already.
said-reactions-most = A message has at most {$number} different reactions.
said-pins-most = A room has at most {$number} pinned messages.
said-file-elsewhere = A file of this message is in another message already.
said-no-message = There is no such message.
said-id-used = This message's id was used for another text.
said-about-to-restart = The server is about to restart.
said-upload-broke = The upload broke off; it goes on from where it stopped.
said-readers-hidden = You do not show how far you have read, so you are not told it of others.
said-search-away = The server cannot search now; try again.
said-search-long = A search has at most {$most} characters; this has {$chars}.
said-search-words = A search has at most {$number} words.
said-search-empty = There is nothing to search for.
said-search-no-date = “{$value}” is no date. Dates look like 2026-11-01.
said-busy = The server is busy; try again in a moment.
said-slow = The answer took too long. Try again.
said-unanswered = The server did not answer for 20 s. Retry cannot post it twice.
said-disk-full-kept = The server's disk is full. Your text is kept here.
said-other-name = It was written under another name. Retry sends it under this one.
said-room-offline = A room needs the server, and there is no link to it now.
said-room-lost = The link was lost before the server answered. If the room was made, it will be in the list.
said-room-unanswered = The server did not answer for 20 s. If the room was made, it will be in the list.
said-stopped-here = Stopped on this device.
said-ended-for-good = The server ended the connection for good: {$why}.
said-close-none = no reason was given
said-close-done = done
said-close-away = going away
said-close-text = only text frames are read here
said-close-utf8 = text must be UTF-8
said-close-rules = too many frames that break the rules
said-close-large = the message is over {$number} bytes
said-close-fault = a fault of the server
said-close-restarts = the server restarts
said-close-busy = the server is busy
said-close-slow = reading too slowly; come back and catch up
said-close-silent = a ping went unanswered
said-close-hello = no hello in time
said-close-version = this version is not spoken here; update the client
said-close-sign-in = sign in first
said-compare-no = The server does not answer this way.
said-no-stream = The browser opens no stream here.
said-no-answer = The server did not answer.
said-link-gone = The link is gone.
said-stream-bad = The stream ended in something unreadable.
said-stream-broke = The stream broke.
said-cut-here = Cut in the connection panel.
said-refused-here = Refused in the connection panel, as in a network without WebSocket.
said-no-socket = The browser opens no socket here.
said-link-broke = The connection broke.
said-plans-most = {$number} messages and reminders wait already.
said-plan-files = A reminder brings no files.
said-drafts-most = {$number} drafts are kept already.
said-uploads-most = {$number} files are on their way already, and that is the most.
said-requests-most = {$number} requests wait for their answers already.
said-echoes = Too many echoes run; try again.
said-examinations = Too many examinations run.
said-examined-own = The server looks at addresses of its own only. If {$url} is one, start it with --allow-origin {$url}.
said-doctor-certificate-ends = The certificate ends in {$number} days.
said-doctor-certificate-good = The certificate is good for {$number} days.
said-doctor-certificate-expired = The certificate has expired: no browser connects.
said-doctor-certificate-early = The certificate is not valid yet: it begins later, or a clock is wrong.
said-doctor-certificate-chain = No chain leads from the certificate to an authority that browsers know: the certificates between are missing, or it is self-signed.
said-doctor-certificate-name = The certificate is for another name than the one in the address.
said-doctor-no-tls = There is no TLS: {$why}.
said-doctor-not-itself = The server does not reach itself there: {$why}. In some networks nobody inside reaches the public address; then only a look from outside counts.
said-doctor-nobody = Nobody answers there: {$why}.
said-doctor-proxy = The proxy does not reach Confab: it answers with {$number}.
said-doctor-own-name = Confab does not know itself under the host name that reaches it.
said-doctor-other = Something else than Confab answers there, with {$number}.
said-doctor-answers-as = Confab {$version} answers.
said-doctor-answers = Confab answers.
said-doctor-host = The host name comes through.
said-doctor-host-lost = The host name does not come through: the server sees {$seen} instead of {$host}, and takes pages of its own for foreign ones.
said-doctor-upgrade-lost = Upgrades do not come through: the proxy takes the headers Upgrade and Connection away, so no WebSocket opens.
said-doctor-upgrade = A WebSocket opens and carries messages.
said-doctor-page-foreign = The server takes the page at {$url} for another site's and refuses it.
said-doctor-refused = The server refuses the WebSocket: it does not know itself under this host name.
said-doctor-upgrade-status = No WebSocket opens: the answer to the upgrade is {$number} instead of 101.
said-doctor-upgrade-none = No WebSocket opens. A browser does not say why; most often a proxy takes the headers Upgrade and Connection away.
said-doctor-upgrade-empty = A WebSocket opens but carries nothing: {$why}.
said-doctor-large = A message of {$number} bytes comes through.
said-doctor-large-lost = A message of {$number} bytes does not come through a WebSocket.
said-doctor-idle-short = A silent WebSocket lives for {$number} s; whether for the {$needed} s that it needs was not tried.
said-doctor-idle = A silent WebSocket lives for {$number} s.
said-doctor-idle-cut = A silent WebSocket is cut after {$number} s; it has to live for {$needed} s.
said-doctor-slow-cut = A slow answer is cut before its end.
said-doctor-held-back = Answers are held back until they are whole: an event stream brings nothing until it ends.
said-doctor-slow = A slow answer comes piece by piece.
said-doctor-body = A request with a body of {$number} bytes comes through.
said-doctor-body-large = Requests with a body of {$number} bytes are refused as too large.
said-doctor-body-status = A request with a body of {$number} bytes is answered with {$status}.
said-doctor-clocks = The server's clock and this one differ by {$number} s; one of them is wrong.
said-doctor-clock = The server's clock is right.
said-doctor-disk-low = The disk has only {$number} MiB left.
said-doctor-disk = The disk has {$number} MiB left.
said-doctor-files-few = The server may hold {$number} files open, and so fewer connections.
said-doctor-files = The server may hold {$number} files open.
said-doctor-why-late = no answer comes in time
said-doctor-why-none = no answer comes
said-doctor-why-unconnected = no connection comes about in time
said-doctor-why-elsewhere = the name leads to no address of this server
said-doctor-why-echo = no echo comes back
said-fix-machine = the machine
said-fix-renew = renew it, then: {$line}
said-fix-renews = remove the tls line with files, so that Caddy renews by itself
said-fix-certificate = {$line} with the certificate of that name
said-fix-site = {$line} as the site's address
said-fix-keep = remove {$line}; keep mode http
said-fix-headers = remove Upgrade and Connection from customRequestHeaders
said-fix-remove-both = remove {$line} and {$other}
said-fix-buffering = remove the buffering middleware
said-fix-remove = remove {$line}
said-fix-disk = --data FOLDER on a larger disk; stop the server and move the folder first
said-fix-service = {$line} in the service's [Service] section
said-host-unknown = This server is not known under that host name. Start it with --allow-origin and the address of the page, for example --allow-origin https://chat.example.
said-page-foreign = The page that asks is of another site. Start the server with --allow-origin and that page's origin if it may use this server.
said-server-closes = The server is about to close.

## Marked unread
mark-unread = Mark unread from here
unread-marked = Unread from here on
unread-only-own = From here on all is yours, and your own messages are never unread.

## Threads that are followed
thread-followed = Following
thread-follow = Follow
thread-follow-means = New replies are counted under Threads, and you are told of them
thread-list-threads = Threads
thread-list-close = Close threads (Esc)
thread-list-none = No threads yet. The ones you begin, answer in or follow are here.
thread-list-new-in =
    { $count ->
        [one] {$count} thread with new replies
       *[other] {$count} threads with new replies
    }
