# The words of Confab's pages: Hindi. The keys are those of the English file.

## shared

try-now = अभी कोशिश करें
close = बंद करें
show = दिखाएँ
emoji = इमोजी
cancel = रद्द करें
save = सहेजें
you-can-go-on-writing = आप लिखना जारी रख सकते हैं।
back-to-the-room = रूम पर लौटें
close-esc = बंद करें (Esc)
copied = कॉपी हुआ
frames-in = आए हुए फ़्रेम
frames-out = भेजे गए फ़्रेम
bytes-in = आए हुए बाइट
bytes-out = भेजे गए बाइट
handshake = हैंडशेक
connecting = जुड़ रहा है
round-trip = आने-जाने का समय
last-5-min = पिछले 5 मिनट
settings = सेटिंग
server = सर्वर
discard = हटा दें
you = आप
on-this-device = इस डिवाइस पर
retry = फिर कोशिश करें
react = प्रतिक्रिया दें
pinned-messages = पिन किए संदेश
topic = विषय
topic-of-the-room = विषय: {$topic}
topic-set = {$name} ने विषय रखा: {$topic}
topic-removed = {$name} ने विषय हटाया
log-too-old = कुछ ऐसा जिसे दिखाने के लिए यह पृष्ठ बहुत पुराना है। इसे फिर से लोड करें।
topic-about = यह रूम किस बारे में है
topic-help = एक पंक्ति। यहाँ सब इसे संदेशों के ऊपर देखते हैं।
topic-remove = हटाएँ
topic-save = विषय रखें
unpin = पिन हटाएँ
text-copied = टेक्स्ट कॉपी हुआ
message-actions = संदेश के विकल्प
reply = जवाब दें
new-room = नया रूम
rooms = रूम
people-here = यहाँ मौजूद लोग
add-a-reaction = प्रतिक्रिया जोड़ें
nothing-yet = अभी कुछ नहीं।
writing = लेखन
attach-files = फ़ाइलें जोड़ें
code = कोड
connection-panel = कनेक्शन पैनल
keyboard-shortcuts = कीबोर्ड शॉर्टकट
for-an-hour = एक घंटे के लिए
show-more = और दिखाएँ

## acts

acts-link-copied = लिंक कॉपी हुआ
acts-room-link-copied = रूम का लिंक कॉपी हुआ
acts-this-browser-did-not-let = इस ब्राउज़र ने पेज को कॉपी नहीं करने दिया

## banner

banner-sign-in = साइन इन करें
banner-the-server-has-a-newer = सर्वर पर नया संस्करण है। जारी रखने के लिए फिर लोड करें; आपका लिखा कुछ नहीं खोएगा।
banner-reload = फिर लोड करें
banner-this-browser-keeps-nothing-unsent = यह ब्राउज़र कुछ नहीं रखता: न भेजे गए संदेश फिर लोड करने पर नहीं बचते।
banner-too-many-messages-wait-on = इस डिवाइस पर बहुत-से संदेश इंतज़ार में हैं। आख़िरी वाला फिर संदेश बॉक्स में है।
banner-no-link-to-the-server = सर्वर से कनेक्शन नहीं है।
banner-trying-now = अभी कोशिश हो रही है

## blank

blank-nothing-here-yet = यहाँ अभी कुछ नहीं है
blank-loading-the-newest-messages = नए संदेश लोड हो रहे हैं
blank-this-room-did-not-load = यह रूम लोड नहीं हुआ
blank-nothing-you-wrote-is-lost = आपका लिखा कुछ नहीं खोया।

## chat

chat-skip-to-the-message-box = संदेश बॉक्स पर जाएँ

## composer

composer-send-message = संदेश भेजें
composer-write-a-message = संदेश लिखें
composer-do-not-reply = जवाब न दें
composer-insert-emoji = इमोजी डालें

## edit-box

edit-box-edit-your-message = अपना संदेश बदलें
edit-box-edit-message = संदेश बदलें
edit-box-message-is-gone = इस बीच संदेश मिटा दिया गया। आपने जो लिखा वह संदेश बॉक्स में है।

## emoji-picker

emoji-picker-search-emoji = इमोजी खोजें
emoji-picker-skin-tone = त्वचा का रंग
emoji-picker-fetching-the-emoji = इमोजी लाए जा रहे हैं…
emoji-picker-no-emoji-has-this-name = इस नाम का कोई इमोजी नहीं।
emoji-picker-found = मिले
emoji-picker-last-used = हाल में इस्तेमाल
emoji-smileys = चेहरे
emoji-people = लोग
emoji-nature = प्रकृति
emoji-food = खाना
emoji-travel = यात्रा
emoji-activities = गतिविधियाँ
emoji-objects = वस्तुएँ
emoji-symbols = चिह्न
emoji-flags = झंडे
emoji-flag-of = झंडा: {$country}

## fold

fold-show-less = कम दिखाएँ
fold-show-all = सब दिखाएँ

## wire

wire-connection = कनेक्शन
wire-connection-details = कनेक्शन का ब्योरा
wire-copy-as-text = टेक्स्ट के रूप में कॉपी करें
wire-not-copied-this-browser-does = कॉपी नहीं हुआ: यह ब्राउज़र अनुमति नहीं देता
wire-a-report-for-a-bug = बग ट्रैकर के लिए रिपोर्ट; लोगों का लिखा इसमें नहीं है

## wire-break-it

wire-break-it-break-it = तोड़कर देखें
wire-break-it-try-to-lose-a-message = कोई संदेश गँवाने की कोशिश करें। असर सिर्फ़ इस टैब पर होगा।
wire-break-it-drop-the-link = कनेक्शन काटें
wire-break-it-go-silent = चुप हो जाएँ
wire-break-it-add-2-s-delay = 2 सेकंड की देरी जोड़ें
wire-break-it-lose-10 = 10% खोएँ
wire-break-it-refuse-websocket = WebSocket से मना करें

## wire-compare

wire-compare-compare-the-transports = ट्रांसपोर्ट की तुलना करें
wire-compare-stop = रोकें
wire-compare-some-hundred-small-messages-by = हर रास्ते से कुछ सौ छोटे संदेश, इस कनेक्शन के साथ अलग कनेक्शनों पर। कुछ सेकंड लगते हैं।
wire-compare-a-requests-headers-are-counted = अनुरोध के हेडर वैसे गिने जाते हैं जैसे सर्वर ने देखे, HTTP/2 के समेटने से पहले; WebSocket के फ़्रेम बाइट तक सही।
wire-compare-compare = तुलना करें

## wire-facts

wire-facts-outbox = भेजने की कतार
wire-facts-clock-offset = घड़ी का अंतर
wire-facts-this-page = यह पेज

## wire-frames

wire-frames-last-frames = पिछले फ़्रेम
wire-frames-blank-text = टेक्स्ट छिपाएँ
wire-frames-pause = विराम
wire-frames-filter-by-kind-post-entries = प्रकार से छाँटें: post, entries, ping
wire-frames-filter-frames-by-kind = फ़्रेम प्रकार से छाँटें
wire-frames-no-such-frame-yet = ऐसा कोई फ़्रेम अभी नहीं।
wire-frames-it-is-not-kept-any = यह अब नहीं रखा गया है।
wire-frames-what-the-frame-carries = फ़्रेम में क्या है

## wire-handshake

wire-handshake-not-tried-yet = अभी कोशिश नहीं हुई
wire-handshake-address = पता
wire-handshake-welcome = स्वागत
wire-handshake-heartbeat = हार्टबीट
wire-handshake-versions = संस्करण
wire-handshake-asked-no-answer-yet = पूछा गया, अभी जवाब नहीं
wire-handshake-did-not-open = नहीं खुला
wire-handshake-not-yet = अभी नहीं
wire-handshake-did-not-come = नहीं आया
wire-handshake-no-link-to-listen-to = सुनने को कोई कनेक्शन नहीं
wire-handshake-not-known-yet = अभी पता नहीं

## wire-history

wire-history-server-has = सर्वर के पास
wire-history-you-have = आपके पास
wire-history-missing = ग़ायब
wire-history-history = इतिहास

## wire-lives

wire-lives-how-this-connection-lives = यह कनेक्शन कैसे चलता है
wire-lives-nothing-was-tried-yet = अभी कुछ नहीं आज़माया गया।
wire-lives-no-ping-was-answered-yet = अभी किसी ping का जवाब नहीं आया।
wire-lives-no-connection-of-this-page = इस पेज का कोई कनेक्शन अभी ख़त्म नहीं हुआ।
wire-lives-no-try-of-this-page = इस पेज की कोई कोशिश असफल नहीं हुई।
wire-lives-no-room-is-here-yet = यहाँ अभी कोई रूम नहीं है।

## wire-now

wire-now-state = स्थिति

## wire-recording

wire-recording-flight-recorder = फ़्लाइट रिकॉर्डर
wire-recording-all-that-this-page-was = इस पेज को जो बताया गया और इसने जो किया, सब कुछ, लोगों के लिखे के बिना। इसे उसी क्लाइंट से दोहराया जा सकता है।
wire-recording-save-recording = रिकॉर्डिंग सहेजें

## wire-tries

wire-tries-connections = कनेक्शन
wire-tries-the-next-at-once = अगला तुरंत

## wire-trips

wire-trips-now = अभी
wire-trips-not-measured = नापा नहीं गया

## wire-way

wire-way-transport = ट्रांसपोर्ट
wire-way-the-best-that-there-is = उपलब्ध रास्तों में सबसे अच्छा। जहाँ नेटवर्क इसे रोकता है, वहाँ दूसरा रास्ता लिया जाता है।
wire-way-websocket-does-not-get-through = WebSocket यहाँ से नहीं निकल पाता। संदेश इवेंट की स्ट्रीम में आते हैं और अनुरोधों में जाते हैं। WebSocket अपने-आप फिर आज़माया जाता है।
wire-way-neither-websocket-nor-a-stream = यहाँ से न WebSocket निकल पाता है, न स्ट्रीम। हर जवाब माँगा जाता है, इसलिए हर चीज़ में थोड़ा ज़्यादा ख़र्च होता है। WebSocket अपने-आप फिर आज़माया जाता है।
wire-way-chosen-on-this-device-no = इस डिवाइस पर चुना गया। कोई दूसरा रास्ता नहीं आज़माया जाता।

## jump-pill

jump-pill-jump-to-newest = सबसे नए पर जाएँ
jump-pill-newest = सबसे नया
jump-pill-mark-read = पढ़ा हुआ मार्क करें

## log

log-fetching-older-messages = पुराने संदेश लाए जा रहे हैं…
log-the-beginning-of-this-room = इस रूम की शुरुआत

## message

message-edited = बदला गया
message-edit-again = फिर बदलें
message-pinned = पिन किया गया
message-only-in-this-page = सिर्फ़ इस पेज में

## message-dialogs

message-dialogs-delete-this-message-for-everyone = यह संदेश सबके लिए मिटाएँ?
message-dialogs-it-is-gone-already = यह पहले ही मिट चुका है।
message-dialogs-message-deleted = संदेश मिटाया गया
message-dialogs-keep = रहने दें
message-dialogs-delete-message = संदेश मिटाएँ
message-dialogs-its-text-also-what-it = इसका टेक्स्ट, और जो पहले लिखा था वह भी, सबके लिए मिट जाता है। इसे वापस नहीं किया जा सकता।
message-dialogs-what-it-said-before = पहले क्या लिखा था
message-dialogs-the-message-was-deleted = संदेश मिटाया गया।
message-dialogs-fetching-what-it-said-before = पहले का लिखा लाया जा रहा है…
message-dialogs-fetching-what-is-pinned = पिन किए संदेश लाए जा रहे हैं…
message-dialogs-nothing-is-pinned-to-this = इस रूम में कुछ पिन नहीं है। जो लोगों को फिर मिलना चाहिए उसे पिन करें: संदेश का मेन्यू खोलें और “रूम में पिन करें” चुनें।
message-dialogs-go-to-it = वहाँ जाएँ

## message-menu

message-menu-more-reactions = और प्रतिक्रियाएँ
message-menu-edit = बदलें
message-menu-pin-to-room = रूम में पिन करें
message-menu-copy-text = टेक्स्ट कॉपी करें
message-menu-delete-for-everyone = सबके लिए मिटाएँ…

## never-confirmed

never-confirmed-never-confirmed = कभी पुष्टि नहीं हुई
never-confirmed-discard-all = सब हटा दें
never-confirmed-later = बाद में
never-confirmed-these-were-written-under-a = ये ऐसे लॉगिन में लिखे गए जो ख़त्म हो चुका है, इसलिए इन्हें कोई नहीं भेजता। जो रास्ते में था वह शायद पहले ही सहेजा जा चुका है: फिर भेजने से पहले देख लें।
never-confirmed-put-into-the-message-box = संदेश बॉक्स में रखें
never-confirmed-somebody = कोई
never-confirmed-a-room-that-is-not = एक रूम जो यहाँ नहीं है

## new-room

new-room-name = नाम
new-room-letters-digits-and-everybody-here = अक्षर, अंक, - और _। यहाँ हर कोई जुड़ सकता है।
new-room-make-room = रूम बनाएँ
new-room-making-the-room = रूम बन रहा है

## offers

offers-commands = कमांड
offers-people = लोग

## people-list

people-list-not-known-while-the-link = कनेक्शन न होने पर पता नहीं चलता
people-list-you = आप

## plans

plans-in-20-minutes = 20 मिनट में
plans-in-3-hours = 3 घंटे में

## quote

quote-jump-to-the-original = मूल संदेश पर जाएँ
quote-in-reply-to = इसके जवाब में
quote-a-message-that-was-deleted = मिटाया गया संदेश

## room-head

room-head-rooms-and-people = रूम और लोग

## room-list

room-list-draft = ड्राफ़्ट
room-list-has-a-draft = ड्राफ़्ट है
room-list-muted = म्यूट
room-list-muted-2 = म्यूट

## server

server-server-details = सर्वर का ब्योरा

## server-counted

server-counted-ended = समाप्त
server-counted-not-opened = नहीं खुले
server-counted-not-delivered = नहीं पहुँचे
server-counted-came-back = वापस आए
server-counted-since-the-start = शुरुआत से
server-counted-by-the-server = सर्वर की ओर से
server-counted-by-the-client = क्लाइंट की ओर से
server-counted-by-the-network = नेटवर्क की ओर से
server-counted-asked-for-under-another-host = दूसरे होस्ट नाम से माँगा गया
server-counted-from-a-page-of-another = दूसरी साइट के पेज से
server-counted-without-a-request-for-an = अपग्रेड के अनुरोध के बिना
server-counted-in-another-version-of-websocket = WebSocket के दूसरे संस्करण में
server-counted-without-a-good-key = सही कुंजी के बिना
server-counted-in-another-subprotocol = दूसरे उप-प्रोटोकॉल में
server-counted-with-a-name-or-room = ऐसे नाम या रूम के साथ जो नहीं मिल सकते
server-counted-beyond-the-number-of-connections = कनेक्शनों की सीमा से ऊपर
server-counted-beyond-the-number-of-one = एक पते की सीमा से ऊपर
server-counted-too-many-at-once = एक साथ बहुत ज़्यादा
server-counted-too-many-at-once-from = एक पते से एक साथ बहुत ज़्यादा
server-counted-signals-typing-presence-to-readers = पीछे रह गए पाठकों को संकेत (लिखना, उपस्थिति)
server-counted-readers-closed-as-too-slow = बहुत धीमे होने से बंद किए पाठक; वे लौटकर बराबरी कर लेते हैं
server-counted-rooms-went-on-where-the = रूम वहीं से चले जहाँ पाठक था
server-counted-rooms-began-with-the-newest = रूम सबसे नए पेज से शुरू हुए
server-counted-rooms-began-anew-another-log = रूम नए सिरे से शुरू हुए: दूसरा लॉग या बहुत पीछे

## server-doctor

server-doctor-doctor = जाँच
server-doctor-public-address = सार्वजनिक पता
server-doctor-examining = जाँच हो रही है
server-doctor-examine = जाँचें
server-doctor-lines-for = पंक्तियाँ किसके लिए

## server-doctor-finding

server-doctor-finding-copy = कॉपी करें
server-doctor-finding-not-copied = कॉपी नहीं हुआ

## server-times

server-times-from-a-ping-to-its = ping से उसके जवाब तक
server-times-storing = सहेजना
server-times-until-a-message-is-on = संदेश के डिस्क पर पहुँचने तक
server-times-fan-out = वितरण
server-times-until-it-is-on-its = हर पाठक की ओर निकलने तक

## server-traffic

server-traffic-by-websocket = WebSocket से
server-traffic-by-lines = सादी पंक्तियों से
server-traffic-by-event-stream = इवेंट स्ट्रीम से
server-traffic-by-polling = पोलिंग से
server-traffic-messages-stored = सहेजे गए संदेश
server-traffic-most-waiting-for-one = किसी एक पाठक के लिए सबसे ज़्यादा इंतज़ार में
server-traffic-memory = मेमोरी
server-traffic-processor = प्रोसेसर
server-traffic-right-now = इस समय

## settings

settings-system = सिस्टम
settings-light = लाइट
settings-dark = डार्क
settings-theme = थीम
settings-sign-out-here = यहाँ से साइन आउट करें
settings-ends-the-login-of-this = इस ब्राउज़र का लॉगिन ख़त्म करता है।
settings-this-browser = यह ब्राउज़र

## shortcuts

shortcuts-getting-about = नेविगेशन
shortcuts-to-a-room-person-or = रूम, व्यक्ति या पैनल पर
shortcuts-next-or-previous-room = अगला या पिछला रूम
shortcuts-next-or-previous-unread = अगला या पिछला बिना पढ़ा
shortcuts-next-or-previous-region = अगला या पिछला हिस्सा
shortcuts-send = भेजें
shortcuts-new-line-2 = नई पंक्ति
shortcuts-edit-my-last-in-an = बॉक्स ख़ाली हो तो अपना पिछला संदेश बदलें
shortcuts-to-the-message-box = संदेश बॉक्स पर
shortcuts-any-letter = कोई भी अक्षर
shortcuts-people-rooms-emoji-commands = लोग, रूम, इमोजी, कमांड
shortcuts-bold-italic = बोल्ड, इटैलिक
shortcuts-struck-out = कटा हुआ
shortcuts-the-rest = बाक़ी
shortcuts-close-what-is-open-then = जो खुला है उसे बंद करें, फिर रूम को पढ़ा हुआ मार्क करें
shortcuts-search-this-room-everywhere = इस रूम में खोजें, हर जगह खोजें
shortcuts-this-list = यह सूची
shortcuts-among-messages = संदेशों के बीच
shortcuts-older-or-newer-message = पुराना या नया संदेश
shortcuts-oldest-or-newest-message = सबसे पुराना या सबसे नया संदेश
shortcuts-what-can-be-done-with = इसके साथ क्या किया जा सकता है
shortcuts-reply-react = जवाब, प्रतिक्रिया
shortcuts-reply-in-thread-forward = थ्रेड में जवाब, आगे भेजना
shortcuts-edit-delete = बदलना, मिटाना
shortcuts-pin-or-unpin = पिन करना या हटाना
shortcuts-copy-its-link-its-text = लिंक या टेक्स्ट कॉपी करना

## sidebar

sidebar-close-menu = मेन्यू बंद करें
sidebar-workspace = वर्कस्पेस

## sign-out

sign-out-sign-out = साइन आउट करें?
sign-out-stay = रुकें
sign-out-sign-out-2 = साइन आउट
sign-out-signing-out = साइन आउट हो रहा है
sign-out-discard-and-sign-out = हटाकर साइन आउट करें
sign-out-keep-and-sign-out = रखकर साइन आउट करें

## start-failed

start-failed-confab-did-not-start = Confab शुरू नहीं हुआ

## status

status-your-status = आपका स्टेटस
status-in-words = शब्दों में
status-clear = साफ़ करें
status-do-not-disturb = परेशान न करें
status-nothing-is-told-to-you = आपको कोई सूचना नहीं मिलती, और दूसरों को यह दिखता है
status-saving = सहेजा जा रहा है
status-until-i-change-it = जब तक मैं न बदलूँ
status-for-30-minutes = 30 मिनट के लिए
status-for-4-hours = 4 घंटे के लिए
status-for-how-long = कितनी देर के लिए
status-does-not-want-to-be = परेशान नहीं होना चाहते

## text

text-show-or-hide = दिखाएँ या छिपाएँ
text-spoiler = स्पॉइलर
text-copy-code = कोड कॉपी करें

## told

told-show-notifications-on-this-device = इस डिवाइस पर सूचनाएँ दिखाएँ
told-tell-me-about = इनकी सूचना दें
told-notifications = सूचनाएँ
told-words-that-count-as-a = शब्द जिन्हें उल्लेख माना जाए
told-with-commas-between-them = बीच में कॉमा लगाएँ।
told-quiet-from = शांत समय कब से
told-quiet-to = शांत समय कब तक
told-quiet-hours = शांत समय
told-nothing-is-told-in-them = इस दौरान कोई सूचना नहीं आती
told-sound = ध्वनि
told-notifications-of-this-room = इस रूम की सूचनाएँ
told-or-nothing-at-all-for = या कुछ देर के लिए कोई सूचना नहीं:
told-unmute = अनम्यूट करें
told-for-8-hours = 8 घंटे के लिए
told-notifications-of-this-room-none = इस रूम की सूचनाएँ: कोई नहीं
told-this-browser-blocks-notifications-from = यह ब्राउज़र यहाँ की सूचनाएँ रोकता है। पते के बाईं ओर साइट सेटिंग में इनकी अनुमति दें।
told-this-browser-shows-notifications-only = यह ब्राउज़र केवल https से आए पेजों की सूचनाएँ दिखाता है।
told-mentions = उल्लेख
told-everything = सब कुछ
told-nothing = कुछ नहीं
told-do-not-disturb = परेशान न करें
told-none = कोई नहीं
told-drop = बूँद
told-chime = घंटी
told-knock = दस्तक

## tools

tools-copy-link = लिंक कॉपी करें
tools-react = प्रतिक्रिया (+)
tools-reply-r = जवाब (R)
tools-more-actions = और विकल्प
tools-more = और

## welcome

welcome-kept-from-the-moment-you = Enter दबाते ही सुरक्षित, नेटवर्क न हो तब भी।
welcome-stored-as-1 = #1 के रूप में सहेजा गया
welcome-shown-only-once-it-is = तभी दिखता है जब सर्वर की डिस्क पर हो।
welcome-not-stored = सहेजा नहीं गया
welcome-you-keep-the-text-retry = टेक्स्ट आपके पास रहता है। फिर कोशिश करने से यह कभी दो बार नहीं जाता।
welcome-as-the-others-will-see = जैसा दूसरे देखेंगे।
welcome-set-up-your-server = अपना सर्वर तैयार करें
welcome-nobody-has-been-here-before = आपसे पहले यहाँ कोई नहीं आया, इसलिए यह सर्वर आपका होगा।
welcome-your-name = आपका नाम
welcome-open-confab = Confab खोलें
welcome-opening = खुल रहा है
welcome-no-e-mail-address-no = न ईमेल, न पासवर्ड, न कहीं पंजीकरण। सब कुछ इसी सर्वर पर रहता है।
welcome-join-confab = Confab से जुड़ें
welcome-what-should-we-call-you = हम आपको क्या कहकर बुलाएँ?
welcome-join = जुड़ें
welcome-joining = जुड़ रहे हैं
welcome-no-account-needed-this-browser = खाते की ज़रूरत नहीं: यह ब्राउज़र आपको याद रखता है।
devices = आपके डिवाइस
devices-why = दूसरे डिवाइस पर भी वही व्यक्ति रहें: आपके कमरे, ड्राफ़्ट और पढ़ा हुआ सब साथ आता है।
devices-get = कोड लें
devices-getting = कोड लिया जा रहा है…
devices-get-another = दूसरा कोड लें
devices-over = कोड अब पुराना हो गया है।
devices-how = दूसरे डिवाइस पर “{$choice}” चुनें और वहाँ लिखें, या वहाँ लिंक खोलें। यह एक बार, {$minutes} मिनट तक चलता है।
devices-already-here = मैं दूसरे डिवाइस पर पहले से यहाँ हूँ
devices-title = इस डिवाइस पर साइन इन करें
devices-lead = जहाँ आप पहले से साइन इन हैं, वहाँ सेटिंग खोलें और “आपके डिवाइस” में कोड लें।
devices-code = आपका कोड
devices-code-help = दस अक्षर और अंक, जैसे आपका दूसरा डिवाइस दिखाता है।
devices-sign-in = साइन इन करें
devices-signing-in = साइन इन हो रहा है…
devices-new-here = मैं यहाँ नया हूँ

## words

words-catching-up = छूटे संदेश आ रहे हैं
words-offline-trying-again = ऑफ़लाइन · फिर कोशिश
words-offline-no-network = ऑफ़लाइन · नेटवर्क नहीं
words-signed-out = साइन आउट
words-this-page-is-out-of = यह पेज पुराना है
words-stopped = रुका हुआ
words-link-cut = कनेक्शन कटा
words-2-s-delay = 2 सेकंड की देरी
words-10-lost = 10% खोया
words-no-websocket = WebSocket नहीं
words-no-network-on-this-device = इस डिवाइस पर नेटवर्क नहीं है। मिलते ही फिर कोशिश होगी।
words-what-you-write-waits-on = आपका लिखा इस डिवाइस पर इंतज़ार करता है।
words-it-goes-out-when-the = कनेक्शन लौटते ही यह एक बार जाता है।
words-both-go-out-when-the = कनेक्शन लौटते ही दोनों इसी क्रम में, एक-एक बार जाते हैं।
words-you-were-signed-out = आप साइन आउट हो गए।
words-back-online = फिर ऑनलाइन।
words-several-people-are-typing = कई लोग लिख रहे हैं
words-attach-files-or-drop-them = फ़ाइलें जोड़ें, या खींचकर कहीं भी छोड़ें
words-drop-to-attach = जोड़ने के लिए छोड़ें
words-files-for-this-message = इस संदेश की फ़ाइलें
words-waiting-for-its-turn = अपनी बारी के इंतज़ार में
words-interrupted-it-goes-on-by = रुक गया। अपने-आप फिर चलेगा।
words-file-goes-with-the-page = यह ब्राउज़र इसे नहीं रखता: अपलोड होने से पहले पेज फिर से लोड किया तो यह खो जाएगी।
words-remove = हटाएँ
words-a-file-was-refused-retry = एक फ़ाइल अस्वीकार हुई। पहले फिर कोशिश करें या उसे हटाएँ।
words-a-file-was-refused = एक फ़ाइल अस्वीकार हुई। पहले उसे हटाएँ।
words-goes-out-when-its-files = फ़ाइलें आते ही जाएगा।
words-files-in-this-room = इस रूम की फ़ाइलें
words-nobody-has-sent-a-file = यहाँ अभी किसी ने फ़ाइल नहीं भेजी। फ़ाइल खींचकर कहीं भी छोड़ें, या पेपर क्लिप दबाएँ।
words-attach-it-as-a-file = फ़ाइल के रूप में जोड़ें
words-picture = तस्वीर
words-fetching-what-was-sent-here = यहाँ भेजी गई चीज़ें लाई जा रही हैं…
words-jump-to-a-date = किसी तारीख़ पर जाएँ
words-day = दिन
words-go-there = वहाँ जाएँ
words-nothing-was-written-since-that = उस दिन के बाद कुछ नहीं लिखा गया।
words-choose-a-day-first = पहले दिन चुनें।

## compare

compare-round-trip-median-and-p99 = आने-जाने का समय, माध्यिका और p99
compare-messages-per-second = प्रति सेकंड संदेश
compare-bytes-per-message-there-and = प्रति संदेश बाइट, आना-जाना
compare-no-websocket-gets-through-here = यहाँ से कोई WebSocket नहीं निकल पाता, इसलिए तुलना के लिए कुछ नहीं है।
compare-nothing-but-the-websocket-answered = WebSocket के सिवा किसी ने जवाब नहीं दिया।

## doctor

doctor-looks-at-this-server-as = इस सर्वर को वैसे जाँचता है जैसे विज़िटर उस तक पहुँचते हैं, इस ब्राउज़र से और ख़ुद सर्वर से, और बताता है कि क्या बदलना है।
doctor-as-visitors-type-it = जैसा विज़िटर टाइप करते हैं।
doctor-this-page-came-from-another = यह पेज दूसरे पते से आया, इसलिए केवल सर्वर जाँचता है। ब्राउज़र से भी जाँचने के लिए वह पता खोलें।
doctor-the-examination-took-too-long = जाँच बहुत लंबी चली और बंद की गई।
doctor-from-this-browser = इस ब्राउज़र से
doctor-from-the-server-itself = ख़ुद सर्वर से
doctor-nothing-to-change = कुछ बदलना नहीं है।

## kept

kept-also-written-on-another-device = दूसरे डिवाइस पर भी लिखा गया:
kept-put-into-the-box = बॉक्स में रखें
kept-discard-what-the-other-device = दूसरे डिवाइस का लिखा हटा दें
kept-send-later = बाद में भेजें
kept-files-first = फ़ाइलें पहुँचने तक रुकें, फिर समय तय करें।
kept-remind-me = मुझे याद दिलाएँ
kept-message = संदेश
kept-of-what = किस बारे में
kept-when = कब
kept-choose-a-day-and-a = दिन और समय चुनें।
kept-that-time-has-passed = वह समय बीत चुका है।
kept-schedule = शेड्यूल करें
kept-scheduling = शेड्यूल हो रहा है
kept-keeping-it = सहेजा जा रहा है
kept-scheduled-messages-and-reminders = शेड्यूल किए गए संदेश और रिमाइंडर
kept-nothing-is-scheduled-choose-the = कुछ शेड्यूल नहीं है। “भेजें” के पास घड़ी चुनें, या /later या /remind लिखें।
kept-being-sent = भेजा जा रहा है
kept-reminder = रिमाइंडर:
kept-a-scheduled-message-was-not = शेड्यूल किया गया एक संदेश नहीं भेजा गया:
kept-change = बदलें
kept-send-now = अभी भेजें
kept-show-message = संदेश दिखाएँ
kept-done = हो गया
kept-remind-me-2 = मुझे याद दिलाएँ…
kept-reminder-2 = रिमाइंडर
kept-read-by = किसने पढ़ा…
kept-read-by-2 = किसने पढ़ा
kept-asking-who-has-read-it = पूछा जा रहा है कि किसने पढ़ा…
kept-nobody-else-has-read-this = इसे अभी किसी और ने नहीं पढ़ा, या वे यह नहीं दिखाते।
kept-reading = पढ़ना
kept-show-others-how-far-i = दूसरों को दिखाएँ कि मैंने कहाँ तक पढ़ा
kept-without-it-you-do-not = इसके बिना आपको भी नहीं दिखता कि दूसरों ने कहाँ तक पढ़ा

## lives

lives-a-websocket-begins-as-an = WebSocket एक आम HTTP अनुरोध से शुरू होता है जो अपग्रेड माँगता है और अपनी भाषाएँ बताता है।
lives-the-server-answers-101-names = सर्वर 101 कहता है, चुनी हुई भाषा बताता है, और उस बाइट से दोनों पक्ष जब चाहें भेज सकते हैं।
lives-then-the-client-says-hello = फिर क्लाइंट अपनी कुकी के साथ हेलो भेजता है, और सर्वर का स्वागत बताता है कि क्लाइंट कौन है और कौन-से रूम हैं।
lives-frames = फ़्रेम
lives-everything-after-the-handshake-is = हैंडशेक के बाद सब फ़्रेम हैं: दो से चौदह बाइट का हेडर, फिर टेक्स्ट।
lives-a-browser-masks-what-it = ब्राउज़र जो भेजता है उसे ढकता है, ताकि रास्ते का कोई प्रॉक्सी उसे कुछ और न समझे; सर्वर खुला भेजता है।
lives-here-each-frame-is-one = यहाँ हर फ़्रेम एक JSON ऑब्जेक्ट है जिसे कोई भी पढ़ सकता है।
lives-ping-and-pong = ping और pong
lives-a-cable-that-is-pulled = निकला हुआ तार कुछ नहीं कहता, इसलिए चुप्पी कुछ साबित नहीं करती।
lives-the-server-pings-the-client = सर्वर ping भेजता है, क्लाइंट pong, और बीच का समय आने-जाने का समय है।
lives-who-hears-nothing-for-longer = जिसे स्वागत में तय समय से ज़्यादा देर कुछ नहीं सुनाई देता, वह कनेक्शन को मृत मानकर दूसरा खोलता है।
lives-close-codes = क्लोज़ कोड
lives-a-connection-that-ends-in = ठीक से ख़त्म होने वाला कनेक्शन एक संख्या से कारण बताता है।
lives-1000-is-done-1001-is = 1000 यानी पूरा, 1001 यानी पेज या सर्वर जा रहा है, 1012 यानी सर्वर फिर शुरू हो रहा है; 4000 से 4499 इस क्लाइंट को लौटने को कहते हैं, 4500 से 4999 न लौटने को।
lives-1006-is-no-number-that = 1006 किसी ने नहीं भेजा: कनेक्शन बिना कुछ कहे ख़त्म हुआ।
lives-errors = त्रुटियाँ
lives-a-browser-tells-a-page = ब्राउज़र पेज को केवल यह बताता है कि WebSocket असफल हुआ, कारण कभी नहीं, ताकि पेज नेटवर्क न टटोलें।
lives-what-can-be-told-is = बताया जा सकता है कि कहाँ तक पहुँचा: कोई जवाब नहीं, बिना अपग्रेड का जवाब, या बाद में टूटा कनेक्शन।
lives-after-two-upgrades-that-were = दो अपग्रेड अस्वीकार होने पर यह क्लाइंट आम अनुरोधों से चलता है और बीच-बीच में देखता है कि WebSocket खुलेगा या नहीं।
lives-coming-back = लौटना
lives-every-line-of-a-room = रूम की हर पंक्ति का नंबर होता है, और क्लाइंट अपना आख़िरी नंबर जानता है।
lives-a-new-connection-asks-for = नया कनेक्शन उसके बाद का माँगता है, और जिसकी पुष्टि नहीं हुई उसे उसी आईडी से फिर भेजता है।
lives-so-a-cut-costs-time = इसलिए टूटने में समय जाता है, संदेश कभी नहीं।

## search

search-search = खोज
search-close-search-esc = खोज बंद करें (Esc)
search-search-messages = संदेश खोजें
search-search-and-results = खोज और नतीजे
search-newest-first = नए पहले
search-best-first = सबसे सटीक पहले
search-searching = खोजा जा रहा है…
search-also = ये भी:
search-no-message-has-this = किसी संदेश में यह नहीं है।

## switcher

switcher-go-to = यहाँ जाएँ
switcher-a-room-a-person-a = रूम, व्यक्ति, पैनल
switcher-messages-of = के संदेश

## thread

thread-thread = थ्रेड
thread-close-thread-esc = थ्रेड बंद करें (Esc)
thread-thread-messages = थ्रेड के संदेश
thread-reply-in-thread = थ्रेड में जवाब दें
thread-send-reply = जवाब भेजें
thread-write-a-reply = जवाब लिखें
thread-fetching-the-thread = थ्रेड लाया जा रहा है…
thread-the-first-message-of-this = इस थ्रेड का पहला संदेश मिटाया गया।
thread-nobody-can-reply = यहाँ अब कोई जवाब नहीं दे सकता।
thread-only-the-first-4-000 = यहाँ केवल पहले 4,000 जवाब पढ़े जाते हैं।
thread-this-works-in-the-rooms = यह रूम के अपने संदेश बॉक्स में चलता है।
thread-forward = आगे भेजें
thread-forward-to-a-room = किसी रूम में आगे भेजें
thread-find-a-room = रूम खोजें
thread-no-room-of-yours-is = इस नाम का आपका कोई रूम नहीं है।
thread-no-replies-yet = अभी कोई जवाब नहीं

## Everywhere

list-comma = {", "}
list-and = {$before} और {$last}
milliseconds = {$number} मि॰से॰

## The strip above the room

banner-offline-since = {$time} से ऑफ़लाइन।
banner-next-try = अगली कोशिश {$left} में

## A room without messages

blank-new = #{$room} नया है। पहला संदेश {$number} होगा।
blank-trying-again = {$left} में फिर कोशिश।
blank-no-answer = सर्वर ने जवाब नहीं दिया।

## The message box

composer-name = #{$room} में संदेश लिखें
composer-replying = {$name} को जवाब
not-stored-because = सहेजा नहीं गया। {$why}
edit-box-keys = {$enter} सहेजता है {$escape} रद्द करता है
foot-keys = {$sends} भेजता है {$breaks} नई पंक्ति
foot-fetching = {$numbers} लाए जा रहे हैं…
history-here = यहाँ: {$numbers}
history-complete = {$number} तक पूरा
history-fetching = {$numbers} लाए जा रहे हैं
foot-as-of = {$time} तक
dot-connection = कनेक्शन: {$state}

## The connection panel

wire-compare-measuring = नापा जा रहा है: {$way}
wire-compare-blocked = रुका हुआ। {$why}
wire-facts-oldest = सबसे पुराना {$age}
wire-facts-messages = संदेश
wire-facts-failed = इंतज़ार में, {$count} असफल
wire-handshake-answer = {$answer}, {$protocol}, {$time} में खुला
wire-handshake-after = {$time} बाद
wire-handshake-heard = {$ago} पहले सुना, {$silence} की चुप्पी पर खोया
wire-handshake-server = सर्वर {$version}, {$protocol}
wire-history-rooms = खुले रूम पूरे: {$all} में से {$complete}
wire-history-only-here = {$count} केवल इस डिवाइस पर
wire-history-other = सर्वर {$head}, {$state}
wire-lives-yours = आपका: {$address}
wire-lives-answer = जवाब: {$answer}
wire-lives-welcome = स्वागत: {$when}
wire-lives-over-http = यहाँ से कोई WebSocket नहीं निकलता, इसलिए आपका कनेक्शन {$transport} से है और उसका जवाब 201 है: वही फ़्रेम आम अनुरोधों में।
wire-lives-last-in = आख़िरी आया: {$kind}, {$size}, {$time}
wire-lives-last-out = आख़िरी गया: {$kind}, {$size}, {$time}
wire-lives-count = यह पेज खुलने से: {$here} आए, {$there} गए।
wire-lives-round-trip = पिछले आने-जाने में {$time} लगा।
wire-lives-server = सर्वर: {$heartbeat}
wire-lives-cursor = आपका: #{$room} {$number} तक पूरा है; नया कनेक्शन उसके बाद का माँगता है।
wire-now-since = {$time}, {$at} से
wire-recording-last = पिछले {$time}, {$size}
wire-tries-since = यह पेज खुलने से {$count}
wire-tries-next = अगली कोशिश {$time} बाद
wire-tries-closed = {$code} से बंद, {$why}
wire-tries-failed = {$code} से असफल, {$why}
wire-tries-given-up = यहाँ छोड़ा गया, {$why}
wire-tries-lasted = {$time} चला।
wire-tries-because = “{$why}”।
wire-tries-online = ऑनलाइन, WebSocket {$time} में खुला
wire-tries-welcome = स्वागत {$time} बाद
unit-ms = मि॰से॰
wire-trips-median = माध्यिका {$time}
wire-trips-worst = सबसे ख़राब {$time}
wire-trips-said = पाँच मिनट का आने-जाने का समय: माध्यिका {$median}, सबसे ख़राब {$worst}
wire-trips-down = कनेक्शन {$time} तक बंद
wire-frames-in = आया
wire-frames-out = गया
transport-websocket = WebSocket
transport-events = सर्वर इवेंट
transport-poll = लॉन्ग पोलिंग
transport-events-title = सर्वर इवेंट
transport-poll-title = लॉन्ग पोलिंग
transport-automatic = स्वचालित
transport-requests = आम अनुरोध
transport-events-and-post = इवेंट + POST

## Jumping to the newest

jump-pill-count =
    { $count ->
        [one] सबसे नए पर जाएँ, {$count} नया संदेश
       *[other] सबसे नए पर जाएँ, {$count} नए संदेश
    }
jump-pill-new = {$count} नए

## The room’s messages

log-name = #{$room} के संदेश
log-new-aloud = {$time} से नए संदेश
log-new = {$time} से नए
me-settings = सेटिंग ({$keys})

## A message

message-pinned-aloud = पिन किया गया
message-edit-waits = बदलाव अभी सहेजा नहीं गया
message-edited-at = बदला गया: {$time}
message-edited-show = बदला गया: {$time}, पहले का लिखा दिखाएँ
message-edit-failed = बदलाव: {$why}
message-number = नंबर {$number}
message-mentions-you = आपका उल्लेख
message-stored = सहेजा गया
message-kept-sending = इस डिवाइस पर, भेजा जा रहा है
message-unkept-sending = सिर्फ़ इस पेज में, भेजा जा रहा है
message-kept-waiting = इस डिवाइस पर, कनेक्शन के इंतज़ार में
message-unkept-waiting = सिर्फ़ इस पेज में, कनेक्शन के इंतज़ार में
message-not-stored = सहेजा नहीं गया
message-sending = भेजा जा रहा है…
message-stored-as = सर्वर ने {$number} के रूप में सहेजा
message-stored-as-number = सर्वर ने नंबर {$number} के रूप में सहेजा
message-menu-name = {$name} का संदेश, {$time}
react-with = {$emoji} से प्रतिक्रिया दें
copy-link-to = {$number} का लिंक कॉपी करें
never-confirmed-draft = ड्राफ़्ट
new-room-becomes = यह #{$room} होगा।
people-list-too-many =
    { $count ->
        [one] {$count} व्यक्ति, सूची के लिए बहुत ज़्यादा।
       *[other] {$count} लोग, सूची के लिए बहुत ज़्यादा।
    }
presence-online = ऑनलाइन
presence-away = मौजूद नहीं
presence-offline = ऑफ़लाइन

## The room’s head

room-head-menu = रूम और लोग, {$count} बिना पढ़े
room-head-room = रूम
room-head-people =
    { $count ->
        [one] {$count} व्यक्ति यहाँ
       *[other] {$count} लोग यहाँ
    }

## The owner’s page

server-counted-another-code = कोई और कोड
server-doctor-finding-line = {$place} की पंक्ति
server-times-said = {$title}: {$count} नाप, उनमें से आधे {$half}
server-times-half = आधे {$time}
server-times-most = 100 में 99 {$time}
server-times-longer = और लंबा
unit-us = मा॰से॰
unit-s = से॰
server-traffic-connections = {$count} कनेक्शन
server-traffic-said = प्रति सेकंड सहेजे संदेश: ज़्यादा से ज़्यादा {$number}
server-traffic-each-second = प्रति सेकंड
server-traffic-of-a-core = % (एक कोर का)
per-second = {$unit}/से॰

## Settings

settings-language = भाषा
settings-language-of-browser = ब्राउज़र के अनुसार
settings-enter-sends = {$enter} भेजता है, {$other} नई पंक्ति बनाता है
settings-enter-breaks = {$enter} नई पंक्ति बनाता है, {$other} भेजता है
shortcuts-or = या
sign-out-failed = आप अब भी साइन इन हैं। {$why}
sign-out-means = यह ब्राउज़र भूल जाता है कि आप कौन हैं। आपके संदेश और नाम रहते हैं, पर कोई फिर आपके रूप में साइन इन नहीं कर सकता।
sign-out-files-go =
    { $count ->
        [one] {$count} फ़ाइल, जो आपने नहीं भेजी, इस ब्राउज़र से हटा दी जाती है।
       *[other] {$count} फ़ाइलें, जो आपने नहीं भेजीं, इस ब्राउज़र से हटा दी जाती हैं।
    }
status-help = ज़्यादा से ज़्यादा {$count} वर्ण। यह सबको दिखता है।
until = {$time} तक
status-not-disturbed-aloud = परेशान नहीं होना चाहते
status-name = आपका स्टेटस: {$status}
text-code-in = कोड, {$language}
told-quiet = {$from} से {$to} तक
told-as-in-settings = सेटिंग के अनुसार: {$tell}
told-about-room = #{$room} से इनकी सूचना दें
told-muted-until = {$time} तक म्यूट।

## The first page

welcome-say = आप हमेशा जानते हैं {$break}आपके शब्द कहाँ हैं।
welcome-lead = {$host} पर खुले रूम सबको दिखते हैं।
kept-delete = मिटाएँ

## Numbers and people

words-unread-above =
    { $count ->
        [one] ऊपर {$count} बिना पढ़ा संदेश
       *[other] ऊपर {$count} बिना पढ़े संदेश
    }
words-others = {$count} अन्य
words-not-there = संदेश {$number} इस रूम में नहीं है, या मिटाया गया।
words-no-such-room = यहाँ #{$room} नाम का रूम नहीं है।
words-chars = {$most} में से {$count} वर्ण
seconds = {$number} से॰
words-catching-up-on = छूटे संदेश आ रहे हैं, {$numbers}
words-online = ऑनलाइन
words-online-events = सर्वर इवेंट से ऑनलाइन
words-online-poll = लॉन्ग पोलिंग से ऑनलाइन
words-slow = ऑनलाइन, धीमा
words-slow-events = ऑनलाइन, धीमा, सर्वर इवेंट से
words-slow-poll = ऑनलाइन, धीमा, लॉन्ग पोलिंग से
words-stretch = {$first} से {$last}
words-part = {$head} में से {$numbers}
words-test = (जाँच: {$faults})
words-silent = चुप
words-minutes = {$minutes} मि॰ {$seconds} से॰
words-hours = {$hours} घं॰ {$minutes} मि॰
words-days = {$count} दिन
unit-b = B
unit-kb = KB
unit-mb = MB
decimal-point = .
words-unkept =
    { $count ->
        [one] {$count} संदेश केवल इस पेज में है: इस ब्राउज़र में रखने की जगह नहीं।
       *[other] {$count} संदेश केवल इस पेज में हैं: इस ब्राउज़र में रखने की जगह नहीं।
    }
words-waiting =
    { $count ->
        [one] {$count} संदेश इस डिवाइस पर इंतज़ार करता है और अपने-आप जाएगा।
       *[other] {$count} संदेश इस डिवाइस पर इंतज़ार करते हैं और अपने-आप जाएँगे।
    }
words-unkept-short = {$count} संदेश केवल इस पेज में।
words-waiting-short =
    { $count ->
        [one] {$count} संदेश इंतज़ार में है।
       *[other] {$count} संदेश इंतज़ार में हैं।
    }
words-all-go-out = कनेक्शन लौटते ही सभी {$count} इसी क्रम में, एक-एक बार जाते हैं।
words-left-behind =
    { $count ->
        [one] {$what}: सहेजा नहीं गया और अब नहीं भेजा जाएगा। रखने पर इस ब्राउज़र में अगले साइन इन करने वाले को दिखाया जाएगा।
       *[other] {$what}: सहेजे नहीं गए और अब नहीं भेजे जाएँगे। रखने पर इस ब्राउज़र में अगले साइन इन करने वाले को दिखाए जाएँगे।
    }
words-left-of = {$name}: {$what} इस डिवाइस पर रखे हैं।
words-left = पुराने लॉगिन: {$what} इस डिवाइस पर रखे हैं।
words-unsent =
    { $count ->
        [one] {$count} न भेजा गया संदेश
       *[other] {$count} न भेजे गए संदेश
    }
words-drafts = {$count} ड्राफ़्ट
words-signed-out-unsent =
    { $count ->
        [one] आप साइन आउट हो गए। आपका न भेजा गया संदेश इस डिवाइस पर है।
       *[other] आप साइन आउट हो गए। आपके {$count} न भेजे गए संदेश इस डिवाइस पर हैं।
    }
words-back-stored = {$count} सहेजे गए
words-back-fetched = {$count} लाए गए
words-back-complete = {$number} तक पूरा
words-back-online-with = फिर ऑनलाइन। {$what}।
words-hole-one = {$number} यहाँ नहीं है। फिर से लाया जा रहा है।
words-hole = {$numbers} यहाँ नहीं हैं। फिर से लाए जा रहे हैं।
words-typing-one = {$name} लिख रहे हैं
words-typing-two = {$first} और {$second} लिख रहे हैं
words-typing-three = {$first}, {$second} और {$third} लिख रहे हैं
words-new = {$count} नए
words-new-from = {$names} से {$count} नए
words-unread = {$count} बिना पढ़े
words-mentions = {$count} उल्लेख
words-not-in-the-last = यहाँ आपके पिछले संदेश में “{$text}” नहीं है।
words-jump-from = {$day}, किसी तारीख़ पर जाएँ
words-of-bytes = {$all} में से {$here}
words-retry-file = {$name} फिर आज़माएँ
words-remove-file = {$name} हटाएँ
words-progress = {$name} का अपलोड
words-open-picture = तस्वीर {$name} खोलें
words-too-many-files = {$count} फ़ाइलें हैं, और एक संदेश में ज़्यादा से ज़्यादा {$most} आती हैं। कुछ हटाएँ।
kept-scheduled-here =
    { $count ->
        [one] यहाँ {$count} संदेश शेड्यूल है
       *[other] यहाँ {$count} संदेश शेड्यूल हैं
    }
kept-due = {$count} रिमाइंडर
kept-refused =
    { $count ->
        [one] शेड्यूल किया गया {$count} संदेश नहीं भेजा गया
       *[other] शेड्यूल किए गए {$count} संदेश नहीं भेजे गए
    }
kept-all = शेड्यूल किया गया सब कुछ: {$count}
kept-message-at = संदेश, {$time}
kept-reminder-at = रिमाइंडर, {$time}
kept-was-due = रिमाइंडर, समय था {$time}
kept-not-sent = नहीं भेजा गया। {$why}
kept-will-be-sent = भेजा जाएगा: {$time}
kept-will-be-reminded = याद दिलाया जाएगा: {$time}
kept-more-readers = और {$count} अन्य
kept-or-more-readers = और {$count} या अधिक अन्य
thread-replies = {$count} जवाब
thread-deleted =
    { $count ->
        [one] {$count} मिटाया गया
       *[other] {$count} मिटाए गए
    }
thread-last-at = आख़िरी {$time}
thread-forwarded-from = #{$room} से आगे भेजा गया, लेखक {$name}
thread-forwarded = आगे भेजा गया, लेखक {$name}
thread-forwarded-to = #{$room} में आगे भेजा गया
thread-open = थ्रेड खोलें
search-found = {$count} संदेश।
search-first =
    { $count ->
        [one] अब तक {$count} संदेश।
       *[other] अब तक {$count} संदेश।
    }
search-behind =
    { $count ->
        [one] सबसे नई पंक्ति अभी खोजी नहीं गई।
       *[other] सबसे नई {$count} पंक्तियाँ अभी खोजी नहीं गईं।
    }
search-all = आप जो कुछ पढ़ सकते हैं, वह सब खोजा गया।
switcher-search-for = संदेशों में “{$text}” खोजें
doctor-good = ठीक:
doctor-bad = बदलें:
doctor-unknown = पता नहीं:
doctor-running = जाँच हो रही है। एक चुप WebSocket पर {$count} सेकंड तक नज़र रखी जाती है।
doctor-to-change =
    { $count ->
        [one] {$count} चीज़ बदलनी है।
       *[other] {$count} चीज़ें बदलनी हैं।
    }
compare-takes = {$way} में यहाँ WebSocket का {$times} गुना समय लगता है।
compare-carries = {$way} से यहाँ WebSocket के मुक़ाबले {$times} गुना कम संदेश जाते हैं।
compare-weighs = {$way} का वज़न यहाँ WebSocket का {$times} गुना है।
compare-behind = इस कनेक्शन पर WebSocket सबसे अच्छा नहीं रहा। इस बार आगे: {$way}।
compare-shares = जो एक साथ भेजा जाता है, वह एक ही अनुरोध में जाता है।

## What a close code means

closing-done = पूरा, दोनों पक्ष सहमत
closing-away = सर्वर या पेज जा रहा है
closing-protocol = एक फ़्रेम ने WebSocket प्रोटोकॉल तोड़ा
closing-kind = दूसरा पक्ष इस तरह का फ़्रेम नहीं पढ़ सकता
closing-no-code = बिना कोड का क्लोज़ फ़्रेम
closing-no-frame = क्लोज़ फ़्रेम नहीं: नेटवर्क या दूसरा पक्ष चला गया
closing-utf8 = एक टेक्स्ट फ़्रेम UTF-8 नहीं था
closing-policy = सर्वर के नियमों के विरुद्ध
closing-too-big = एक संदेश बहुत बड़ा था
closing-extension = एक एक्सटेंशन नहीं था
closing-fault = सर्वर की गड़बड़ी
closing-restart = सर्वर फिर शुरू हो रहा है
closing-busy = सर्वर व्यस्त है
closing-gateway = गेटवे को ख़राब जवाब मिला
closing-tls = सुरक्षित कनेक्शन नहीं (TLS)
closing-slow = यह पाठक बहुत धीमा था; बराबरी पर आ रहा है
closing-silent = एक हार्टबीट का जवाब नहीं आया
closing-no-hello = समय पर हेलो नहीं आया
closing-version = यह संस्करण वहाँ नहीं बोला जाता
closing-not-signed-in = साइन इन नहीं है
closing-none = क्लोज़ कोड नहीं
closing-reserved = प्रोटोकॉल के लिए आरक्षित
closing-library = किसी लाइब्रेरी ने रजिस्टर किया
closing-come-back = लौट आइए
closing-stay-away = मत लौटिए
closing-comes-back = यह क्लाइंट अपने-आप फिर जुड़ता है
closing-stays = यह क्लाइंट अपने-आप फिर नहीं जुड़ता

## Commands of the message box

command-away = बताता है कि आप मौजूद नहीं हैं, या कहाँ हैं
command-away-said = मौजूद नहीं
command-back = आपके बारे में अब कुछ नहीं बताता
command-help = कमांड की सूची देता है
command-invite = किसी को बुलाता है; अकेला हो तो रूम का लिंक कॉपी करता है
command-invite-takes = @नाम शब्द
command-invites = {$name} का न्योता: {$people}
command-invites-with = {$name} का न्योता: {$people} – {$words}
command-join = रूम खोलता है
command-join-takes = रूम
command-later = तय समय पर भेजता है
command-later-takes = 18:00 टेक्स्ट
command-me = आपके बारे में, तीसरे व्यक्ति की तरह कहता है
command-me-takes = आप क्या करते हैं
command-poll = पूछता है, जवाब प्रतिक्रियाओं से
command-poll-takes = सवाल? | एक | दूसरा
command-remind = आपको याद दिलाता है
command-remind-takes = me in 20 minutes टेक्स्ट
command-shrug = ¯\_(ツ)_/¯ जोड़ता है
command-spoiler = जब तक कोई न माँगे, छिपाता है
command-spoiler-takes = टेक्स्ट
command-status = आपके नाम के पास दिखाता है
command-status-takes = आप क्या करते हैं
command-topic = बताता है कि यह रूम किस बारे में है; - उसे हटाता है
command-topic-takes = किस बारे में
command-unknown = /{$name} नाम का कमांड नहीं है। शुरू में दो स्लैश लिखने पर एक भेजा जाता है।
command-no-time = /{$name} के बाद समय और टेक्स्ट आता है: 18:00, in 20 minutes, tomorrow 9:00।
command-no-poll = पोल में एक सवाल और 2 से 9 जवाब होते हैं: /poll चाय? | हाँ | नहीं।
command-twice-in-poll = जवाब {$answer} दो बार है।
command-nobody = यहाँ मौजूद या लिखने वालों में किसी का नाम {$name} नहीं है।
command-oneself = आप पहले से यहाँ हैं।
command-alone = /{$name} के बाद उसका विषय आता है: /{$name} {$takes}।

## Skin tones

tone-none = त्वचा का रंग नहीं
tone-light = हल्का
tone-medium-light = मध्यम हल्का
tone-medium = मध्यम
tone-medium-dark = मध्यम गहरा
tone-dark = गहरा

## Days

clock-today = आज
clock-yesterday = कल
clock-tomorrow-at = आने वाले कल, {$time}
clock-day-at = {$day}, {$time}

## Before and after the program runs

failure-stopped = Confab रुक गया
failure-means = प्रोग्राम की गड़बड़ी ने इस पेज को रोक दिया। आपका लिखा कुछ नहीं खोया।
boot-opening = Confab खुल रहा है
boot-late = इसमें समय लग रहा है।
boot-reload-page = पेज फिर लोड करें
boot-cannot = Confab शुरू नहीं हो सकता
boot-could-not = Confab शुरू नहीं हो सका
boot-stopped = Confab रुक गया
boot-no-webassembly = यह ब्राउज़र यहाँ WebAssembly नहीं चलाता। इसे अपडेट करें, या इस साइट के लिए WebAssembly की अनुमति दें।
boot-not-loaded = सर्वर ने पूरा प्रोग्राम नहीं भेजा। शायद वह फिर शुरू हो रहा है, या नेटवर्क बंद है।
boot-not-started = प्रोग्राम आया, पर शुरू नहीं हुआ।
boot-means = प्रोग्राम इस पेज पर रुक गया। सर्वर ने जो सहेजा है वह सुरक्षित है। जारी रखने के लिए फिर लोड करें।
boot-reload = फिर लोड करें
http-no-answer = सर्वर जवाब नहीं देता। थोड़ी देर में फिर कोशिश करें।

## Notifications

telling-mentions = {$name} ने #{$room} में आपका उल्लेख किया
telling-writes = {$name}, #{$room} में
telling-others = अन्य
telling-mention-you = {$count} में आपका उल्लेख

## What the server and the machine say in English: said again in this language

## (a sentence is known by its English words)

said-file-no-name = फ़ाइल का नाम नहीं है।
said-file-name-long = फ़ाइल का नाम 255 बाइट से लंबा है।
said-file-name-path = फ़ाइल का नाम एक पथ है। इसे सादे नाम से भेजें।
said-file-name-unseen = फ़ाइल के नाम में अदृश्य वर्ण हैं।
said-emoji-before-words = शब्दों से पहले एक ही इमोजी आता है।
said-status-empty = स्टेटस के लिए शब्द चाहिए।
said-status-long = स्टेटस में ज़्यादा से ज़्यादा {$number} वर्ण होते हैं।
said-status-sign = स्टेटस में {$sign} नहीं हो सकता।
said-topic-empty = विषय में दिखने वाले शब्द चाहिए।
said-topic-long = विषय में ज़्यादा से ज़्यादा {$number} अक्षर होते हैं।
said-topic-sign = विषय में {$sign} नहीं हो सकता।
said-message-empty = संदेश में कुछ टेक्स्ट चाहिए।
said-message-long = {$most} में से {$chars} वर्ण।
said-message-control = टेक्स्ट में एक नियंत्रण वर्ण ({$sign}) है जो भेजा नहीं जा सकता।
said-one-emoji = प्रतिक्रिया एक इमोजी होती है।
said-room-empty = रूम को नाम चाहिए।
said-room-long = रूम के नाम में ज़्यादा से ज़्यादा {$number} वर्ण होते हैं।
said-room-sign = रूम का नाम अक्षर, अंक, - और _ से बनता है; {$sign} इनमें नहीं।
said-room-start = रूम का नाम अक्षर या अंक से शुरू होता है।
said-name-empty = नाम चुनें।
said-name-long = नाम में ज़्यादा से ज़्यादा {$number} वर्ण होते हैं।
said-name-sign = नाम में {$sign} नहीं हो सकता।
said-sign-quoted = “{$letter}”
said-name-letter = नाम में कम से कम एक अक्षर या अंक होता है।
said-name-script = नाम एक ही लिपि में लिखा जाता है, ताकि वह किसी और का न लगे।
said-name-taken = यहाँ किसी का यही नाम है। एक अक्षर या जगह जोड़ें।
said-room-taken = इस नाम का रूम पहले से है।
said-server-full = सर्वर जितने कनेक्शन लेता है उतने हो चुके हैं। थोड़ी देर में फिर कोशिश करें।
said-address-full = आपके पते से बहुत कनेक्शन आते हैं। एक बंद करें, या थोड़ी देर में फिर कोशिश करें।
said-connecting-full = एक साथ बहुत लोग जुड़ रहे हैं। थोड़ी देर में फिर कोशिश करें।
said-address-fast = आपका पता बहुत बार जुड़ता है। थोड़ी देर में फिर कोशिश करें।
said-owner-rooms = इस सर्वर पर केवल मालिक रूम बनाता है।
said-owner-sees = सर्वर का हाल केवल मालिक देखता है।
said-owner-examines = यह सर्वर केवल मालिक जाँचता है।
said-owner-deletes = संदेश केवल लेखक और मालिक वापस लेते हैं।
said-owner-changes = रूम केवल मालिक बदलता है।
said-no-room = ऐसा कोई रूम नहीं है।
said-room-unread = रूम अभी पढ़ा नहीं जा सकता। बाद में फिर फ़ॉलो करें।
said-not-now = सर्वर यह अभी नहीं कर सकता। बाद में फिर कोशिश करें।
said-files-most = एक संदेश में ज़्यादा से ज़्यादा {$number} फ़ाइलें आती हैं।
said-too-fast = बहुत तेज़ी से बहुत-से फ़्रेम आए। एक सेकंड रुकें, फिर जारी रखें।
said-restarts = सर्वर फिर शुरू हो रहा है। फिर से जुड़ें और यह दोहराएँ।
said-rooms-most = इस सर्वर पर {$number} रूम हैं, और यही सीमा है।
said-draft-long = {$number} वर्णों का ड्राफ़्ट अपने डिवाइस पर रहता है।
said-code-wrong = यह कोड गलत है, इस्तेमाल हो चुका है या पुराना है। अपने दूसरे डिवाइस पर नया लें।
said-plan-far = एक साल से आगे का कुछ शेड्यूल नहीं होता।
said-plan-gone = इस बीच इसे भेज दिया गया या हटा दिया गया, और कुछ नहीं बदला गया।
said-plan-leaves = यह अभी भेजा जा रहा है।
said-too-often = आप यह बहुत बार करते हैं। थोड़ा रुकें।
said-sign-in = पहले साइन इन करें।
said-login-ended = यह लॉगिन ख़त्म हो चुका है; फिर साइन इन करें।
said-sign-in-crowd = अभी बहुत लोग साइन इन कर रहे हैं; थोड़ी देर में फिर कोशिश करें।
said-examined = एक जाँच पहले से चल रही है।
said-address-form = पते में https:// या http://, होस्ट और, अगर अलग हो तो, पोर्ट होता है।
said-foreign-file = यह फ़ाइल किसी और की है।
said-no-files = यह सर्वर फ़ाइलें नहीं लेता।
said-file-large = फ़ाइल {$size} से बड़ी है।
said-files-large = आपकी फ़ाइलें मिलकर {$size} से ज़्यादा होंगी।
said-files-count = आपकी यहाँ {$number} फ़ाइलें हैं, और यही सीमा है।
said-upload-elsewhere = इस अपलोड को कोई और अनुरोध आगे बढ़ा रहा है।
said-upload-more = बताए से ज़्यादा बाइट आए।
said-file-lies = फ़ाइल वह नहीं जो कहती है, बल्कि {$kind} है।
said-file-damaged = फ़ाइल ख़राब है: {$kind} की तरह शुरू होती है, पर {$what}।
said-kind-picture = एक चित्र
said-kind-film = एक वीडियो
said-kind-sound = एक ऑडियो
said-kind-pdf = एक PDF
said-kind-text = एक टेक्स्ट
said-kind-other = कुछ और
said-damage-early = बहुत जल्दी ख़त्म हो जाती है
said-damage-size = इसकी चौड़ाई या ऊँचाई नहीं है
said-damage-parts = इसमें बहुत ज़्यादा हिस्से हैं
said-damage-begin = एक हिस्सा वहाँ शुरू नहीं होता जहाँ होना चाहिए
said-damage-longer = एक हिस्सा फ़ाइल से लंबा है
said-damage-length = इसमें बिना लंबाई का एक हिस्सा है
said-damage-place = इसमें ऐसी जगह एक हिस्सा है जहाँ हो नहीं सकता
said-damage-two = इसके दो आकार हैं, या रंग ऐसे जो होते नहीं
said-damage-before = इसमें आकार से पहले पिक्सेल हैं
said-damage-no-pixels = इसमें पिक्सेल नहीं हैं
said-damage-colours = इसके रंग ऐसे हैं जो होते नहीं
said-damage-header = एक ही हेडर से शुरू नहीं होती
said-damage-unbegun = इसके पिक्सेल शुरू नहीं होते
said-damage-misplaced = एक हिस्सा बहुत छोटा या ग़लत जगह पर है
said-damage-long = बहुत लंबी है
said-size-bytes = {$number} बाइट
said-size-megabytes = {$number} MB
said-picture-large = {$width} × {$height} पिक्सेल की तस्वीर दिखाने के लिए बहुत बड़ी है।
said-disk-full-file = सर्वर की डिस्क भरी है; फ़ाइल सहेजी नहीं गई।
said-disk-full = सर्वर की डिस्क भरी है; कुछ सहेजा नहीं गया।
said-no-file = ऐसी कोई फ़ाइल नहीं है।
said-bytes-gone = यह फ़ाइल अब इस ब्राउज़र में नहीं है। इसे फिर से चुनें।
said-files-crowd = बहुत-सी फ़ाइलें रास्ते में हैं; थोड़ी देर में फिर कोशिश करें।
said-files-away = सर्वर अभी अपनी फ़ाइलों तक नहीं पहुँच पा रहा; फिर कोशिश करें।
said-data-away = सर्वर अभी अपने डेटा तक नहीं पहुँच पा रहा; फिर कोशिश करें।
said-taken-back = यह संदेश वापस लिया गया।
said-foreign-message = यह संदेश किसी और का है।
said-edited-since = आपके देखने के बाद यह संदेश बदला गया।
said-so-already = यह संदेश पहले से ऐसा है।
said-reactions-most = एक संदेश पर ज़्यादा से ज़्यादा {$number} अलग प्रतिक्रियाएँ होती हैं।
said-pins-most = एक रूम में ज़्यादा से ज़्यादा {$number} पिन किए संदेश होते हैं।
said-file-elsewhere = इस संदेश की एक फ़ाइल पहले से दूसरे संदेश में है।
said-no-message = ऐसा कोई संदेश नहीं है।
said-id-used = इस संदेश की आईडी किसी और टेक्स्ट के लिए इस्तेमाल हो चुकी है।
said-about-to-restart = सर्वर अभी फिर शुरू होने वाला है।
said-upload-broke = अपलोड टूट गया; जहाँ रुका वहीं से चलेगा।
said-readers-hidden = आप नहीं दिखाते कि कहाँ तक पढ़ा, इसलिए दूसरों का भी आपको नहीं बताया जाता।
said-search-away = सर्वर अभी खोज नहीं सकता; फिर कोशिश करें।
said-search-long = खोज में ज़्यादा से ज़्यादा {$most} वर्ण होते हैं; इसमें {$chars} हैं।
said-search-words = खोज में ज़्यादा से ज़्यादा {$number} शब्द होते हैं।
said-search-empty = खोजने को कुछ नहीं है।
said-search-no-date = “{$value}” कोई तारीख़ नहीं है। तारीख़ ऐसे लिखी जाती है: 2026-11-01।
said-busy = सर्वर व्यस्त है; थोड़ी देर में फिर कोशिश करें।
said-slow = जवाब में बहुत समय लगा। फिर कोशिश करें।
said-unanswered = सर्वर ने 20 सेकंड तक जवाब नहीं दिया। फिर कोशिश करने से यह दो बार पोस्ट नहीं होता।
said-disk-full-kept = सर्वर की डिस्क भरी है। आपका टेक्स्ट यहाँ रखा है।
said-other-name = यह दूसरे नाम से लिखा गया था। फिर कोशिश करने पर इस नाम से जाएगा।
said-room-offline = रूम को सर्वर चाहिए, और अभी उससे कनेक्शन नहीं है।
said-room-lost = सर्वर के जवाब से पहले कनेक्शन टूट गया। रूम बना होगा तो सूची में होगा।
said-room-unanswered = सर्वर ने 20 सेकंड तक जवाब नहीं दिया। रूम बना होगा तो सूची में होगा।
said-stopped-here = इस डिवाइस पर रोका गया।
said-ended-for-good = सर्वर ने कनेक्शन हमेशा के लिए ख़त्म किया: {$why}।
said-close-none = कोई कारण नहीं बताया गया
said-close-done = पूरा
said-close-away = जा रहा है
said-close-text = यहाँ केवल टेक्स्ट फ़्रेम पढ़े जाते हैं
said-close-utf8 = टेक्स्ट UTF-8 में होना चाहिए
said-close-rules = नियम तोड़ने वाले बहुत-से फ़्रेम
said-close-large = संदेश {$number} बाइट से बड़ा है
said-close-fault = सर्वर की गड़बड़ी
said-close-restarts = सर्वर फिर शुरू हो रहा है
said-close-busy = सर्वर व्यस्त है
said-close-slow = बहुत धीमा पढ़ना; लौटें और बराबरी करें
said-close-silent = एक पिंग का जवाब नहीं आया
said-close-hello = समय पर हेलो नहीं आया
said-close-version = यह संस्करण यहाँ नहीं बोला जाता; क्लाइंट अपडेट करें
said-close-sign-in = पहले साइन इन करें
said-compare-no = सर्वर इस रास्ते से जवाब नहीं देता।
said-no-stream = ब्राउज़र यहाँ कोई स्ट्रीम नहीं खोलता।
said-no-answer = सर्वर ने जवाब नहीं दिया।
said-link-gone = कनेक्शन नहीं रहा।
said-stream-bad = स्ट्रीम किसी अपठनीय चीज़ पर ख़त्म हुई।
said-stream-broke = स्ट्रीम टूट गई।
said-cut-here = कनेक्शन पैनल में काटा गया।
said-refused-here = कनेक्शन पैनल में अस्वीकार, जैसे बिना WebSocket वाले नेटवर्क में।
said-no-socket = ब्राउज़र यहाँ कोई सॉकेट नहीं खोलता।
said-link-broke = कनेक्शन टूट गया।
said-plans-most = {$number} संदेश और रिमाइंडर पहले से इंतज़ार में हैं।
said-plan-files = रिमाइंडर में फ़ाइलें नहीं आतीं।
said-drafts-most = {$number} ड्राफ़्ट पहले से रखे हैं।
said-uploads-most = {$number} फ़ाइलें पहले से रास्ते में हैं, और यही सीमा है।
said-requests-most = {$number} अनुरोध पहले से जवाब के इंतज़ार में हैं।
said-echoes = बहुत-सी इको चल रही हैं; फिर कोशिश करें।
said-examinations = बहुत-सी जाँचें चल रही हैं।
said-examined-own = सर्वर केवल अपने पते जाँचता है। अगर {$url} उनमें से है, तो उसे --allow-origin {$url} के साथ शुरू करें।
said-doctor-certificate-ends = प्रमाणपत्र {$number} दिनों में ख़त्म होता है।
said-doctor-certificate-good = प्रमाणपत्र {$number} दिन और मान्य है।
said-doctor-certificate-expired = प्रमाणपत्र ख़त्म हो चुका है: कोई ब्राउज़र नहीं जुड़ता।
said-doctor-certificate-early = प्रमाणपत्र अभी मान्य नहीं है: वह बाद में शुरू होता है, या कोई घड़ी ग़लत है।
said-doctor-certificate-chain = प्रमाणपत्र से ब्राउज़रों की जानी-पहचानी संस्था तक कोई कड़ी नहीं जाती: बीच के प्रमाणपत्र नहीं हैं, या यह स्व-हस्ताक्षरित है।
said-doctor-certificate-name = प्रमाणपत्र पते वाले नाम से अलग नाम का है।
said-doctor-no-tls = TLS नहीं है: {$why}।
said-doctor-not-itself = सर्वर वहाँ ख़ुद तक नहीं पहुँचता: {$why}। कुछ नेटवर्कों में अंदर से कोई सार्वजनिक पते तक नहीं पहुँचता; तब केवल बाहर से देखना मायने रखता है।
said-doctor-nobody = वहाँ कोई जवाब नहीं देता: {$why}।
said-doctor-proxy = प्रॉक्सी Confab तक नहीं पहुँचता: वह {$number} से जवाब देता है।
said-doctor-own-name = Confab ख़ुद को उस होस्ट नाम से नहीं जानता जो उस तक पहुँचता है।
said-doctor-other = वहाँ Confab के बजाय कुछ और {$number} से जवाब देता है।
said-doctor-answers-as = Confab {$version} जवाब देता है।
said-doctor-answers = Confab जवाब देता है।
said-doctor-host = होस्ट नाम पहुँचता है।
said-doctor-host-lost = होस्ट नाम नहीं पहुँचता: सर्वर को {$host} के बजाय {$seen} दिखता है, और वह अपने पेजों को पराया समझता है।
said-doctor-upgrade-lost = अपग्रेड नहीं पहुँचते: प्रॉक्सी Upgrade और Connection हेडर हटा देता है, इसलिए कोई WebSocket नहीं खुलता।
said-doctor-upgrade = WebSocket खुलता है और संदेश ले जाता है।
said-doctor-page-foreign = सर्वर {$url} के पेज को दूसरी साइट का समझकर मना करता है।
said-doctor-refused = सर्वर WebSocket को मना करता है: वह ख़ुद को इस होस्ट नाम से नहीं जानता।
said-doctor-upgrade-status = कोई WebSocket नहीं खुलता: अपग्रेड का जवाब 101 के बजाय {$number} है।
said-doctor-upgrade-none = कोई WebSocket नहीं खुलता। ब्राउज़र कारण नहीं बताता; ज़्यादातर कोई प्रॉक्सी Upgrade और Connection हेडर हटा देता है।
said-doctor-upgrade-empty = WebSocket खुलता है पर कुछ ले नहीं जाता: {$why}।
said-doctor-large = {$number} बाइट का संदेश पहुँचता है।
said-doctor-large-lost = {$number} बाइट का संदेश WebSocket से नहीं पहुँचता।
said-doctor-idle-short = चुप WebSocket {$number} सेकंड चलता है; ज़रूरी {$needed} सेकंड चलता है या नहीं, यह नहीं आज़माया गया।
said-doctor-idle = चुप WebSocket {$number} सेकंड चलता है।
said-doctor-idle-cut = चुप WebSocket {$number} सेकंड बाद काट दिया जाता है; उसे {$needed} सेकंड चलना चाहिए।
said-doctor-slow-cut = धीमा जवाब अंत से पहले काट दिया जाता है।
said-doctor-held-back = जवाब पूरे होने तक रोके जाते हैं: घटनाओं की स्ट्रीम ख़त्म होने तक कुछ नहीं लाती।
said-doctor-slow = धीमा जवाब टुकड़ों में आता है।
said-doctor-body = {$number} बाइट सामग्री वाला अनुरोध पहुँचता है।
said-doctor-body-large = {$number} बाइट सामग्री वाले अनुरोध बहुत बड़े कहकर मना किए जाते हैं।
said-doctor-body-status = {$number} बाइट सामग्री वाले अनुरोध का जवाब {$status} है।
said-doctor-clocks = सर्वर की घड़ी और इस घड़ी में {$number} सेकंड का अंतर है; एक ग़लत है।
said-doctor-clock = सर्वर की घड़ी सही है।
said-doctor-disk-low = डिस्क पर केवल {$number} MiB बचा है।
said-doctor-disk = डिस्क पर {$number} MiB बचा है।
said-doctor-files-few = सर्वर {$number} फ़ाइलें खुली रख सकता है, यानी कनेक्शन उससे कम।
said-doctor-files = सर्वर {$number} फ़ाइलें खुली रख सकता है।
said-doctor-why-late = समय पर कोई जवाब नहीं आता
said-doctor-why-none = कोई जवाब नहीं आता
said-doctor-why-unconnected = समय पर कोई कनेक्शन नहीं बनता
said-doctor-why-elsewhere = नाम इस सर्वर के किसी पते तक नहीं ले जाता
said-doctor-why-echo = कोई इको नहीं लौटती
said-fix-machine = मशीन
said-fix-renew = इसे नया करें, फिर: {$line}
said-fix-renews = फ़ाइलों वाली tls पंक्ति हटाएँ, ताकि Caddy ख़ुद नया करे
said-fix-certificate = {$line} उस नाम के प्रमाणपत्र के साथ
said-fix-site = {$line} साइट के पते के रूप में
said-fix-keep = {$line} हटाएँ; mode http रखें
said-fix-headers = customRequestHeaders से Upgrade और Connection हटाएँ
said-fix-remove-both = {$line} और {$other} हटाएँ
said-fix-buffering = buffering मिडलवेयर हटाएँ
said-fix-remove = {$line} हटाएँ
said-fix-disk = बड़ी डिस्क पर --data FOLDER; पहले सर्वर रोकें और फ़ोल्डर ले जाएँ
said-fix-service = सेवा के [Service] भाग में {$line}
said-host-unknown = यह सर्वर उस होस्ट नाम से नहीं जाना जाता। इसे --allow-origin और पेज के पते के साथ शुरू करें, जैसे --allow-origin https://chat.example।
said-page-foreign = पूछने वाला पेज दूसरी साइट का है। अगर वह इस सर्वर का इस्तेमाल कर सकता है, तो सर्वर को --allow-origin और उस पेज के ऑरिजिन के साथ शुरू करें।
said-server-closes = सर्वर बंद होने वाला है।

## Marked unread
mark-unread = यहाँ से बिना पढ़ा मानें
unread-marked = यहाँ से बिना पढ़ा
unread-only-own = यहाँ से आगे सब आपका लिखा है, और अपने संदेश कभी बिना पढ़े नहीं होते।

## Threads that are followed
thread-followed = फ़ॉलो किया
thread-follow = फ़ॉलो करें
thread-follow-means = नए जवाब थ्रेड में गिने जाते हैं और आपको बताया जाता है
thread-list-threads = थ्रेड
thread-list-close = थ्रेड बंद करें (Esc)
thread-list-none = अभी कोई थ्रेड नहीं। जो आप शुरू करते हैं, जिनमें जवाब देते हैं या जिन्हें फ़ॉलो करते हैं, वे यहाँ होते हैं।
thread-list-new-in = नए जवाबों वाले {$count} थ्रेड
