# The words of Confab's pages: German. The keys are those of the English file.

## shared

try-now = Jetzt versuchen
close = Schließen
show = Anzeigen
emoji = Emoji
cancel = Abbrechen
save = Speichern
you-can-go-on-writing = Du kannst weiterschreiben.
back-to-the-room = Zurück zum Raum
close-esc = Schließen (Esc)
copied = Kopiert
frames-in = Empfangene Frames
frames-out = Gesendete Frames
bytes-in = Empfangene Bytes
bytes-out = Gesendete Bytes
handshake = Handshake
connecting = Verbindet
round-trip = Umlaufzeit
last-5-min = letzte 5 min
settings = Einstellungen
server = Server
discard = Verwerfen
you = Du
on-this-device = Auf diesem Gerät
retry = Erneut versuchen
react = Reagieren
pinned-messages = Angeheftete Nachrichten
topic = Thema
topic-of-the-room = Thema: {$topic}
topic-set = {$name} hat das Thema gesetzt: {$topic}
topic-removed = {$name} hat das Thema entfernt
log-too-old = Etwas, für das diese Seite zu alt ist. Lade sie neu.
topic-about = Worum es in diesem Raum geht
topic-help = Eine Zeile. Alle hier sehen sie über den Nachrichten.
topic-remove = Entfernen
topic-save = Thema setzen
unpin = Loslösen
text-copied = Text kopiert
message-actions = Aktionen zur Nachricht
reply = Antworten
new-room = Neuer Raum
rooms = Räume
people-here = Leute hier
add-a-reaction = Reaktion hinzufügen
nothing-yet = Noch nichts.
writing = Schreiben
attach-files = Dateien anhängen
code = Code
connection-panel = Verbindungsbereich
keyboard-shortcuts = Tastenkürzel
for-an-hour = Für eine Stunde
show-more = Mehr anzeigen

## acts

acts-link-copied = Link kopiert
acts-room-link-copied = Link zum Raum kopiert
acts-this-browser-did-not-let = Dieser Browser lässt die Seite nicht kopieren

## banner

banner-sign-in = Anmelden
banner-the-server-has-a-newer = Der Server hat eine neuere Version. Lade neu, um weiterzumachen; nichts von dem, was du geschrieben hast, geht verloren.
banner-reload = Neu laden
banner-this-browser-keeps-nothing-unsent = Dieser Browser bewahrt nichts auf: Nicht gesendete Nachrichten gehen beim Neuladen verloren.
banner-too-many-messages-wait-on = Auf diesem Gerät warten zu viele Nachrichten. Die letzte steht wieder im Nachrichtenfeld.
banner-no-link-to-the-server = Keine Verbindung zum Server.
banner-trying-now = Versuch läuft

## blank

blank-nothing-here-yet = Noch nichts hier
blank-loading-the-newest-messages = Die neuesten Nachrichten werden geladen
blank-this-room-did-not-load = Dieser Raum wurde nicht geladen
blank-nothing-you-wrote-is-lost = Nichts, was du geschrieben hast, ist verloren.

## chat

chat-skip-to-the-message-box = Zum Nachrichtenfeld springen

## composer

composer-send-message = Nachricht senden
composer-write-a-message = Eine Nachricht schreiben
composer-do-not-reply = Nicht antworten
composer-insert-emoji = Emoji einfügen

## edit-box

edit-box-edit-your-message = Deine Nachricht bearbeiten
edit-box-edit-message = Nachricht bearbeiten
edit-box-message-is-gone = Die Nachricht wurde inzwischen gelöscht. Was du geschrieben hast, steht im Nachrichtenfeld.

## emoji-picker

emoji-picker-search-emoji = Emoji suchen
emoji-picker-skin-tone = Hautton
emoji-picker-fetching-the-emoji = Die Emojis werden geholt …
emoji-picker-no-emoji-has-this-name = Kein Emoji heißt so.
emoji-picker-found = Gefunden
emoji-picker-last-used = Zuletzt benutzt
emoji-smileys = Smileys
emoji-people = Menschen
emoji-nature = Natur
emoji-food = Essen
emoji-travel = Reisen
emoji-activities = Aktivitäten
emoji-objects = Gegenstände
emoji-symbols = Symbole
emoji-flags = Flaggen
emoji-flag-of = Flagge: {$country}

## fold

fold-show-less = Weniger anzeigen
fold-show-all = Alles anzeigen

## wire

wire-connection = Verbindung
wire-connection-details = Details zur Verbindung
wire-copy-as-text = Als Text kopieren
wire-not-copied-this-browser-does = Nicht kopiert: Dieser Browser erlaubt es nicht
wire-a-report-for-a-bug = Ein Bericht für einen Bugtracker; was Leute geschrieben haben, ist nicht dabei

## wire-break-it

wire-break-it-break-it = Zum Kaputtmachen
wire-break-it-try-to-lose-a-message = Versuch, eine Nachricht zu verlieren. Nur dieser Tab ist betroffen.
wire-break-it-drop-the-link = Verbindung kappen
wire-break-it-go-silent = Verstummen
wire-break-it-add-2-s-delay = 2 s verzögern
wire-break-it-lose-10 = 10 % verlieren
wire-break-it-refuse-websocket = WebSocket ablehnen

## wire-compare

wire-compare-compare-the-transports = Die Transporte vergleichen
wire-compare-stop = Anhalten
wire-compare-some-hundred-small-messages-by = Einige hundert kleine Nachrichten auf jedem Weg, über eigene Verbindungen neben dieser. Das dauert ein paar Sekunden.
wire-compare-a-requests-headers-are-counted = Die Kopfzeilen einer Anfrage zählen so, wie der Server sie sah, bevor HTTP/2 sie packt; die Frames eines WebSockets auf das Byte genau.
wire-compare-compare = Vergleich

## wire-facts

wire-facts-outbox = Ausgang
wire-facts-clock-offset = Uhrenabweichung
wire-facts-this-page = Diese Seite

## wire-frames

wire-frames-last-frames = Letzte Frames
wire-frames-blank-text = Text ausblenden
wire-frames-pause = Anhalten
wire-frames-filter-by-kind-post-entries = Nach Art filtern: post, entries, ping
wire-frames-filter-frames-by-kind = Frames nach Art filtern
wire-frames-no-such-frame-yet = Noch kein solches Frame.
wire-frames-it-is-not-kept-any = Es ist nicht mehr da.
wire-frames-what-the-frame-carries = Inhalt des Frames

## wire-handshake

wire-handshake-not-tried-yet = noch nicht versucht
wire-handshake-address = Adresse
wire-handshake-welcome = Willkommen
wire-handshake-heartbeat = Herzschlag
wire-handshake-versions = Versionen
wire-handshake-asked-no-answer-yet = gefragt, noch keine Antwort
wire-handshake-did-not-open = nicht geöffnet
wire-handshake-not-yet = noch nicht
wire-handshake-did-not-come = nicht gekommen
wire-handshake-no-link-to-listen-to = keine Verbindung, der man zuhören könnte
wire-handshake-not-known-yet = noch nicht bekannt

## wire-history

wire-history-server-has = Server hat
wire-history-you-have = Du hast
wire-history-missing = Es fehlen
wire-history-history = Verlauf

## wire-lives

wire-lives-how-this-connection-lives = Wie diese Verbindung lebt
wire-lives-nothing-was-tried-yet = Noch nichts versucht.
wire-lives-no-ping-was-answered-yet = Noch kein Ping beantwortet.
wire-lives-no-connection-of-this-page = Noch keine Verbindung dieser Seite ist beendet.
wire-lives-no-try-of-this-page = Kein Versuch dieser Seite ist gescheitert.
wire-lives-no-room-is-here-yet = Noch kein Raum ist hier.

## wire-now

wire-now-state = Zustand

## wire-recording

wire-recording-flight-recorder = Flugschreiber
wire-recording-all-that-this-page-was = Alles, was dieser Seite gesagt wurde und was sie tat, ohne das, was Leute schrieben. Es lässt sich mit demselben Client abspielen.
wire-recording-save-recording = Aufzeichnung speichern

## wire-tries

wire-tries-connections = Verbindungen
wire-tries-the-next-at-once = Der nächste sofort

## wire-trips

wire-trips-now = jetzt
wire-trips-not-measured = nicht gemessen

## wire-way

wire-way-transport = Transport
wire-way-the-best-that-there-is = Der beste, den es gibt. Wo ein Netz ihn blockiert, wird ein anderer Weg genommen.
wire-way-websocket-does-not-get-through = Hier kommt kein WebSocket durch. Nachrichten kommen als Stream von Ereignissen und gehen als Anfragen. WebSocket wird von selbst wieder versucht.
wire-way-neither-websocket-nor-a-stream = Hier kommt weder ein WebSocket noch ein Stream durch. Jede Antwort wird erfragt, darum kostet alles etwas mehr. WebSocket wird von selbst wieder versucht.
wire-way-chosen-on-this-device-no = Auf diesem Gerät gewählt. Kein anderer Weg wird versucht.

## jump-pill

jump-pill-jump-to-newest = Zum Neuesten springen
jump-pill-newest = Neuestes
jump-pill-mark-read = Als gelesen markieren

## log

log-fetching-older-messages = Ältere Nachrichten werden geholt …
log-the-beginning-of-this-room = Der Anfang dieses Raums

## message

message-edited = bearbeitet
message-edit-again = Noch einmal bearbeiten
message-pinned = Angeheftet
message-only-in-this-page = Nur auf dieser Seite

## message-dialogs

message-dialogs-delete-this-message-for-everyone = Diese Nachricht für alle löschen?
message-dialogs-it-is-gone-already = Sie ist schon weg.
message-dialogs-message-deleted = Nachricht gelöscht
message-dialogs-keep = Behalten
message-dialogs-delete-message = Nachricht löschen
message-dialogs-its-text-also-what-it = Ihr Text, auch frühere Fassungen, wird für alle gelöscht. Das lässt sich nicht rückgängig machen.
message-dialogs-what-it-said-before = Frühere Fassungen
message-dialogs-the-message-was-deleted = Die Nachricht wurde gelöscht.
message-dialogs-fetching-what-it-said-before = Frühere Fassungen werden geholt …
message-dialogs-fetching-what-is-pinned = Das Angeheftete wird geholt …
message-dialogs-nothing-is-pinned-to-this = In diesem Raum ist nichts angeheftet. Hefte an, was andere wiederfinden sollen: Öffne das Menü einer Nachricht und wähle „An den Raum heften“.
message-dialogs-go-to-it = Dorthin

## message-menu

message-menu-more-reactions = Weitere Reaktionen
message-menu-edit = Bearbeiten
message-menu-pin-to-room = An den Raum heften
message-menu-copy-text = Text kopieren
message-menu-delete-for-everyone = Für alle löschen …

## never-confirmed

never-confirmed-never-confirmed = Nie bestätigt
never-confirmed-discard-all = Alle verwerfen
never-confirmed-later = Später
never-confirmed-these-were-written-under-a = Das wurde unter einer Anmeldung geschrieben, die zu Ende ist, darum sendet es niemand. Was unterwegs war, ist vielleicht schon gespeichert: Sieh nach, bevor du es noch einmal sendest.
never-confirmed-put-into-the-message-box = Ins Nachrichtenfeld übernehmen
never-confirmed-somebody = Jemand
never-confirmed-a-room-that-is-not = ein Raum, der nicht hier ist

## new-room

new-room-name = Name
new-room-letters-digits-and-everybody-here = Buchstaben, Ziffern, - und _. Alle hier können beitreten.
new-room-make-room = Raum anlegen
new-room-making-the-room = Der Raum wird angelegt

## offers

offers-commands = Befehle
offers-people = Leute

## people-list

people-list-not-known-while-the-link = nicht bekannt, solange die Verbindung fehlt
people-list-you = du

## plans

plans-in-20-minutes = In 20 Minuten
plans-in-3-hours = In 3 Stunden

## quote

quote-jump-to-the-original = Zum Original springen
quote-in-reply-to = Als Antwort auf
quote-a-message-that-was-deleted = Eine gelöschte Nachricht

## room-head

room-head-rooms-and-people = Räume und Leute

## room-list

room-list-draft = Entwurf
room-list-has-a-draft = hat einen Entwurf
room-list-muted = Stumm
room-list-muted-2 = stumm

## server

server-server-details = Details zum Server

## server-counted

server-counted-ended = Beendet
server-counted-not-opened = Nicht geöffnet
server-counted-not-delivered = Nicht zugestellt
server-counted-came-back = Zurückgekommen
server-counted-since-the-start = seit dem Start
server-counted-by-the-server = vom Server
server-counted-by-the-client = vom Client
server-counted-by-the-network = vom Netz
server-counted-asked-for-under-another-host = unter einem anderen Hostnamen angefragt
server-counted-from-a-page-of-another = von der Seite einer anderen Website
server-counted-without-a-request-for-an = ohne Bitte um ein Upgrade
server-counted-in-another-version-of-websocket = in einer anderen Version von WebSocket
server-counted-without-a-good-key = ohne gültigen Schlüssel
server-counted-in-another-subprotocol = in einem anderen Unterprotokoll
server-counted-with-a-name-or-room = mit einem Namen oder Raum, den es nicht gibt
server-counted-beyond-the-number-of-connections = über der Zahl der Verbindungen
server-counted-beyond-the-number-of-one = über der Zahl für eine Adresse
server-counted-too-many-at-once = zu viele auf einmal
server-counted-too-many-at-once-from = zu viele auf einmal von einer Adresse
server-counted-signals-typing-presence-to-readers = Signale (Tippen, Anwesenheit) an Leser, die zurücklagen
server-counted-readers-closed-as-too-slow = Leser, die als zu langsam getrennt wurden; sie kommen wieder und holen auf
server-counted-rooms-went-on-where-the = Räume gingen weiter, wo der Leser war
server-counted-rooms-began-with-the-newest = Räume begannen mit der neuesten Seite
server-counted-rooms-began-anew-another-log = Räume begannen neu: anderer Verlauf oder zu weit zurück

## server-doctor

server-doctor-doctor = Diagnose
server-doctor-public-address = Öffentliche Adresse
server-doctor-examining = Untersuchung läuft
server-doctor-examine = Untersuchen
server-doctor-lines-for = Zeilen für

## server-doctor-finding

server-doctor-finding-copy = Kopieren
server-doctor-finding-not-copied = Nicht kopiert

## server-times

server-times-from-a-ping-to-its = von einem Ping bis zur Antwort
server-times-storing = Speichern
server-times-until-a-message-is-on = bis eine Nachricht auf der Festplatte ist
server-times-fan-out = Verteilen
server-times-until-it-is-on-its = bis sie zu allen Lesern unterwegs ist

## server-traffic

server-traffic-by-websocket = über WebSocket
server-traffic-by-lines = über Zeilen
server-traffic-by-event-stream = über Ereignis-Stream
server-traffic-by-polling = über Abfragen
server-traffic-messages-stored = Gespeicherte Nachrichten
server-traffic-most-waiting-for-one = Längste Warteschlange
server-traffic-memory = Arbeitsspeicher
server-traffic-processor = Prozessor
server-traffic-right-now = Im Moment

## settings

settings-system = System
settings-light = Hell
settings-dark = Dunkel
settings-theme = Design
settings-sign-out-here = Hier abmelden
settings-ends-the-login-of-this = Beendet die Anmeldung dieses Browsers.
settings-this-browser = Dieser Browser

## shortcuts

shortcuts-getting-about = Navigation
shortcuts-to-a-room-person-or = Zu Raum, Person oder Bereich
shortcuts-next-or-previous-room = Nächster oder voriger Raum
shortcuts-next-or-previous-unread = Nächster oder voriger ungelesener Raum
shortcuts-next-or-previous-region = Nächster oder voriger Bereich
shortcuts-send = Senden
shortcuts-new-line-2 = Neue Zeile
shortcuts-edit-my-last-in-an = Meine letzte Nachricht bearbeiten, im leeren Feld
shortcuts-to-the-message-box = Ins Nachrichtenfeld
shortcuts-any-letter = beliebiger Buchstabe
shortcuts-people-rooms-emoji-commands = Leute, Räume, Emojis, Befehle
shortcuts-bold-italic = Fett, kursiv
shortcuts-struck-out = Durchgestrichen
shortcuts-the-rest = Sonstiges
shortcuts-close-what-is-open-then = Offenes schließen, dann Raum als gelesen markieren
shortcuts-search-this-room-everywhere = Suchen: in diesem Raum, überall
shortcuts-this-list = Diese Liste
shortcuts-among-messages = Zwischen Nachrichten
shortcuts-older-or-newer-message = Ältere oder neuere Nachricht
shortcuts-oldest-or-newest-message = Älteste oder neueste Nachricht
shortcuts-what-can-be-done-with = Aktionen zur Nachricht
shortcuts-reply-react = Antworten, reagieren
shortcuts-reply-in-thread-forward = Im Thread antworten, weiterleiten
shortcuts-edit-delete = Bearbeiten, löschen
shortcuts-pin-or-unpin = Anheften oder loslösen
shortcuts-copy-its-link-its-text = Link oder Text kopieren

## sidebar

sidebar-close-menu = Menü schließen
sidebar-workspace = Arbeitsbereich

## sign-out

sign-out-sign-out = Abmelden?
sign-out-stay = Bleiben
sign-out-sign-out-2 = Abmelden
sign-out-signing-out = Abmeldung läuft
sign-out-discard-and-sign-out = Verwerfen und abmelden
sign-out-keep-and-sign-out = Behalten und abmelden

## start-failed

start-failed-confab-did-not-start = Confab ist nicht gestartet

## status

status-your-status = Dein Status
status-in-words = In Worten
status-clear = Entfernen
status-do-not-disturb = Nicht stören
status-nothing-is-told-to-you = Du bekommst keine Mitteilungen, und andere sehen das
status-saving = Wird gespeichert
status-until-i-change-it = Bis ich ihn ändere
status-for-30-minutes = Für 30 Minuten
status-for-4-hours = Für 4 Stunden
status-for-how-long = Für wie lange
status-does-not-want-to-be = Möchte nicht gestört werden

## text

text-show-or-hide = Anzeigen oder verbergen
text-spoiler = Spoiler
text-copy-code = Code kopieren

## told

told-show-notifications-on-this-device = Mitteilungen auf diesem Gerät anzeigen
told-tell-me-about = Melde mir
told-notifications = Mitteilungen
told-words-that-count-as-a = Wörter, die als Erwähnung zählen
told-with-commas-between-them = Durch Kommas getrennt.
told-quiet-from = Ruhe von
told-quiet-to = Ruhe bis
told-quiet-hours = Ruhezeiten
told-nothing-is-told-in-them = Dann kommen keine Mitteilungen
told-sound = Ton
told-notifications-of-this-room = Mitteilungen dieses Raums
told-or-nothing-at-all-for = Oder eine Weile gar nichts:
told-unmute = Stummschaltung aufheben
told-for-8-hours = Für 8 Stunden
told-notifications-of-this-room-none = Mitteilungen dieses Raums: keine
told-this-browser-blocks-notifications-from = Dieser Browser blockiert Mitteilungen von hier. Erlaube sie in den Einstellungen der Website, links von der Adresse.
told-this-browser-shows-notifications-only = Dieser Browser zeigt Mitteilungen nur von Seiten, die über https kommen.
told-mentions = Erwähnungen
told-everything = Alles
told-nothing = Nichts
told-do-not-disturb = nicht stören
told-none = Keiner
told-drop = Tropfen
told-chime = Glocke
told-knock = Klopfen

## tools

tools-copy-link = Link kopieren
tools-react = Reagieren (+)
tools-reply-r = Antworten (R)
tools-more-actions = Weitere Aktionen
tools-more = Mehr

## welcome

welcome-kept-from-the-moment-you = Aufbewahrt, sobald du Enter drückst, auch ohne Netz.
welcome-stored-as-1 = Gespeichert als #1
welcome-shown-only-once-it-is = Erst zu sehen, wenn die Nachricht auf der Festplatte des Servers ist.
welcome-not-stored = Nicht gespeichert
welcome-you-keep-the-text-retry = Du behältst den Text. „Erneut versuchen“ kann sie nie doppelt senden.
welcome-as-the-others-will-see = So, wie ihn die anderen sehen.
welcome-set-up-your-server = Richte deinen Server ein
welcome-nobody-has-been-here-before = Vor dir war noch niemand hier, also wird dieser Server deiner.
welcome-your-name = Dein Name
welcome-open-confab = Confab öffnen
welcome-opening = Wird geöffnet
welcome-no-e-mail-address-no = Keine E-Mail-Adresse, kein Passwort, keine Registrierung irgendwo. Alles bleibt auf diesem Server.
welcome-join-confab = Bei Confab mitmachen
welcome-what-should-we-call-you = Wie sollen wir dich nennen?
welcome-join = Mitmachen
welcome-joining = Einen Moment
welcome-no-account-needed-this-browser = Kein Konto nötig: Dieser Browser merkt sich dich.
devices = Deine Geräte
devices-why = Sei auch auf einem anderen Gerät dieselbe Person: Räume, Entwürfe und was du gelesen hast, kommen mit.
devices-get = Code holen
devices-getting = Code wird geholt …
devices-get-another = Anderen Code holen
devices-over = Der Code ist jetzt zu alt.
devices-how = Wähle auf dem anderen Gerät „{$choice}“ und gib ihn dort ein, oder öffne dort den Link. Er gilt einmal, {$minutes ->
    [one] {$minutes} Minute
   *[other] {$minutes} Minuten
} lang.
devices-already-here = Ich bin hier schon auf einem anderen Gerät
devices-title = Auf diesem Gerät anmelden
devices-lead = Öffne dort, wo du schon angemeldet bist, die Einstellungen und hole unter „Deine Geräte“ einen Code.
devices-code = Dein Code
devices-code-help = Zehn Buchstaben und Ziffern, wie dein anderes Gerät sie zeigt.
devices-sign-in = Anmelden
devices-signing-in = Anmeldung läuft …
devices-new-here = Ich bin neu hier

## words

words-catching-up = Holt auf
words-offline-trying-again = Offline · neuer Versuch läuft
words-offline-no-network = Offline · kein Netz
words-signed-out = Abgemeldet
words-this-page-is-out-of = Diese Seite ist veraltet
words-stopped = Angehalten
words-link-cut = Verbindung gekappt
words-2-s-delay = 2 s Verzögerung
words-10-lost = 10 % verloren
words-no-websocket = kein WebSocket
words-no-network-on-this-device = Kein Netz auf diesem Gerät. Sobald es wieder da ist, folgt ein neuer Versuch.
words-what-you-write-waits-on = Was du schreibst, wartet auf diesem Gerät.
words-it-goes-out-when-the = Sie wird gesendet, sobald die Verbindung wieder da ist, genau einmal.
words-both-go-out-when-the = Beide werden gesendet, sobald die Verbindung wieder da ist, in dieser Reihenfolge, genau einmal.
words-you-were-signed-out = Du wurdest abgemeldet.
words-back-online = Wieder online.
words-several-people-are-typing = Mehrere Leute tippen
words-attach-files-or-drop-them = Dateien anhängen oder irgendwo ablegen
words-drop-to-attach = Zum Anhängen loslassen
words-files-for-this-message = Dateien für diese Nachricht
words-waiting-for-its-turn = Wartet, bis sie dran ist
words-interrupted-it-goes-on-by = Unterbrochen. Es geht von selbst weiter.
words-file-goes-with-the-page = Dieser Browser behält sie nicht: Lädst du neu, bevor sie hochgeladen ist, geht sie verloren.
words-remove = Entfernen
words-a-file-was-refused-retry = Eine Datei wurde abgelehnt. Versuch sie zuerst noch einmal oder entferne sie.
words-a-file-was-refused = Eine Datei wurde abgelehnt. Entferne sie zuerst.
words-goes-out-when-its-files = Wird gesendet, sobald ihre Dateien da sind.
words-files-in-this-room = Dateien in diesem Raum
words-nobody-has-sent-a-file = Hier hat noch niemand eine Datei gesendet. Lege irgendwo eine ab oder drücke auf die Büroklammer.
words-attach-it-as-a-file = Als Datei anhängen
words-picture = Bild
words-fetching-what-was-sent-here = Was hier gesendet wurde, wird geholt …
words-jump-to-a-date = Zu einem Datum springen
words-day = Tag
words-go-there = Dorthin
words-nothing-was-written-since-that = Seit diesem Tag wurde nichts geschrieben.
words-choose-a-day-first = Wähle zuerst einen Tag.

## compare

compare-round-trip-median-and-p99 = Umlaufzeit, Median und p99
compare-messages-per-second = Nachrichten pro Sekunde
compare-bytes-per-message-there-and = Bytes pro Nachricht, hin und zurück
compare-no-websocket-gets-through-here = Hier kommt kein WebSocket durch, also gibt es nichts zu vergleichen.
compare-nothing-but-the-websocket-answered = Nichts außer dem WebSocket hat geantwortet.

## doctor

doctor-looks-at-this-server-as = Sieht sich diesen Server so an, wie Besucher ihn erreichen, von diesem Browser und vom Server selbst aus, und sagt, was zu ändern ist.
doctor-as-visitors-type-it = Wie Besucher sie eingeben.
doctor-this-page-came-from-another = Diese Seite kam von einer anderen Adresse, darum sieht nur der Server nach. Öffne jene Adresse, um auch von einem Browser aus nachzusehen.
doctor-the-examination-took-too-long = Die Untersuchung dauerte zu lange und wurde beendet.
doctor-from-this-browser = Von diesem Browser
doctor-from-the-server-itself = Vom Server selbst
doctor-nothing-to-change = Nichts zu ändern.

## kept

kept-also-written-on-another-device = Auch auf einem anderen Gerät geschrieben:
kept-put-into-the-box = Ins Feld übernehmen
kept-discard-what-the-other-device = Text vom anderen Gerät verwerfen
kept-send-later = Später senden
kept-files-first = Warte, bis die Dateien da sind, und plane sie dann.
kept-remind-me = Mich erinnern
kept-message = Nachricht
kept-of-what = Woran
kept-when = Wann
kept-choose-a-day-and-a = Wähle Tag und Uhrzeit.
kept-that-time-has-passed = Diese Zeit ist vorbei.
kept-schedule = Einplanen
kept-scheduling = Wird eingeplant
kept-keeping-it = Wird gespeichert
kept-scheduled-messages-and-reminders = Geplante Nachrichten und Erinnerungen
kept-nothing-is-scheduled-choose-the = Nichts ist geplant. Wähle die Uhr neben „Senden“ oder schreibe /later oder /remind.
kept-being-sent = Wird gesendet
kept-reminder = Erinnerung:
kept-a-scheduled-message-was-not = Eine geplante Nachricht wurde nicht gesendet:
kept-change = Ändern
kept-send-now = Jetzt senden
kept-show-message = Nachricht anzeigen
kept-done = Erledigt
kept-remind-me-2 = Mich erinnern …
kept-reminder-2 = Erinnerung
kept-read-by = Gelesen von …
kept-read-by-2 = Gelesen von
kept-asking-who-has-read-it = Wird ermittelt, wer sie gelesen hat …
kept-nobody-else-has-read-this = Sonst hat sie noch niemand gelesen, oder niemand zeigt es.
kept-reading = Lesen
kept-show-others-how-far-i = Anderen zeigen, wie weit ich gelesen habe
kept-without-it-you-do-not = Sonst siehst du es von anderen auch nicht

## lives

lives-a-websocket-begins-as-an = Ein WebSocket beginnt als gewöhnliche HTTP-Anfrage, die um ein Upgrade bittet und die Sprachen anbietet, die sie spricht.
lives-the-server-answers-101-names = Der Server antwortet mit 101, nennt die gewählte Sprache, und von diesem Byte an dürfen beide Seiten senden, wann sie wollen.
lives-then-the-client-says-hello = Dann sagt der Client mit seinem Cookie Hallo, und das Willkommen des Servers sagt, wer er ist und welche Räume es gibt.
lives-frames = Frames
lives-everything-after-the-handshake-is = Nach dem Handshake kommen nur noch Frames: zwei bis vierzehn Byte Kopf, dann der Text.
lives-a-browser-masks-what-it = Ein Browser maskiert, was er sendet, damit kein Proxy unterwegs es für etwas anderes hält; der Server sendet unverhüllt.
lives-here-each-frame-is-one = Hier ist jedes Frame ein JSON-Objekt, das jeder lesen kann.
lives-ping-and-pong = Ping und Pong
lives-a-cable-that-is-pulled = Ein gezogenes Kabel sagt nichts, also beweist Stille nichts.
lives-the-server-pings-the-client = Der Server pingt, der Client pongt, und die Zeit dazwischen ist die Umlaufzeit.
lives-who-hears-nothing-for-longer = Wer länger nichts hört, als im Willkommen vereinbart, hält die Verbindung für tot und öffnet eine neue.
lives-close-codes = Schließcodes
lives-a-connection-that-ends-in = Eine Verbindung, die ordentlich endet, sagt mit einer Zahl, warum.
lives-1000-is-done-1001-is = 1000 ist fertig, 1001 ist eine Seite oder ein Server, die weggehen, 1012 ist ein Neustart; 4000 bis 4499 bitten diesen Client wiederzukommen, 4500 bis 4999, es nicht zu tun.
lives-1006-is-no-number-that = 1006 hat niemand gesendet: Die Verbindung endete ohne ein Wort.
lives-errors = Fehler
lives-a-browser-tells-a-page = Ein Browser sagt einer Seite nur, dass ein WebSocket scheiterte, nie warum, damit Seiten kein Netz erkunden können.
lives-what-can-be-told-is = Sagen lässt sich, wie weit er kam: keine Antwort, eine Antwort ohne Upgrade oder eine Verbindung, die später abbrach.
lives-after-two-upgrades-that-were = Nach zwei abgelehnten Upgrades geht dieser Client über einfache Anfragen und sieht ab und zu nach, ob ein WebSocket aufginge.
lives-coming-back = Wiederkommen
lives-every-line-of-a-room = Jede Zeile eines Raums hat eine Nummer, und der Client kennt die letzte, die er hat.
lives-a-new-connection-asks-for = Eine neue Verbindung fragt nach allem danach und sendet noch einmal, was nicht bestätigt wurde, unter derselben Kennung.
lives-so-a-cut-costs-time = So kostet ein Abbruch Zeit und nie eine Nachricht.

## search

search-search = Suche
search-close-search-esc = Suche schließen (Esc)
search-search-messages = Nachrichten suchen
search-search-and-results = Suche und Treffer
search-newest-first = Neueste zuerst
search-best-first = Beste zuerst
search-searching = Sucht …
search-also = Auch:
search-no-message-has-this = Keine Nachricht enthält das.

## switcher

switcher-go-to = Gehe zu
switcher-a-room-a-person-a = Ein Raum, eine Person, ein Bereich
switcher-messages-of = Nachrichten von

## thread

thread-thread = Thread
thread-close-thread-esc = Thread schließen (Esc)
thread-thread-messages = Nachrichten im Thread
thread-reply-in-thread = Im Thread antworten
thread-send-reply = Antwort senden
thread-write-a-reply = Eine Antwort schreiben
thread-fetching-the-thread = Der Thread wird geholt …
thread-the-first-message-of-this = Die erste Nachricht dieses Threads wurde gelöscht.
thread-nobody-can-reply = Hier kann niemand mehr antworten.
thread-only-the-first-4-000 = Hier werden nur die ersten 4.000 Antworten gelesen.
thread-this-works-in-the-rooms = Das geht im Nachrichtenfeld des Raums.
thread-forward = Weiterleiten
thread-forward-to-a-room = In einen Raum weiterleiten
thread-find-a-room = Einen Raum finden
thread-no-room-of-yours-is = Keiner deiner Räume heißt so.
thread-no-replies-yet = Noch keine Antworten

## Everywhere

list-comma = {", "}
list-and = {$before} und {$last}
milliseconds = {$number} ms

## The strip above the room

banner-offline-since = Offline seit {$time}.
banner-next-try = Nächster Versuch in {$left}

## A room without messages

blank-new = #{$room} ist neu. Die erste Nachricht wird {$number}.
blank-trying-again = Neuer Versuch in {$left}.
blank-no-answer = Der Server hat nicht geantwortet.

## The message box

composer-name = Nachricht an #{$room}
composer-replying = Antwort an {$name}
not-stored-because = Nicht gespeichert. {$why}
edit-box-keys = {$enter} speichert {$escape} bricht ab
foot-keys = {$sends} sendet {$breaks} neue Zeile
foot-fetching = Holt {$numbers} …
history-here = Hier: {$numbers}
history-complete = Vollständig bis {$number}
history-fetching = Holt {$numbers}
foot-as-of = Stand {$time}
dot-connection = Verbindung: {$state}

## The connection panel

wire-compare-measuring = Messung läuft: {$way}
wire-compare-blocked = Blockiert. {$why}
wire-facts-oldest = älteste {$age}
wire-facts-messages = Nachrichten
wire-facts-failed = warten, {$count} gescheitert
wire-handshake-answer = {$answer}, {$protocol}, offen nach {$time}
wire-handshake-after = nach {$time}
wire-handshake-heard = zuletzt gehört vor {$ago}, verloren nach {$silence} Stille
wire-handshake-server = Server {$version}, {$protocol}
wire-history-rooms = {$complete} von {$all} offenen Räumen vollständig
wire-history-only-here = {$count} nur auf diesem Gerät
wire-history-other = Server {$head}, {$state}
wire-lives-yours = Deine: {$address}
wire-lives-answer = Antwort: {$answer}
wire-lives-welcome = Willkommen: {$when}
wire-lives-over-http = Hier kommt kein WebSocket durch, also ist deine eine Verbindung über {$transport}, und ihre Antwort ist 201: dieselben Frames in gewöhnlichen Anfragen.
wire-lives-last-in = Das letzte empfangene: {$kind}, {$size}, {$time}
wire-lives-last-out = Das letzte gesendete: {$kind}, {$size}, {$time}
wire-lives-count = Seit diese Seite offen ist: {$here} empfangen, {$there} gesendet.
wire-lives-round-trip = Die letzte Umlaufzeit war {$time}.
wire-lives-server = Der Server: {$heartbeat}
wire-lives-cursor = Deine: #{$room} ist vollständig bis {$number}; eine neue Verbindung fragt nach allem danach.
wire-now-since = seit {$time} (ab {$at})
wire-recording-last = letzte {$time}, {$size}
wire-tries-since = {$count}, seit diese Seite offen ist
wire-tries-next = Nächster Versuch nach {$time}
wire-tries-closed = Geschlossen mit {$code}, {$why}
wire-tries-failed = Gescheitert mit {$code}, {$why}
wire-tries-given-up = Hier aufgegeben, {$why}
wire-tries-lasted = Sie hielt {$time}.
wire-tries-because = „{$why}“.
wire-tries-online = Online, WebSocket offen nach {$time}
wire-tries-welcome = Willkommen nach {$time}
unit-ms = ms
wire-trips-median = Median {$time}
wire-trips-worst = höchste {$time}
wire-trips-said = Umlaufzeit über fünf Minuten: Median {$median}, höchste {$worst}
wire-trips-down = keine Verbindung: {$time}
wire-frames-in = empfangen
wire-frames-out = gesendet
transport-websocket = WebSocket
transport-events = Server-Sent Events
transport-poll = Long Polling
transport-events-title = Server-Sent Events
transport-poll-title = Long Polling
transport-automatic = Automatisch
transport-requests = Einfache Anfragen
transport-events-and-post = Events + POST

## Jumping to the newest

jump-pill-count =
    { $count ->
        [one] Zum Neuesten springen, {$count} neue Nachricht
       *[other] Zum Neuesten springen, {$count} neue Nachrichten
    }
jump-pill-new = {$count} neu

## The room’s messages

log-name = Nachrichten in #{$room}
log-new-aloud = Neue Nachrichten seit {$time}
log-new = Neu seit {$time}
me-settings = Einstellungen ({$keys})

## A message

message-pinned-aloud = angeheftet
message-edit-waits = Änderung noch nicht gespeichert
message-edited-at = Bearbeitet um {$time}
message-edited-show = Bearbeitet um {$time}, frühere Fassungen anzeigen
message-edit-failed = Änderung: {$why}
message-number = Nummer {$number}
message-mentions-you = erwähnt dich
message-stored = gespeichert
message-kept-sending = auf diesem Gerät, wird gesendet
message-unkept-sending = nur auf dieser Seite, wird gesendet
message-kept-waiting = auf diesem Gerät, wartet auf die Verbindung
message-unkept-waiting = nur auf dieser Seite, wartet auf die Verbindung
message-not-stored = nicht gespeichert
message-sending = wird gesendet …
message-stored-as = Vom Server gespeichert als {$number}
message-stored-as-number = Vom Server gespeichert als Nummer {$number}
message-menu-name = Nachricht von {$name}, {$time}
react-with = Mit {$emoji} reagieren
copy-link-to = Link zu {$number} kopieren
never-confirmed-draft = Entwurf
new-room-becomes = Er wird #{$room} heißen.
people-list-too-many =
    { $count ->
        [one] {$count} Person, zu viele für eine Liste.
       *[other] {$count} Leute, zu viele für eine Liste.
    }
presence-online = online
presence-away = abwesend
presence-offline = offline

## The room’s head

room-head-menu = Räume und Leute, {$count} ungelesen
room-head-room = Raum
room-head-people =
    { $count ->
        [one] {$count} Person hier
       *[other] {$count} Leute hier
    }

## The owner’s page

server-counted-another-code = Ein anderer Code
server-doctor-finding-line = die Zeile für {$place}
server-times-said = {$title}: {$count} gemessen, die Hälfte davon {$half}
server-times-half = Hälfte {$time}
server-times-most = 99 von 100 {$time}
server-times-longer = länger
unit-us = µs
unit-s = s
server-traffic-connections =
    { $count ->
        [one] {$count} Verbindung
       *[other] {$count} Verbindungen
    }
server-traffic-said = Gespeicherte Nachrichten je Sekunde: höchstens {$number}
server-traffic-each-second = je Sekunde
server-traffic-of-a-core = % eines Kerns
per-second = {$unit}/s

## Settings

settings-language = Sprache
settings-language-of-browser = Wie im Browser
settings-enter-sends = {$enter} sendet, {$other} macht eine neue Zeile
settings-enter-breaks = {$enter} macht eine neue Zeile, {$other} sendet
shortcuts-or = oder
sign-out-failed = Du bist noch angemeldet. {$why}
sign-out-means = Dieser Browser vergisst, wer du bist. Deine Nachrichten und dein Name bleiben, aber niemand kann sich wieder als du anmelden.
sign-out-files-go =
    { $count ->
        [one] {$count} Datei, die du nicht gesendet hast, wird aus diesem Browser entfernt.
       *[other] {$count} Dateien, die du nicht gesendet hast, werden aus diesem Browser entfernt.
    }
status-help = Höchstens {$count} Zeichen. Alle sehen sie.
until = Bis {$time}
status-not-disturbed-aloud = möchte nicht gestört werden
status-name = Dein Status: {$status}
text-code-in = Code, {$language}
told-quiet = Von {$from} bis {$to}
told-as-in-settings = Wie in den Einstellungen: {$tell}
told-about-room = Melde mir aus #{$room}
told-muted-until = Stumm bis {$time}.

## The first page

welcome-say = Du weißt immer, {$break}wo deine Worte sind.
welcome-lead = Alle auf {$host} sehen die offenen Räume.
kept-delete = Löschen

## Numbers and people

words-unread-above =
    { $count ->
        [one] {$count} ungelesene Nachricht darüber
       *[other] {$count} ungelesene Nachrichten darüber
    }
words-others =
    { $count ->
        [one] {$count} weitere Person
       *[other] {$count} weitere
    }
words-not-there = Nachricht {$number} ist nicht in diesem Raum oder wurde gelöscht.
words-no-such-room = Einen Raum #{$room} gibt es hier nicht.
words-chars = {$count} von {$most} Zeichen
seconds = {$number} s
words-catching-up-on = Holt auf, {$numbers}
words-online = Online
words-online-events = Online über Server-Sent Events
words-online-poll = Online über Long Polling
words-slow = Online, langsam
words-slow-events = Online, langsam über Server-Sent Events
words-slow-poll = Online, langsam über Long Polling
words-stretch = {$first} bis {$last}
words-part = {$numbers} von {$head}
words-test = (Test: {$faults})
words-silent = stumm
words-minutes = {$minutes} min {$seconds} s
words-hours = {$hours} h {$minutes} min
words-days =
    { $count ->
        [one] {$count} Tag
       *[other] {$count} Tage
    }
unit-b = B
unit-kb = KB
unit-mb = MB
decimal-point = ,
words-unkept =
    { $count ->
        [one] {$count} Nachricht ist nur auf dieser Seite: Dieser Browser hat keinen Platz für sie.
       *[other] {$count} Nachrichten sind nur auf dieser Seite: Dieser Browser hat keinen Platz für sie.
    }
words-waiting =
    { $count ->
        [one] {$count} Nachricht wartet auf diesem Gerät und wird von selbst gesendet.
       *[other] {$count} Nachrichten warten auf diesem Gerät und werden von selbst gesendet.
    }
words-unkept-short =
    { $count ->
        [one] {$count} Nachricht nur auf dieser Seite.
       *[other] {$count} Nachrichten nur auf dieser Seite.
    }
words-waiting-short =
    { $count ->
        [one] {$count} Nachricht wartet.
       *[other] {$count} Nachrichten warten.
    }
words-all-go-out = Alle {$count} werden gesendet, sobald die Verbindung wieder da ist, in dieser Reihenfolge, genau einmal.
words-left-behind =
    { $count ->
        [one] {$what} ist nicht gespeichert und wird nicht mehr gesendet. Behältst du es, wird es angeboten, wenn sich hier wieder jemand anmeldet.
       *[other] {$what} sind nicht gespeichert und werden nicht mehr gesendet. Behältst du sie, werden sie angeboten, wenn sich hier wieder jemand anmeldet.
    }
words-left-of =
    { $count ->
        [one] {$what} von {$name} liegt noch auf diesem Gerät.
       *[other] {$what} von {$name} liegen noch auf diesem Gerät.
    }
words-left =
    { $count ->
        [one] {$what} aus früheren Anmeldungen liegt noch auf diesem Gerät.
       *[other] {$what} aus früheren Anmeldungen liegen noch auf diesem Gerät.
    }
words-unsent =
    { $count ->
        [one] {$count} nicht gesendete Nachricht
       *[other] {$count} nicht gesendete Nachrichten
    }
words-drafts =
    { $count ->
        [one] {$count} Entwurf
       *[other] {$count} Entwürfe
    }
words-signed-out-unsent =
    { $count ->
        [one] Du wurdest abgemeldet. Deine nicht gesendete Nachricht bleibt auf diesem Gerät.
       *[other] Du wurdest abgemeldet. Deine {$count} nicht gesendeten Nachrichten bleiben auf diesem Gerät.
    }
words-back-stored = {$count} gespeichert
words-back-fetched = {$count} geholt
words-back-complete = vollständig bis {$number}
words-back-online-with = Wieder online. {$what}.
words-hole-one = {$number} fehlt hier und wird wieder geholt.
words-hole = {$numbers} fehlen hier und werden wieder geholt.
words-typing-one = {$name} tippt
words-typing-two = {$first} und {$second} tippen
words-typing-three = {$first}, {$second} und {$third} tippen
words-new = {$count} neu
words-new-from = {$count} neu von {$names}
words-unread = {$count} ungelesen
words-mentions =
    { $count ->
        [one] {$count} Erwähnung
       *[other] {$count} Erwähnungen
    }
words-not-in-the-last = In deiner letzten Nachricht hier steht „{$text}“ nicht.
words-jump-from = {$day}, zu einem Datum springen
words-of-bytes = {$here} von {$all}
words-retry-file = {$name} noch einmal versuchen
words-remove-file = {$name} entfernen
words-progress = Upload von {$name}
words-open-picture = Bild {$name} öffnen
words-too-many-files = {$count} Dateien, und eine Nachricht trägt höchstens {$most}. Entferne einige.
kept-scheduled-here =
    { $count ->
        [one] {$count} Nachricht ist hier geplant
       *[other] {$count} Nachrichten sind hier geplant
    }
kept-due =
    { $count ->
        [one] {$count} Erinnerung
       *[other] {$count} Erinnerungen
    }
kept-refused =
    { $count ->
        [one] {$count} geplante Nachricht wurde nicht gesendet
       *[other] {$count} geplante Nachrichten wurden nicht gesendet
    }
kept-all = Alles Geplante: {$count}
kept-message-at = Nachricht, {$time}
kept-reminder-at = Erinnerung, {$time}
kept-was-due = Erinnerung, fällig war sie {$time}
kept-not-sent = Nicht gesendet. {$why}
kept-will-be-sent = Sie wird gesendet: {$time}
kept-will-be-reminded = Du wirst erinnert: {$time}
kept-more-readers =
    { $count ->
        [one] und {$count} weitere Person
       *[other] und {$count} weitere
    }
kept-or-more-readers = und mindestens {$count} weitere
thread-replies =
    { $count ->
        [one] {$count} Antwort
       *[other] {$count} Antworten
    }
thread-deleted = {$count} gelöscht
thread-last-at = zuletzt {$time}
thread-forwarded-from = Weitergeleitet aus #{$room}, von {$name}
thread-forwarded = Weitergeleitet, von {$name}
thread-forwarded-to = Weitergeleitet in #{$room}
thread-open = Thread öffnen
search-found =
    { $count ->
        [one] {$count} Nachricht.
       *[other] {$count} Nachrichten.
    }
search-first =
    { $count ->
        [one] Bisher {$count} Nachricht.
       *[other] Bisher {$count} Nachrichten.
    }
search-behind =
    { $count ->
        [one] Die neueste Zeile ist noch nicht durchsucht.
       *[other] Die neuesten {$count} Zeilen sind noch nicht durchsucht.
    }
search-all = Alles, was du lesen darfst, wurde durchsucht.
switcher-search-for = Nachrichten nach „{$text}“ durchsuchen
doctor-good = Gut:
doctor-bad = Zu ändern:
doctor-unknown = Nicht bekannt:
doctor-running = Untersuchung läuft. Ein stiller WebSocket wird {$count} s lang beobachtet.
doctor-to-change =
    { $count ->
        [one] {$count} Punkt zu ändern.
       *[other] {$count} Punkte zu ändern.
    }
compare-takes = {$way} braucht {$times}-mal so lange wie hier ein WebSocket.
compare-carries = {$way} trägt {$times}-mal weniger Nachrichten als hier ein WebSocket.
compare-weighs = {$way} wiegt {$times}-mal so viel wie hier ein WebSocket.
compare-behind = Auf dieser Verbindung war ein WebSocket nicht das Beste: {$way} lag diesmal vorn.
compare-shares = Was zugleich gesendet wird, teilt sich seine Anfragen.

## What a close code means

closing-done = fertig, beide Seiten sind einig
closing-away = der Server oder die Seite geht weg
closing-protocol = ein Frame verletzte das WebSocket-Protokoll
closing-kind = die andere Seite kann diese Art Frame nicht lesen
closing-no-code = ein Schließframe ohne Code
closing-no-frame = kein Schließframe: Das Netz oder die andere Seite ging weg
closing-utf8 = ein Textframe war kein UTF-8
closing-policy = gegen die Regeln des Servers
closing-too-big = eine Nachricht war zu groß
closing-extension = eine Erweiterung fehlte
closing-fault = ein Fehler des Servers
closing-restart = der Server startet neu
closing-busy = der Server ist ausgelastet
closing-gateway = ein Gateway bekam eine ungültige Antwort
closing-tls = keine sichere Verbindung (TLS)
closing-slow = dieser Leser war zu langsam; er holt auf
closing-silent = ein Lebenszeichen blieb unbeantwortet
closing-no-hello = kein Hallo kam rechtzeitig
closing-version = diese Version wird dort nicht unterstützt
closing-not-signed-in = nicht angemeldet
closing-none = kein Schließcode
closing-reserved = vom Protokoll reserviert
closing-library = von einer Bibliothek registriert
closing-come-back = komm wieder
closing-stay-away = komm nicht wieder
closing-comes-back = Dieser Client verbindet sich von selbst wieder
closing-stays = Dieser Client verbindet sich nicht von selbst wieder

## Commands of the message box

command-away = Zeigt, dass du abwesend bist, oder wo
command-away-said = Abwesend
command-back = Zeigt keinen Status mehr von dir
command-help = Zeigt alle Befehle
command-invite = Lädt jemanden ein; allein kopiert es den Link zum Raum
command-invite-takes = @Name Worte
command-invites = {$name} lädt {$people} ein
command-invites-with = {$name} lädt {$people} ein: {$words}
command-join = Öffnet einen Raum
command-join-takes = Raum
command-later = Sendet zu einer Uhrzeit
command-later-takes = 18:00 Text
command-me = Sagt es über dich, in der dritten Person
command-me-takes = was du tust
command-poll = Stellt eine Frage, Antworten per Reaktion
command-poll-takes = Frage? | eins | anderes
command-remind = Erinnert dich daran
command-remind-takes = me in 20 minutes Text
command-shrug = Fügt ¯\_(ツ)_/¯ an
command-spoiler = Verbirgt es, bis jemand es sehen will
command-spoiler-takes = Text
command-status = Zeigt es neben deinem Namen
command-status-takes = was du tust
command-topic = Sagt, worum es in diesem Raum geht; - entfernt es
command-topic-takes = worum es geht
command-unknown = Einen Befehl /{$name} gibt es nicht. Zwei Schrägstriche am Anfang senden einen.
command-no-time = /{$name} steht vor einer Zeit und einem Text: 18:00, in 20 minutes, tomorrow 9:00.
command-no-poll = Eine Umfrage hat eine Frage und 2 bis 9 Antworten: /poll Tee? | Ja | Nein.
command-twice-in-poll = Die Antwort {$answer} steht zweimal da.
command-nobody = Niemand, der hier ist oder hier geschrieben hat, heißt {$name}.
command-oneself = Du bist schon hier.
command-alone = /{$name} steht vor dem, worum es geht: /{$name} {$takes}.

## Skin tones

tone-none = Kein Hautton
tone-light = Hell
tone-medium-light = Mittelhell
tone-medium = Mittel
tone-medium-dark = Mitteldunkel
tone-dark = Dunkel

## Days

clock-today = Heute
clock-yesterday = Gestern
clock-tomorrow-at = morgen, {$time}
clock-day-at = {$day}, {$time}

## Before and after the program runs

failure-stopped = Confab ist stehen geblieben
failure-means = Ein Fehler im Programm hat diese Seite angehalten. Nichts, was du geschrieben hast, ist verloren.
boot-opening = Confab wird geöffnet
boot-late = Das dauert lange.
boot-reload-page = Seite neu laden
boot-cannot = Confab kann nicht starten
boot-could-not = Confab konnte nicht starten
boot-stopped = Confab ist stehen geblieben
boot-no-webassembly = In diesem Browser läuft hier kein WebAssembly. Aktualisiere ihn oder erlaube WebAssembly für diese Website.
boot-not-loaded = Der Server hat nicht das ganze Programm gesendet. Vielleicht startet er neu, oder das Netz fehlt.
boot-not-started = Das Programm kam an, startete aber nicht.
boot-means = Das Programm ist auf dieser Seite stehen geblieben. Was der Server gespeichert hat, ist sicher. Lade neu, um weiterzumachen.
boot-reload = Neu laden
http-no-answer = Der Server antwortet nicht. Versuch es gleich noch einmal.

## Notifications

telling-mentions = {$name} erwähnt dich in #{$room}
telling-writes = {$name} in #{$room}
telling-others = weitere
telling-mention-you =
    { $count ->
        [one] {$count} erwähnt dich
       *[other] {$count} erwähnen dich
    }

## What the server and the machine say in English: said again in this language

## (a sentence is known by its English words)

said-file-no-name = Die Datei hat keinen Namen.
said-file-name-long = Der Name der Datei ist länger als 255 Byte.
said-file-name-path = Der Name der Datei ist ein Pfad. Sende sie unter einem einfachen Namen.
said-file-name-unseen = Der Name der Datei hat Zeichen, die man nicht sieht.
said-emoji-before-words = Vor den Worten steht genau ein Emoji.
said-status-empty = Ein Status braucht Worte.
said-status-long = Ein Status hat höchstens {$number} Zeichen.
said-status-sign = Ein Status darf {$sign} nicht enthalten.
said-topic-empty = Ein Thema braucht Worte, die man sieht.
said-topic-long = Ein Thema hat höchstens {$number} Zeichen.
said-topic-sign = Ein Thema kann {$sign} nicht enthalten.
said-message-empty = Eine Nachricht braucht Text.
said-message-long = {$chars} von {$most} Zeichen.
said-message-control = Der Text hat ein Steuerzeichen ({$sign}), das nicht gesendet werden kann.
said-one-emoji = Eine Reaktion ist genau ein Emoji.
said-room-empty = Ein Raum braucht einen Namen.
said-room-long = Der Name eines Raums hat höchstens {$number} Zeichen.
said-room-sign = Der Name eines Raums besteht aus Buchstaben, Ziffern, - und _; {$sign} gehört nicht dazu.
said-room-start = Der Name eines Raums beginnt mit einem Buchstaben oder einer Ziffer.
said-name-empty = Wähle einen Namen.
said-name-long = Ein Name hat höchstens {$number} Zeichen.
said-name-sign = Ein Name darf {$sign} nicht enthalten.
said-sign-quoted = „{$letter}“
said-name-letter = Ein Name hat mindestens einen Buchstaben oder eine Ziffer.
said-name-script = Ein Name steht in einer einzigen Schrift, damit er sich nicht als ein anderer ausgibt.
said-name-taken = Hier heißt schon jemand so. Füge einen Buchstaben oder einen Ort hinzu.
said-room-taken = Einen Raum mit diesem Namen gibt es schon.
said-server-full = Der Server nimmt gerade keine weiteren Verbindungen an. Versuch es gleich noch einmal.
said-address-full = Von deiner Adresse kommen zu viele Verbindungen. Schließe eine oder versuch es gleich noch einmal.
said-connecting-full = Zu viele verbinden sich gleichzeitig. Versuch es gleich noch einmal.
said-address-fast = Deine Adresse verbindet sich zu oft. Versuch es gleich noch einmal.
said-owner-rooms = Auf diesem Server kann nur der Eigentümer Räume anlegen.
said-owner-sees = Nur der Eigentümer sieht, wie es dem Server geht.
said-owner-examines = Nur der Eigentümer kann diesen Server untersuchen.
said-owner-deletes = Nur wer die Nachricht geschrieben hat und der Eigentümer können sie zurücknehmen.
said-owner-changes = Nur der Eigentümer kann einen Raum ändern.
said-no-room = Diesen Raum gibt es nicht.
said-room-unread = Der Raum kann gerade nicht gelesen werden. Öffne ihn später noch einmal.
said-not-now = Der Server kann das gerade nicht. Versuch es später noch einmal.
said-files-most = Eine Nachricht trägt höchstens {$number} Dateien.
said-too-fast = Zu viele Frames zu schnell. Warte eine Sekunde, dann mach weiter.
said-restarts = Der Server startet neu. Verbinde dich wieder, dann wiederhole das.
said-rooms-most = Dieser Server hat {$number} Räume, mehr sind nicht möglich.
said-draft-long = Ein Entwurf von {$number} Zeichen bleibt auf seinem Gerät.
said-code-wrong = Dieser Code ist falsch, schon benutzt oder zu alt. Hole auf deinem anderen Gerät einen neuen.
said-plan-far = Mehr als ein Jahr im Voraus wird nichts geplant.
said-plan-gone = Das wurde inzwischen gesendet oder gelöscht, geändert wurde nichts.
said-plan-leaves = Es wird gerade gesendet.
said-too-often = Du machst das zu oft. Warte einen Moment.
said-sign-in = Melde dich zuerst an.
said-login-ended = Diese Anmeldung ist zu Ende; melde dich wieder an.
said-sign-in-crowd = Gerade melden sich viele an; versuch es gleich noch einmal.
said-examined = Eine Untersuchung läuft schon.
said-address-form = Eine Adresse besteht aus https:// oder http://, einem Host und, wenn er unüblich ist, einem Port.
said-foreign-file = Diese Datei gehört jemand anderem.
said-no-files = Dieser Server nimmt keine Dateien an.
said-file-large = Die Datei ist größer als {$size}.
said-files-large = Deine Dateien wären zusammen größer als {$size}.
said-files-count = Du hast hier {$number} Dateien, mehr sind nicht möglich.
said-upload-elsewhere = Eine andere Anfrage setzt diesen Upload fort.
said-upload-more = Es kamen mehr Bytes als angekündigt.
said-file-lies = Die Datei ist nicht, was sie zu sein behauptet, sondern {$kind}.
said-file-damaged = Die Datei ist beschädigt: Sie beginnt als {$kind}, aber {$what}.
said-kind-picture = ein Bild
said-kind-film = ein Video
said-kind-sound = eine Tonaufnahme
said-kind-pdf = ein PDF
said-kind-text = ein Text
said-kind-other = etwas anderes
said-damage-early = sie endet zu früh
said-damage-size = sie hat keine Breite oder keine Höhe
said-damage-parts = sie hat zu viele Teile
said-damage-begin = ein Teil beginnt nicht, wo er sollte
said-damage-longer = ein Teil ist länger als die Datei
said-damage-length = sie hat einen Teil ohne Länge
said-damage-place = sie hat einen Teil, wo keiner sein kann
said-damage-two = sie hat zwei Größen oder Farben, die es nicht gibt
said-damage-before = sie hat Pixel vor deren Größe
said-damage-no-pixels = sie hat keine Pixel
said-damage-colours = sie hat Farben, die es nicht gibt
said-damage-header = sie beginnt nicht mit einem einzigen Kopf
said-damage-unbegun = ihre Pixel beginnen nicht
said-damage-misplaced = ein Teil ist zu kurz oder am falschen Platz
said-damage-long = sie ist zu lang
said-size-bytes = {$number} Bytes
said-size-megabytes = {$number} MB
said-picture-large = Ein Bild von {$width} mal {$height} Pixeln ist zu groß zum Anzeigen.
said-disk-full-file = Die Festplatte des Servers ist voll; die Datei wurde nicht gespeichert.
said-disk-full = Die Festplatte des Servers ist voll; nichts wurde gespeichert.
said-no-file = Diese Datei gibt es nicht.
said-bytes-gone = Dieser Browser hat die Datei nicht mehr. Wähl sie noch einmal aus.
said-files-crowd = Zu viele Dateien sind unterwegs; versuch es gleich noch einmal.
said-files-away = Der Server erreicht seine Dateien gerade nicht; versuch es noch einmal.
said-data-away = Der Server erreicht seine Daten gerade nicht; versuch es noch einmal.
said-taken-back = Diese Nachricht wurde zurückgenommen.
said-foreign-message = Diese Nachricht gehört jemand anderem.
said-edited-since = Diese Nachricht wurde bearbeitet, seit du sie gesehen hast.
said-so-already = Diese Nachricht ist schon so.
said-reactions-most = Eine Nachricht hat höchstens {$number} verschiedene Reaktionen.
said-pins-most = Ein Raum hat höchstens {$number} angeheftete Nachrichten.
said-file-elsewhere = Eine Datei dieser Nachricht ist schon in einer anderen.
said-no-message = Diese Nachricht gibt es nicht.
said-id-used = Die Kennung dieser Nachricht wurde schon für einen anderen Text benutzt.
said-about-to-restart = Der Server startet gleich neu.
said-upload-broke = Der Upload brach ab; er geht dort weiter, wo er aufhörte.
said-readers-hidden = Du zeigst nicht, wie weit du gelesen hast, also erfährst du es von anderen nicht.
said-search-away = Der Server kann gerade nicht suchen; versuch es noch einmal.
said-search-long = Eine Suche hat höchstens {$most} Zeichen; diese hat {$chars}.
said-search-words = Eine Suche hat höchstens {$number} Wörter.
said-search-empty = Es gibt nichts, wonach gesucht werden kann.
said-search-no-date = „{$value}“ ist kein Datum. Ein Datum sieht so aus: 2026-11-01.
said-busy = Der Server ist ausgelastet; versuch es gleich noch einmal.
said-slow = Die Antwort dauerte zu lange. Versuch es noch einmal.
said-unanswered = Der Server hat 20 s lang nicht geantwortet. „Erneut versuchen“ kann sie nicht doppelt senden.
said-disk-full-kept = Die Festplatte des Servers ist voll. Dein Text bleibt hier.
said-other-name = Sie wurde unter einem anderen Namen geschrieben. „Erneut versuchen“ sendet sie unter diesem.
said-room-offline = Ein Raum braucht den Server, und gerade gibt es keine Verbindung zu ihm.
said-room-lost = Die Verbindung ging verloren, bevor der Server antwortete. Wurde der Raum angelegt, steht er bald in der Liste.
said-room-unanswered = Der Server hat 20 s lang nicht geantwortet. Wurde der Raum angelegt, steht er bald in der Liste.
said-stopped-here = Auf diesem Gerät angehalten.
said-ended-for-good = Der Server hat die Verbindung endgültig beendet: {$why}.
said-close-none = ein Grund wurde nicht genannt
said-close-done = fertig
said-close-away = geht weg
said-close-text = hier werden nur Textframes gelesen
said-close-utf8 = Text muss UTF-8 sein
said-close-rules = zu viele Frames, die die Regeln verletzen
said-close-large = die Nachricht ist größer als {$number} Bytes
said-close-fault = ein Fehler des Servers
said-close-restarts = der Server startet neu
said-close-busy = der Server ist ausgelastet
said-close-slow = zu langsam gelesen; komm zurück und hol auf
said-close-silent = ein Ping blieb unbeantwortet
said-close-hello = kein Hallo kam rechtzeitig
said-close-version = diese Version wird hier nicht unterstützt; aktualisiere den Client
said-close-sign-in = melde dich zuerst an
said-compare-no = Der Server antwortet auf diesem Weg nicht.
said-no-stream = Der Browser öffnet hier keinen Stream.
said-no-answer = Der Server hat nicht geantwortet.
said-link-gone = Die Verbindung ist weg.
said-stream-bad = Der Stream endete in etwas Unlesbarem.
said-stream-broke = Der Stream brach ab.
said-cut-here = Im Verbindungsbereich gekappt.
said-refused-here = Im Verbindungsbereich abgelehnt, wie in einem Netz ohne WebSocket.
said-no-socket = Der Browser öffnet hier keinen Socket.
said-link-broke = Die Verbindung brach ab.
said-plans-most = {$number} Nachrichten und Erinnerungen warten schon.
said-plan-files = Eine Erinnerung bringt keine Dateien mit.
said-drafts-most = {$number} Entwürfe werden schon aufbewahrt.
said-uploads-most = {$number} Dateien sind schon unterwegs, mehr sind nicht möglich.
said-requests-most = {$number} Anfragen warten schon auf ihre Antworten.
said-echoes = Es laufen zu viele Echos; versuch es noch einmal.
said-examinations = Es laufen zu viele Untersuchungen.
said-examined-own = Der Server untersucht nur eigene Adressen. Wenn {$url} eine ist, starte ihn mit --allow-origin {$url}.
said-doctor-certificate-ends = Das Zertifikat läuft in {$number} Tagen ab.
said-doctor-certificate-good = Das Zertifikat gilt noch {$number} Tage.
said-doctor-certificate-expired = Das Zertifikat ist abgelaufen: Kein Browser verbindet sich.
said-doctor-certificate-early = Das Zertifikat gilt noch nicht: Es beginnt später, oder eine Uhr geht falsch.
said-doctor-certificate-chain = Keine Kette führt vom Zertifikat zu einer Stelle, die Browser kennen: Die Zertifikate dazwischen fehlen, oder es ist selbst signiert.
said-doctor-certificate-name = Das Zertifikat gilt für einen anderen Namen als den in der Adresse.
said-doctor-no-tls = Es gibt kein TLS: {$why}.
said-doctor-not-itself = Der Server erreicht sich dort nicht: {$why}. In manchen Netzen erreicht von innen niemand die öffentliche Adresse; dann zählt nur ein Blick von außen.
said-doctor-nobody = Dort antwortet niemand: {$why}.
said-doctor-proxy = Der Proxy erreicht Confab nicht: Er antwortet mit {$number}.
said-doctor-own-name = Confab kennt sich unter dem Hostnamen nicht, der bei ihm ankommt.
said-doctor-other = Dort antwortet etwas anderes als Confab, mit {$number}.
said-doctor-answers-as = Confab {$version} antwortet.
said-doctor-answers = Confab antwortet.
said-doctor-host = Der Hostname kommt durch.
said-doctor-host-lost = Der Hostname kommt nicht durch: Der Server sieht {$seen} statt {$host} und hält eigene Seiten für fremde.
said-doctor-upgrade-lost = Upgrades kommen nicht durch: Der Proxy nimmt die Header Upgrade und Connection weg, darum öffnet sich kein WebSocket.
said-doctor-upgrade = Ein WebSocket öffnet sich und trägt Nachrichten.
said-doctor-page-foreign = Der Server hält die Seite unter {$url} für die einer anderen Website und weist sie ab.
said-doctor-refused = Der Server weist den WebSocket ab: Er kennt sich unter diesem Hostnamen nicht.
said-doctor-upgrade-status = Kein WebSocket öffnet sich: Die Antwort auf das Upgrade ist {$number} statt 101.
said-doctor-upgrade-none = Kein WebSocket öffnet sich. Ein Browser sagt nicht, warum; meist nimmt ein Proxy die Header Upgrade und Connection weg.
said-doctor-upgrade-empty = Ein WebSocket öffnet sich, trägt aber nichts: {$why}.
said-doctor-large = Eine Nachricht von {$number} Bytes kommt durch.
said-doctor-large-lost = Eine Nachricht von {$number} Bytes kommt nicht durch einen WebSocket.
said-doctor-idle-short = Ein stiller WebSocket lebt {$number} s; ob auch die nötigen {$needed} s, wurde nicht versucht.
said-doctor-idle = Ein stiller WebSocket lebt {$number} s.
said-doctor-idle-cut = Ein stiller WebSocket wird nach {$number} s gekappt; er muss {$needed} s leben.
said-doctor-slow-cut = Eine langsame Antwort wird vor ihrem Ende abgeschnitten.
said-doctor-held-back = Antworten werden zurückgehalten, bis sie ganz sind: Ein Ereignisstrom bringt nichts, bevor er endet.
said-doctor-slow = Eine langsame Antwort kommt Stück für Stück.
said-doctor-body = Eine Anfrage mit {$number} Bytes Inhalt kommt durch.
said-doctor-body-large = Anfragen mit {$number} Bytes Inhalt werden als zu groß abgewiesen.
said-doctor-body-status = Eine Anfrage mit {$number} Bytes Inhalt wird mit {$status} beantwortet.
said-doctor-clocks = Die Uhr des Servers und diese weichen um {$number} s voneinander ab; eine davon geht falsch.
said-doctor-clock = Die Uhr des Servers geht richtig.
said-doctor-disk-low = Auf der Platte sind nur noch {$number} MiB frei.
said-doctor-disk = Auf der Platte sind noch {$number} MiB frei.
said-doctor-files-few = Der Server darf {$number} Dateien offen halten, also noch weniger Verbindungen.
said-doctor-files = Der Server darf {$number} Dateien offen halten.
said-doctor-why-late = keine Antwort kommt rechtzeitig
said-doctor-why-none = keine Antwort kommt
said-doctor-why-unconnected = keine Verbindung kommt rechtzeitig zustande
said-doctor-why-elsewhere = der Name führt zu keiner Adresse dieses Servers
said-doctor-why-echo = kein Echo kommt zurück
said-fix-machine = der Rechner
said-fix-renew = erneuere es, dann: {$line}
said-fix-renews = entferne die tls-Zeile mit Dateien, damit Caddy selbst erneuert
said-fix-certificate = {$line} mit dem Zertifikat dieses Namens
said-fix-site = {$line} als Adresse der Website
said-fix-keep = entferne {$line}; behalte mode http
said-fix-headers = entferne Upgrade und Connection aus customRequestHeaders
said-fix-remove-both = entferne {$line} und {$other}
said-fix-buffering = entferne die Middleware buffering
said-fix-remove = entferne {$line}
said-fix-disk = --data ORDNER auf einer größeren Platte; beende zuerst den Server und verschiebe den Ordner
said-fix-service = {$line} im Abschnitt [Service] des Dienstes
said-host-unknown = Dieser Server ist unter diesem Hostnamen nicht bekannt. Starte ihn mit --allow-origin und der Adresse der Seite, zum Beispiel --allow-origin https://chat.example.
said-page-foreign = Die Seite, die fragt, gehört zu einer anderen Website. Starte den Server mit --allow-origin und der Herkunft dieser Seite, wenn sie ihn benutzen darf.
said-server-closes = Der Server wird gleich beendet.

## Marked unread
mark-unread = Ab hier ungelesen
unread-marked = Ab hier ungelesen
unread-only-own = Ab hier ist alles von dir, und Eigenes ist nie ungelesen.

## Threads that are followed
thread-followed = Gefolgt
thread-follow = Folgen
thread-follow-means = Neue Antworten zählen unter Threads, und du erfährst davon
thread-list-threads = Threads
thread-list-close = Threads schließen (Esc)
thread-list-none = Noch keine Threads. Hier stehen die, die du beginnst, in denen du antwortest oder denen du folgst.
thread-list-new-in =
    { $count ->
        [one] {$count} Thread mit neuen Antworten
       *[other] {$count} Threads mit neuen Antworten
    }
