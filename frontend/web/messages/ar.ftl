# The words of Confab's pages: Arabic. The keys are those of the English file.

## shared

try-now = حاول الآن
close = إغلاق
show = عرض
emoji = الرموز التعبيرية
cancel = إلغاء
save = حفظ
you-can-go-on-writing = يمكنك متابعة الكتابة.
back-to-the-room = العودة إلى الغرفة
close-esc = إغلاق (Esc)
copied = تم النسخ
frames-in = الإطارات الواردة
frames-out = الإطارات الصادرة
bytes-in = البايتات الواردة
bytes-out = البايتات الصادرة
handshake = المصافحة
connecting = جارٍ الاتصال
round-trip = زمن الذهاب والإياب
last-5-min = آخر 5 دقائق
settings = الإعدادات
server = الخادم
discard = تجاهل
you = أنت
on-this-device = على هذا الجهاز
retry = إعادة المحاولة
react = تفاعل
pinned-messages = الرسائل المثبتة
topic = الموضوع
topic-of-the-room = الموضوع: {$topic}
topic-set = حدّد {$name} الموضوع: {$topic}
topic-removed = أزال {$name} الموضوع
log-too-old = شيء أحدث من أن تعرضه هذه الصفحة. أعد تحميلها.
topic-about = عمّ تدور هذه الغرفة
topic-help = سطر واحد. يراه كل من هنا فوق الرسائل.
topic-remove = إزالة
topic-save = تحديد الموضوع
unpin = إلغاء التثبيت
text-copied = تم نسخ النص
message-actions = إجراءات الرسالة
reply = رد
new-room = غرفة جديدة
rooms = الغرف
people-here = الموجودون هنا
add-a-reaction = إضافة تفاعل
nothing-yet = لا شيء بعد.
writing = الكتابة
attach-files = إرفاق ملفات
code = شيفرة
connection-panel = لوحة الاتصال
keyboard-shortcuts = اختصارات لوحة المفاتيح
for-an-hour = لمدة ساعة
show-more = عرض المزيد

## acts

acts-link-copied = تم نسخ الرابط
acts-room-link-copied = تم نسخ رابط الغرفة
acts-this-browser-did-not-let = لم يسمح هذا المتصفح للصفحة بالنسخ

## banner

banner-sign-in = تسجيل الدخول
banner-the-server-has-a-newer = لدى الخادم إصدار أحدث. أعد التحميل للمتابعة؛ لا يضيع شيء مما كتبته.
banner-reload = إعادة التحميل
banner-this-browser-keeps-nothing-unsent = هذا المتصفح لا يحتفظ بشيء: الرسائل غير المرسلة لا تبقى بعد إعادة التحميل.
banner-too-many-messages-wait-on = رسائل كثيرة تنتظر على هذا الجهاز. عادت الأخيرة إلى صندوق الرسالة.
banner-no-link-to-the-server = لا اتصال بالخادم.
banner-trying-now = جارٍ المحاولة

## blank

blank-nothing-here-yet = لا شيء هنا بعد
blank-loading-the-newest-messages = جارٍ تحميل أحدث الرسائل
blank-this-room-did-not-load = لم تُحمَّل هذه الغرفة
blank-nothing-you-wrote-is-lost = لم يضع شيء مما كتبته.

## chat

chat-skip-to-the-message-box = انتقل إلى صندوق الرسالة

## composer

composer-send-message = إرسال الرسالة
composer-write-a-message = اكتب رسالة
composer-do-not-reply = إلغاء الرد
composer-insert-emoji = إدراج رمز تعبيري

## edit-box

edit-box-edit-your-message = عدّل رسالتك
edit-box-edit-message = تعديل الرسالة
edit-box-message-is-gone = حُذفت الرسالة في هذه الأثناء. ما كتبته موجود في مربع الرسالة.

## emoji-picker

emoji-picker-search-emoji = ابحث عن رمز تعبيري
emoji-picker-skin-tone = لون البشرة
emoji-picker-fetching-the-emoji = جارٍ جلب الرموز التعبيرية…
emoji-picker-no-emoji-has-this-name = لا رمز تعبيري بهذا الاسم.
emoji-picker-found = النتائج
emoji-picker-last-used = المستخدمة مؤخرًا
emoji-smileys = الوجوه
emoji-people = الأشخاص
emoji-nature = الطبيعة
emoji-food = الطعام
emoji-travel = السفر
emoji-activities = الأنشطة
emoji-objects = الأشياء
emoji-symbols = الرموز
emoji-flags = الأعلام
emoji-flag-of = علم: {$country}

## fold

fold-show-less = عرض أقل
fold-show-all = عرض الكل

## wire

wire-connection = الاتصال
wire-connection-details = تفاصيل الاتصال
wire-copy-as-text = نسخ كنص
wire-not-copied-this-browser-does = لم يُنسخ: هذا المتصفح لا يسمح بذلك
wire-a-report-for-a-bug = تقرير لمتتبع الأخطاء؛ لا يتضمن ما كتبه الناس

## wire-break-it

wire-break-it-break-it = تجربة الأعطال
wire-break-it-try-to-lose-a-message = حاول أن تضيّع رسالة. لا يتأثر إلا هذا التبويب.
wire-break-it-drop-the-link = قطع الاتصال
wire-break-it-go-silent = إسكات الاتصال
wire-break-it-add-2-s-delay = تأخير ثانيتين
wire-break-it-lose-10 = فقدان 10%
wire-break-it-refuse-websocket = رفض WebSocket

## wire-compare

wire-compare-compare-the-transports = مقارنة طرق النقل
wire-compare-stop = إيقاف
wire-compare-some-hundred-small-messages-by = بضع مئات من الرسائل الصغيرة بكل طريقة، على اتصالات خاصة إلى جانب هذا. يستغرق ذلك بضع ثوانٍ.
wire-compare-a-requests-headers-are-counted = تُحسب ترويسات الطلب كما رآها الخادم قبل أن يضغطها HTTP/2، وإطارات WebSocket بدقة البايت.
wire-compare-compare = مقارنة

## wire-facts

wire-facts-outbox = صندوق الصادر
wire-facts-clock-offset = فرق الساعة
wire-facts-this-page = هذه الصفحة

## wire-frames

wire-frames-last-frames = آخر الإطارات
wire-frames-blank-text = إخفاء النص
wire-frames-pause = إيقاف مؤقت
wire-frames-filter-by-kind-post-entries = التصفية حسب النوع: post, entries, ping
wire-frames-filter-frames-by-kind = تصفية الإطارات حسب النوع
wire-frames-no-such-frame-yet = لا إطار كهذا بعد.
wire-frames-it-is-not-kept-any = لم يعد محفوظًا.
wire-frames-what-the-frame-carries = محتوى الإطار

## wire-handshake

wire-handshake-not-tried-yet = لم يُجرَّب بعد
wire-handshake-address = العنوان
wire-handshake-welcome = الترحيب
wire-handshake-heartbeat = نبض الحياة
wire-handshake-versions = الإصدارات
wire-handshake-asked-no-answer-yet = طُلب، ولا جواب بعد
wire-handshake-did-not-open = لم يُفتح
wire-handshake-not-yet = ليس بعد
wire-handshake-did-not-come = لم يصل
wire-handshake-no-link-to-listen-to = لا اتصال يُراقَب
wire-handshake-not-known-yet = غير معروف بعد

## wire-history

wire-history-server-has = لدى الخادم
wire-history-you-have = لديك
wire-history-missing = الناقص
wire-history-history = السجل

## wire-lives

wire-lives-how-this-connection-lives = كيف يعمل هذا الاتصال
wire-lives-nothing-was-tried-yet = لم يُجرَّب شيء بعد.
wire-lives-no-ping-was-answered-yet = لم يُجب عن أي ping بعد.
wire-lives-no-connection-of-this-page = لم ينتهِ أي اتصال لهذه الصفحة بعد.
wire-lives-no-try-of-this-page = لم تفشل أي محاولة لهذه الصفحة.
wire-lives-no-room-is-here-yet = لا غرفة هنا بعد.

## wire-now

wire-now-state = الحالة

## wire-recording

wire-recording-flight-recorder = الصندوق الأسود
wire-recording-all-that-this-page-was = كل ما تلقته هذه الصفحة وما فعلته، دون ما كتبه الناس. يمكن إعادة تشغيله بالعميل نفسه.
wire-recording-save-recording = حفظ التسجيل

## wire-tries

wire-tries-connections = الاتصالات
wire-tries-the-next-at-once = التالية فورًا

## wire-trips

wire-trips-now = الآن
wire-trips-not-measured = لم يُقَس

## wire-way

wire-way-transport = طريقة النقل
wire-way-the-best-that-there-is = أفضل ما هو متاح. وحيث تحجبها شبكة ما تُتخذ طريقة أخرى.
wire-way-websocket-does-not-get-through = لا يمر WebSocket من هنا. تصل الرسائل كتدفق أحداث وتُرسل كطلبات. يُجرَّب WebSocket من جديد تلقائيًا.
wire-way-neither-websocket-nor-a-stream = لا يمر من هنا WebSocket ولا تدفق. كل جواب يُطلب، فيكلف كل شيء أكثر قليلًا. يُجرَّب WebSocket من جديد تلقائيًا.
wire-way-chosen-on-this-device-no = اختيرت على هذا الجهاز. لا تُجرَّب طريقة أخرى.

## jump-pill

jump-pill-jump-to-newest = الانتقال إلى الأحدث
jump-pill-newest = الأحدث
jump-pill-mark-read = تعليم كمقروء

## log

log-fetching-older-messages = جارٍ جلب رسائل أقدم…
log-the-beginning-of-this-room = بداية هذه الغرفة

## message

message-edited = معدّلة
message-edit-again = تعديل مرة أخرى
message-pinned = مثبتة
message-only-in-this-page = في هذه الصفحة فقط

## message-dialogs

message-dialogs-delete-this-message-for-everyone = حذف هذه الرسالة للجميع؟
message-dialogs-it-is-gone-already = لم تعد موجودة.
message-dialogs-message-deleted = حُذفت الرسالة
message-dialogs-keep = إبقاء
message-dialogs-delete-message = حذف الرسالة
message-dialogs-its-text-also-what-it = يُمحى نصها، وما كانت تقوله من قبل، للجميع. لا يمكن التراجع عن ذلك.
message-dialogs-what-it-said-before = ما كانت تقوله من قبل
message-dialogs-the-message-was-deleted = حُذفت الرسالة.
message-dialogs-fetching-what-it-said-before = جارٍ جلب ما كانت تقوله من قبل…
message-dialogs-fetching-what-is-pinned = جارٍ جلب المثبتات…
message-dialogs-nothing-is-pinned-to-this = لا شيء مثبت في هذه الغرفة. ثبّت ما ينبغي أن يجده الناس مجددًا: افتح قائمة رسالة واختر «تثبيت في الغرفة».
message-dialogs-go-to-it = الذهاب إليها

## message-menu

message-menu-more-reactions = تفاعلات أخرى
message-menu-edit = تعديل
message-menu-pin-to-room = تثبيت في الغرفة
message-menu-copy-text = نسخ النص
message-menu-delete-for-everyone = حذف للجميع…

## never-confirmed

never-confirmed-never-confirmed = لم تُؤكَّد قط
never-confirmed-discard-all = تجاهل الكل
never-confirmed-later = لاحقًا
never-confirmed-these-were-written-under-a = كُتبت هذه في جلسة انتهت، فلا شيء يرسلها. ما كان منها في الطريق ربما حُفظ بالفعل: تحقق قبل إرساله ثانية.
never-confirmed-put-into-the-message-box = وضعها في صندوق الرسالة
never-confirmed-somebody = شخص ما
never-confirmed-a-room-that-is-not = غرفة ليست هنا

## new-room

new-room-name = الاسم
new-room-letters-digits-and-everybody-here = حروف وأرقام و - و _. يمكن للجميع هنا الانضمام.
new-room-make-room = إنشاء غرفة
new-room-making-the-room = جارٍ إنشاء الغرفة

## offers

offers-commands = الأوامر
offers-people = الأشخاص

## people-list

people-list-not-known-while-the-link = غير معروف أثناء انقطاع الاتصال
people-list-you = أنت

## plans

plans-in-20-minutes = بعد 20 دقيقة
plans-in-3-hours = بعد 3 ساعات

## quote

quote-jump-to-the-original = الانتقال إلى الأصل
quote-in-reply-to = ردًا على
quote-a-message-that-was-deleted = رسالة محذوفة

## room-head

room-head-rooms-and-people = الغرف والأشخاص

## room-list

room-list-draft = مسودة
room-list-has-a-draft = لها مسودة
room-list-muted = مكتومة
room-list-muted-2 = مكتومة

## server

server-server-details = تفاصيل الخادم

## server-counted

server-counted-ended = انتهت
server-counted-not-opened = لم تُفتح
server-counted-not-delivered = لم يُسلَّم
server-counted-came-back = عادت
server-counted-since-the-start = منذ البداية
server-counted-by-the-server = من الخادم
server-counted-by-the-client = من العميل
server-counted-by-the-network = من الشبكة
server-counted-asked-for-under-another-host = طُلب باسم مضيف آخر
server-counted-from-a-page-of-another = من صفحة موقع آخر
server-counted-without-a-request-for-an = دون طلب ترقية
server-counted-in-another-version-of-websocket = بإصدار آخر من WebSocket
server-counted-without-a-good-key = دون مفتاح صالح
server-counted-in-another-subprotocol = ببروتوكول فرعي آخر
server-counted-with-a-name-or-room = باسم غير متاح أو غرفة غير متاحة
server-counted-beyond-the-number-of-connections = فوق الحد المسموح من الاتصالات
server-counted-beyond-the-number-of-one = فوق الحد المسموح لعنوان واحد
server-counted-too-many-at-once = كثيرة في وقت واحد
server-counted-too-many-at-once-from = كثيرة في وقت واحد من عنوان واحد
server-counted-signals-typing-presence-to-readers = إشارات (الكتابة والحضور) إلى قراء متأخرين
server-counted-readers-closed-as-too-slow = قراء أُغلقوا لبطئهم؛ يعودون ويلحقون
server-counted-rooms-went-on-where-the = غرف تابعت من حيث كان القارئ
server-counted-rooms-began-with-the-newest = غرف بدأت بأحدث صفحة
server-counted-rooms-began-anew-another-log = غرف بدأت من جديد: سجل آخر أو تأخر كبير

## server-doctor

server-doctor-doctor = الفحص
server-doctor-public-address = العنوان العام
server-doctor-examining = جارٍ الفحص
server-doctor-examine = افحص
server-doctor-lines-for = الأسطر المناسبة لـ

## server-doctor-finding

server-doctor-finding-copy = نسخ
server-doctor-finding-not-copied = لم يُنسخ

## server-times

server-times-from-a-ping-to-its = من ping إلى جوابه
server-times-storing = الحفظ
server-times-until-a-message-is-on = حتى تصبح الرسالة على القرص
server-times-fan-out = التوزيع
server-times-until-it-is-on-its = حتى تنطلق إلى كل قارئ

## server-traffic

server-traffic-by-websocket = عبر WebSocket
server-traffic-by-lines = عبر أسطر نصية
server-traffic-by-event-stream = عبر تدفق الأحداث
server-traffic-by-polling = عبر الاستقصاء
server-traffic-messages-stored = الرسائل المحفوظة
server-traffic-most-waiting-for-one = أكثر ما انتظر لقارئ واحد
server-traffic-memory = الذاكرة
server-traffic-processor = المعالج
server-traffic-right-now = في هذه اللحظة

## settings

settings-system = النظام
settings-light = فاتح
settings-dark = داكن
settings-theme = المظهر
settings-sign-out-here = تسجيل الخروج هنا
settings-ends-the-login-of-this = ينهي جلسة هذا المتصفح.
settings-this-browser = هذا المتصفح

## shortcuts

shortcuts-getting-about = التنقل
shortcuts-to-a-room-person-or = إلى غرفة أو شخص أو لوحة
shortcuts-next-or-previous-room = الغرفة التالية أو السابقة
shortcuts-next-or-previous-unread = غير المقروء التالي أو السابق
shortcuts-next-or-previous-region = المنطقة التالية أو السابقة
shortcuts-send = إرسال
shortcuts-new-line-2 = سطر جديد
shortcuts-edit-my-last-in-an = تعديل رسالتي الأخيرة والصندوق فارغ
shortcuts-to-the-message-box = إلى صندوق الرسالة
shortcuts-any-letter = أي حرف
shortcuts-people-rooms-emoji-commands = أشخاص، غرف، رموز تعبيرية، أوامر
shortcuts-bold-italic = غامق، مائل
shortcuts-struck-out = مشطوب
shortcuts-the-rest = الباقي
shortcuts-close-what-is-open-then = إغلاق المفتوح، ثم تعليم الغرفة كمقروءة
shortcuts-search-this-room-everywhere = البحث في هذه الغرفة، وفي كل الغرف
shortcuts-this-list = هذه القائمة
shortcuts-among-messages = بين الرسائل
shortcuts-older-or-newer-message = الرسالة الأقدم أو الأحدث
shortcuts-oldest-or-newest-message = أقدم رسالة أو أحدثها
shortcuts-what-can-be-done-with = ما يمكن فعله بها
shortcuts-reply-react = رد، تفاعل
shortcuts-reply-in-thread-forward = رد في السلسلة، إعادة توجيه
shortcuts-edit-delete = تعديل، حذف
shortcuts-pin-or-unpin = تثبيت أو إلغاؤه
shortcuts-copy-its-link-its-text = نسخ رابطها أو نصها

## sidebar

sidebar-close-menu = إغلاق القائمة
sidebar-workspace = مساحة العمل

## sign-out

sign-out-sign-out = تسجيل الخروج؟
sign-out-stay = البقاء
sign-out-sign-out-2 = تسجيل الخروج
sign-out-signing-out = جارٍ تسجيل الخروج
sign-out-discard-and-sign-out = تجاهلها وتسجيل الخروج
sign-out-keep-and-sign-out = الاحتفاظ بها وتسجيل الخروج

## start-failed

start-failed-confab-did-not-start = لم يبدأ Confab

## status

status-your-status = حالتك
status-in-words = بالكلمات
status-clear = مسح
status-do-not-disturb = عدم الإزعاج
status-nothing-is-told-to-you = لا تصلك تنبيهات، ويرى الآخرون ذلك
status-saving = جارٍ الحفظ
status-until-i-change-it = حتى أغيّرها
status-for-30-minutes = لمدة 30 دقيقة
status-for-4-hours = لمدة 4 ساعات
status-for-how-long = إلى متى
status-does-not-want-to-be = لا يرغب في الإزعاج

## text

text-show-or-hide = عرض أو إخفاء
text-spoiler = محتوى مخفي
text-copy-code = نسخ الشيفرة

## told

told-show-notifications-on-this-device = عرض الإشعارات على هذا الجهاز
told-tell-me-about = نبّهني إلى
told-notifications = الإشعارات
told-words-that-count-as-a = كلمات تُعد إشارة إليّ
told-with-commas-between-them = تفصل بينها فواصل.
told-quiet-from = بداية الهدوء
told-quiet-to = نهاية الهدوء
told-quiet-hours = ساعات الهدوء
told-nothing-is-told-in-them = لا تنبيهات خلالها
told-sound = الصوت
told-notifications-of-this-room = إشعارات هذه الغرفة
told-or-nothing-at-all-for = أو لا شيء لبعض الوقت:
told-unmute = إلغاء الكتم
told-for-8-hours = لمدة 8 ساعات
told-notifications-of-this-room-none = إشعارات هذه الغرفة: لا شيء
told-this-browser-blocks-notifications-from = هذا المتصفح يحجب الإشعارات من هنا. اسمح بها في إعدادات الموقع بجانب العنوان.
told-this-browser-shows-notifications-only = لا يعرض هذا المتصفح إلا إشعارات الصفحات التي تصل عبر https.
told-mentions = الإشارات إليّ
told-everything = كل شيء
told-nothing = لا شيء
told-do-not-disturb = عدم الإزعاج
told-none = بلا
told-drop = قطرة
told-chime = جرس
told-knock = طرقة

## tools

tools-copy-link = نسخ الرابط
tools-react = تفاعل (+)
tools-reply-r = رد (R)
tools-more-actions = إجراءات أخرى
tools-more = المزيد

## welcome

welcome-kept-from-the-moment-you = تُحفظ منذ لحظة الضغط على Enter، حتى دون شبكة.
welcome-stored-as-1 = حُفظت برقم #1
welcome-shown-only-once-it-is = لا تظهر إلا بعد أن تصبح على قرص الخادم.
welcome-not-stored = لم تُحفظ
welcome-you-keep-the-text-retry = يبقى النص لديك. إعادة المحاولة لا تنشرها مرتين أبدًا.
welcome-as-the-others-will-see = كما سيراه الآخرون.
welcome-set-up-your-server = جهّز خادمك
welcome-nobody-has-been-here-before = لم يأتِ أحد إلى هنا قبلك، لذا سيكون هذا الخادم لك.
welcome-your-name = اسمك
welcome-open-confab = افتح Confab
welcome-opening = جارٍ الفتح
welcome-no-e-mail-address-no = لا بريد إلكتروني، ولا كلمة مرور، ولا تسجيل في أي مكان. كل شيء يبقى على هذا الخادم.
welcome-join-confab = انضم إلى Confab
welcome-what-should-we-call-you = بماذا نناديك؟
welcome-join = انضمام
welcome-joining = جارٍ الانضمام
welcome-no-account-needed-this-browser = لا حاجة إلى حساب: هذا المتصفح يتذكرك.
devices = أجهزتك
devices-why = كن الشخص نفسه على جهاز آخر أيضًا: غرفك ومسوداتك وما قرأته ترافقك.
devices-get = احصل على رمز
devices-getting = جارٍ الحصول على رمز…
devices-get-another = احصل على رمز آخر
devices-over = انتهت صلاحية الرمز.
devices-how = اختر «{$choice}» على الجهاز الآخر واكتبه هناك، أو افتح الرابط هناك. يصلح مرة واحدة خلال {$minutes ->
    [zero] {$minutes} دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] {$minutes} دقائق
    [many] {$minutes} دقيقة
   *[other] {$minutes} دقيقة
}.
devices-already-here = أنا هنا بالفعل على جهاز آخر
devices-title = تسجيل الدخول على هذا الجهاز
devices-lead = حيث سجّلت الدخول بالفعل، افتح الإعدادات واحصل على رمز تحت «أجهزتك».
devices-code = رمزك
devices-code-help = عشرة أحرف وأرقام كما يعرضها جهازك الآخر.
devices-sign-in = تسجيل الدخول
devices-signing-in = جارٍ تسجيل الدخول…
devices-new-here = أنا جديد هنا

## words

words-catching-up = جارٍ اللحاق
words-offline-trying-again = غير متصل · جارٍ إعادة المحاولة
words-offline-no-network = غير متصل · لا شبكة
words-signed-out = تم تسجيل الخروج
words-this-page-is-out-of = هذه الصفحة قديمة
words-stopped = متوقف
words-link-cut = الاتصال مقطوع
words-2-s-delay = تأخير ثانيتين
words-10-lost = فقدان 10%
words-no-websocket = بلا WebSocket
words-no-network-on-this-device = لا شبكة على هذا الجهاز. ستُعاد المحاولة فور توفرها.
words-what-you-write-waits-on = ما تكتبه ينتظر على هذا الجهاز.
words-it-goes-out-when-the = تُرسل عند عودة الاتصال، مرة واحدة.
words-both-go-out-when-the = تُرسل كلتاهما عند عودة الاتصال، بهذا الترتيب، مرة واحدة.
words-you-were-signed-out = تم تسجيل خروجك.
words-back-online = عاد الاتصال.
words-several-people-are-typing = عدة أشخاص يكتبون
words-attach-files-or-drop-them = أرفق ملفات، أو أفلتها في أي مكان
words-drop-to-attach = أفلت الملفات لإرفاقها
words-files-for-this-message = ملفات هذه الرسالة
words-waiting-for-its-turn = ينتظر دوره
words-interrupted-it-goes-on-by = انقطع. سيتابع تلقائيًا.
words-file-goes-with-the-page = لا يحتفظ به هذا المتصفح: يضيع إن أعدت تحميل الصفحة قبل اكتمال رفعه.
words-remove = إزالة
words-a-file-was-refused-retry = رُفض ملف. أعد المحاولة أو أزله أولًا.
words-a-file-was-refused = رُفض ملف. أزله أولًا.
words-goes-out-when-its-files = تُرسل حين تكتمل ملفاتها.
words-files-in-this-room = ملفات هذه الغرفة
words-nobody-has-sent-a-file = لم يرسل أحد ملفًا هنا بعد. أفلت ملفًا في أي مكان، أو اضغط مشبك الورق.
words-attach-it-as-a-file = إرفاقه كملف
words-picture = صورة
words-fetching-what-was-sent-here = جارٍ جلب ما أُرسل هنا…
words-jump-to-a-date = الانتقال إلى تاريخ
words-day = اليوم
words-go-there = اذهب إليه
words-nothing-was-written-since-that = لم يُكتب شيء منذ ذلك اليوم.
words-choose-a-day-first = اختر يومًا أولًا.

## compare

compare-round-trip-median-and-p99 = زمن الذهاب والإياب، الوسيط و p99
compare-messages-per-second = رسائل في الثانية
compare-bytes-per-message-there-and = بايتات لكل رسالة، ذهابًا وإيابًا
compare-no-websocket-gets-through-here = لا يمر WebSocket من هنا، فلا شيء يُقارَن به.
compare-nothing-but-the-websocket-answered = لم يُجب غير WebSocket.

## doctor

doctor-looks-at-this-server-as = يفحص هذا الخادم كما يصل إليه زواره، من هذا المتصفح ومن الخادم نفسه، ويقول ما ينبغي تغييره.
doctor-as-visitors-type-it = كما يكتبه الزوار.
doctor-this-page-came-from-another = جاءت هذه الصفحة من عنوان آخر، فلا يفحص إلا الخادم. افتح ذلك العنوان للفحص من متصفح أيضًا.
doctor-the-examination-took-too-long = طال الفحص أكثر مما ينبغي فأُنهي.
doctor-from-this-browser = من هذا المتصفح
doctor-from-the-server-itself = من الخادم نفسه
doctor-nothing-to-change = لا شيء لتغييره.

## kept

kept-also-written-on-another-device = كُتب أيضًا على جهاز آخر:
kept-put-into-the-box = وضعه في الصندوق
kept-discard-what-the-other-device = تجاهل ما كتبه الجهاز الآخر
kept-send-later = إرسال لاحقًا
kept-files-first = انتظر حتى تصل ملفاته ثم حدد وقت إرساله.
kept-remind-me = ذكّرني
kept-message = رسالة
kept-of-what = بماذا
kept-when = الموعد
kept-choose-a-day-and-a = اختر يومًا ووقتًا.
kept-that-time-has-passed = مضى ذلك الوقت.
kept-schedule = جدولة
kept-scheduling = جارٍ الجدولة
kept-keeping-it = جارٍ الحفظ
kept-scheduled-messages-and-reminders = الرسائل المجدولة والتذكيرات
kept-nothing-is-scheduled-choose-the = لا شيء مجدول. اختر الساعة بجانب «إرسال»، أو اكتب /later أو /remind.
kept-being-sent = قيد الإرسال
kept-reminder = تذكير:
kept-a-scheduled-message-was-not = لم تُرسل رسالة مجدولة:
kept-change = تغيير
kept-send-now = أرسل الآن
kept-show-message = عرض الرسالة
kept-done = تم
kept-remind-me-2 = ذكّرني…
kept-reminder-2 = تذكير
kept-read-by = قرأها…
kept-read-by-2 = قرأها
kept-asking-who-has-read-it = جارٍ السؤال عمن قرأها…
kept-nobody-else-has-read-this = لم يقرأها أحد غيرك بعد، أو لا يُظهرون ذلك.
kept-reading = القراءة
kept-show-others-how-far-i = أظهر للآخرين إلى أين قرأت
kept-without-it-you-do-not = دون ذلك لا ترى أنت أيضًا إلى أين قرأ الآخرون

## lives

lives-a-websocket-begins-as-an = يبدأ WebSocket كطلب HTTP عادي يطلب الترقية ويعرض اللغات التي يتكلمها.
lives-the-server-answers-101-names = يجيب الخادم 101 ويسمي اللغة المختارة، ومنذ ذلك البايت يرسل الطرفان متى شاءا.
lives-then-the-client-says-hello = ثم يرسل العميل تحيته مع ملف تعريف الارتباط، فيقول ترحيب الخادم من هو وما الغرف الموجودة.
lives-frames = الإطارات
lives-everything-after-the-handshake-is = كل ما بعد المصافحة إطارات: ترويسة من بايتين إلى أربعة عشر بايتًا، ثم النص.
lives-a-browser-masks-what-it = يقنّع المتصفح ما يرسله كي لا يحسبه وكيل في الطريق شيئًا آخر؛ أما الخادم فيرسل دون قناع.
lives-here-each-frame-is-one = كل إطار هنا كائن JSON واحد يستطيع أي أحد قراءته.
lives-ping-and-pong = ping و pong
lives-a-cable-that-is-pulled = السلك المنزوع لا يقول شيئًا، فالصمت لا يثبت شيئًا.
lives-the-server-pings-the-client = يرسل الخادم ping ويجيب العميل pong، وما بينهما زمن الذهاب والإياب.
lives-who-hears-nothing-for-longer = من لا يسمع شيئًا مدة أطول مما اتُّفق عليه في الترحيب يعدّ الاتصال ميتًا ويفتح غيره.
lives-close-codes = رموز الإغلاق
lives-a-connection-that-ends-in = الاتصال الذي ينتهي بنظام يقول السبب برقم.
lives-1000-is-done-1001-is = 1000 يعني الانتهاء، و1001 صفحة أو خادم يغادر، و1012 إعادة تشغيل؛ و4000 إلى 4499 تطلب من هذا العميل العودة، و4500 إلى 4999 ألا يعود.
lives-1006-is-no-number-that = 1006 رقم لم يرسله أحد: انتهى الاتصال دون كلمة.
lives-errors = الأخطاء
lives-a-browser-tells-a-page = لا يقول المتصفح للصفحة إلا أن WebSocket فشل، ولا يقول السبب أبدًا، كي لا تستكشف الصفحات شبكة.
lives-what-can-be-told-is = ما يمكن قوله هو إلى أين وصل: لا جواب، أو جواب بلا ترقية، أو اتصال انقطع لاحقًا.
lives-after-two-upgrades-that-were = بعد رفض ترقيتين ينتقل هذا العميل إلى طلبات عادية، وينظر بين حين وآخر هل يُفتح WebSocket.
lives-coming-back = العودة
lives-every-line-of-a-room = لكل سطر في الغرفة رقم، والعميل يعرف آخر رقم لديه.
lives-a-new-connection-asks-for = يطلب الاتصال الجديد ما جاء بعده، ويعيد إرسال ما لم يُؤكَّد بالمعرّف نفسه.
lives-so-a-cut-costs-time = فالانقطاع يكلف وقتًا ولا يكلف رسالة أبدًا.

## search

search-search = البحث
search-close-search-esc = إغلاق البحث (Esc)
search-search-messages = البحث في الرسائل
search-search-and-results = البحث والنتائج
search-newest-first = الأحدث أولًا
search-best-first = الأفضل أولًا
search-searching = جارٍ البحث…
search-also = كذلك:
search-no-message-has-this = لا رسالة تحوي هذا.

## switcher

switcher-go-to = اذهب إلى
switcher-a-room-a-person-a = غرفة أو شخص أو لوحة
switcher-messages-of = رسائل

## thread

thread-thread = سلسلة
thread-close-thread-esc = إغلاق السلسلة (Esc)
thread-thread-messages = رسائل السلسلة
thread-reply-in-thread = رد في السلسلة
thread-send-reply = إرسال الرد
thread-write-a-reply = اكتب ردًا
thread-fetching-the-thread = جارٍ جلب السلسلة…
thread-the-first-message-of-this = حُذفت أول رسالة في هذه السلسلة.
thread-nobody-can-reply = لم يعد بإمكان أحد الرد هنا.
thread-only-the-first-4-000 = لا يُقرأ هنا إلا أول 4,000 رد.
thread-this-works-in-the-rooms = يعمل هذا في صندوق رسالة الغرفة فقط.
thread-forward = إعادة توجيه
thread-forward-to-a-room = إعادة توجيه إلى غرفة
thread-find-a-room = ابحث عن غرفة
thread-no-room-of-yours-is = لا غرفة لك بهذا الاسم.
thread-no-replies-yet = لا ردود بعد

## Everywhere

list-comma = {"، "}
list-and = {$before} و{$last}
milliseconds = {$number} ملي ث

## The strip above the room

banner-offline-since = غير متصل منذ {$time}.
banner-next-try = المحاولة التالية بعد {$left}

## A room without messages

blank-new = #{$room} غرفة جديدة. ستكون أول رسالة {$number}.
blank-trying-again = إعادة المحاولة بعد {$left}.
blank-no-answer = لم يُجب الخادم.

## The message box

composer-name = رسالة إلى #{$room}
composer-replying = رد على {$name}
not-stored-because = لم تُحفظ. {$why}
edit-box-keys = {$enter} للحفظ {$escape} للإلغاء
foot-keys = {$sends} للإرسال {$breaks} لسطر جديد
foot-fetching = جارٍ جلب {$numbers}…
history-here = هنا: {$numbers}
history-complete = مكتملة حتى {$number}
history-fetching = جارٍ جلب {$numbers}
foot-as-of = حتى {$time}
dot-connection = الاتصال: {$state}

## The connection panel

wire-compare-measuring = جارٍ القياس: {$way}
wire-compare-blocked = محجوب. {$why}
wire-facts-oldest = الأقدم {$age}
wire-facts-messages = رسائل
wire-facts-failed = في الانتظار، وفشل {$count}
wire-handshake-answer = {$answer}، {$protocol}، فُتح بعد {$time}
wire-handshake-after = بعد {$time}
wire-handshake-heard = سُمع قبل {$ago}، يُعد مفقودًا بعد صمت {$silence}
wire-handshake-server = الخادم {$version}، {$protocol}
wire-history-rooms = الغرف المفتوحة المكتملة: {$complete} من {$all}
wire-history-only-here = {$count} على هذا الجهاز فقط
wire-history-other = الخادم {$head}، {$state}
wire-lives-yours = اتصالك: {$address}
wire-lives-answer = الجواب: {$answer}
wire-lives-welcome = الترحيب: {$when}
wire-lives-over-http = لا يمر WebSocket من هنا، فاتصالك عبر {$transport} وجوابه 201: الإطارات نفسها في طلبات عادية.
wire-lives-last-in = آخر وارد: {$kind}، {$size}، {$time}
wire-lives-last-out = آخر صادر: {$kind}، {$size}، {$time}
wire-lives-count = منذ فتح هذه الصفحة: {$here} واردة، {$there} صادرة.
wire-lives-round-trip = استغرق آخر ذهاب وإياب {$time}.
wire-lives-server = الخادم: {$heartbeat}
wire-lives-cursor = لديك: #{$room} مكتملة حتى {$number}؛ يطلب الاتصال الجديد ما يأتي بعده.
wire-now-since = مدة {$time}، منذ {$at}
wire-recording-last = آخر {$time}، {$size}
wire-tries-since = {$count} منذ فتح هذه الصفحة
wire-tries-next = المحاولة التالية بعد {$time}
wire-tries-closed = أُغلق {$code}، {$why}
wire-tries-failed = فشل {$code}، {$why}
wire-tries-given-up = تُرك هنا، {$why}
wire-tries-lasted = دام {$time}.
wire-tries-because = «{$why}».
wire-tries-online = متصل، فُتح WebSocket بعد {$time}
wire-tries-welcome = الترحيب بعد {$time}
unit-ms = ملي ث
wire-trips-median = الوسيط {$time}
wire-trips-worst = الأسوأ {$time}
wire-trips-said = زمن الذهاب والإياب خلال خمس دقائق: الوسيط {$median}، الأسوأ {$worst}
wire-trips-down = انقطع الاتصال مدة {$time}
wire-frames-in = وارد
wire-frames-out = صادر
transport-websocket = WebSocket
transport-events = أحداث الخادم
transport-poll = الاستقصاء الطويل
transport-events-title = أحداث الخادم
transport-poll-title = الاستقصاء الطويل
transport-automatic = تلقائي
transport-requests = طلبات عادية
transport-events-and-post = أحداث + POST

## Jumping to the newest

jump-pill-count =
    { $count ->
        [zero] الانتقال إلى الأحدث
        [one] الانتقال إلى الأحدث، رسالة جديدة واحدة
        [two] الانتقال إلى الأحدث، رسالتان جديدتان
        [few] الانتقال إلى الأحدث، {$count} رسائل جديدة
        [many] الانتقال إلى الأحدث، {$count} رسالة جديدة
       *[other] الانتقال إلى الأحدث، {$count} رسالة جديدة
    }
jump-pill-new = {$count} جديدة

## The room’s messages

log-name = رسائل #{$room}
log-new-aloud = رسائل جديدة منذ {$time}
log-new = جديد منذ {$time}
me-settings = الإعدادات ({$keys})

## A message

message-pinned-aloud = مثبتة
message-edit-waits = التعديل لم يُحفظ بعد
message-edited-at = عُدّلت {$time}
message-edited-show = عُدّلت {$time}، عرض ما كانت تقوله من قبل
message-edit-failed = التعديل: {$why}
message-number = رقم {$number}
message-mentions-you = تشير إليك
message-stored = محفوظة
message-kept-sending = على هذا الجهاز، قيد الإرسال
message-unkept-sending = في هذه الصفحة فقط، قيد الإرسال
message-kept-waiting = على هذا الجهاز، تنتظر الاتصال
message-unkept-waiting = في هذه الصفحة فقط، تنتظر الاتصال
message-not-stored = لم تُحفظ
message-sending = جارٍ الإرسال…
message-stored-as = حفظها الخادم برقم {$number}
message-stored-as-number = حفظها الخادم بالرقم {$number}
message-menu-name = رسالة من {$name}، {$time}
react-with = تفاعل بـ {$emoji}
copy-link-to = نسخ رابط {$number}
never-confirmed-draft = مسودة
new-room-becomes = سيكون اسمها #{$room}.
people-list-too-many =
    { $count ->
        [zero] لا أحد.
        [one] شخص واحد، والعدد أكبر من أن يُعرض.
        [two] شخصان، والعدد أكبر من أن يُعرض.
        [few] {$count} أشخاص، والعدد أكبر من أن يُعرض.
        [many] {$count} شخصًا، والعدد أكبر من أن يُعرض.
       *[other] {$count} شخص، والعدد أكبر من أن يُعرض.
    }
presence-online = متصل
presence-away = غائب
presence-offline = غير متصل

## The room’s head

room-head-menu = الغرف والأشخاص، {$count} غير مقروءة
room-head-room = غرفة
room-head-people =
    { $count ->
        [zero] لا أحد هنا
        [one] شخص واحد هنا
        [two] شخصان هنا
        [few] {$count} أشخاص هنا
        [many] {$count} شخصًا هنا
       *[other] {$count} شخص هنا
    }

## The owner’s page

server-counted-another-code = رمز آخر
server-doctor-finding-line = سطر {$place}
server-times-said = {$title}: عدد القياسات {$count}، نصفها {$half}
server-times-half = النصف {$time}
server-times-most = 99 من 100 {$time}
server-times-longer = أطول
unit-us = ميكرو ث
unit-s = ث
server-traffic-connections =
    { $count ->
        [zero] لا اتصالات
        [one] اتصال واحد
        [two] اتصالان
        [few] {$count} اتصالات
        [many] {$count} اتصالًا
       *[other] {$count} اتصال
    }
server-traffic-said = الرسائل المحفوظة في الثانية: {$number} على الأكثر
server-traffic-each-second = في الثانية
server-traffic-of-a-core = % من نواة
per-second = {$unit}/ث

## Settings

settings-language = اللغة
settings-language-of-browser = كما في المتصفح
settings-enter-sends = {$enter} للإرسال، {$other} لسطر جديد
settings-enter-breaks = {$enter} لسطر جديد، {$other} للإرسال
shortcuts-or = أو
sign-out-failed = لم يتم تسجيل خروجك. {$why}
sign-out-means = ينسى هذا المتصفح من أنت. تبقى رسائلك واسمك، لكن لن يستطيع أحد الدخول باسمك ثانية.
sign-out-files-go =
    { $count ->
        [zero] لا تُزال ملفات من هذا المتصفح.
        [one] يُزال من هذا المتصفح ملف واحد لم ترسله.
        [two] يُزال من هذا المتصفح ملفان لم ترسلهما.
        [few] تُزال من هذا المتصفح {$count} ملفات لم ترسلها.
        [many] يُزال من هذا المتصفح {$count} ملفًا لم ترسله.
       *[other] يُزال من هذا المتصفح {$count} ملف لم ترسله.
    }
status-help = {$count} حرفًا على الأكثر. يراها الجميع.
until = حتى {$time}
status-not-disturbed-aloud = لا يرغب في الإزعاج
status-name = حالتك: {$status}
text-code-in = شيفرة، {$language}
told-quiet = من {$from} إلى {$to}
told-as-in-settings = كما في الإعدادات: {$tell}
told-about-room = نبّهني في #{$room} إلى
told-muted-until = مكتومة حتى {$time}.

## The first page

welcome-say = تعرف دائمًا {$break}أين كلماتك.
welcome-lead = كل من في {$host} يرى الغرف المفتوحة.
kept-delete = حذف

## Numbers and people

words-unread-above =
    { $count ->
        [zero] لا رسائل غير مقروءة أعلاه
        [one] رسالة غير مقروءة أعلاه
        [two] رسالتان غير مقروءتين أعلاه
        [few] {$count} رسائل غير مقروءة أعلاه
        [many] {$count} رسالة غير مقروءة أعلاه
       *[other] {$count} رسالة غير مقروءة أعلاه
    }
words-others =
    { $count ->
        [one] شخص آخر
       *[other] {$count} غيرهم
    }
words-not-there = الرسالة {$number} ليست في هذه الغرفة، أو حُذفت.
words-no-such-room = لا توجد غرفة #{$room} هنا.
words-chars = {$count} من {$most} حرف
seconds = {$number} ث
words-catching-up-on = جارٍ اللحاق، {$numbers}
words-online = متصل
words-online-events = متصل عبر أحداث الخادم
words-online-poll = متصل عبر الاستقصاء الطويل
words-slow = متصل ببطء
words-slow-events = متصل ببطء عبر أحداث الخادم
words-slow-poll = متصل ببطء عبر الاستقصاء الطويل
words-stretch = {$first} إلى {$last}
words-part = {$numbers} من {$head}
words-test = (اختبار: {$faults})
words-silent = صامت
words-minutes = {$minutes} د {$seconds} ث
words-hours = {$hours} س {$minutes} د
words-days =
    { $count ->
        [zero] 0 يوم
        [one] يوم واحد
        [two] يومان
        [few] {$count} أيام
        [many] {$count} يومًا
       *[other] {$count} يوم
    }
unit-b = بايت
unit-kb = ك.ب
unit-mb = م.ب
decimal-point = .
words-unkept =
    { $count ->
        [zero] لا رسائل.
        [one] رسالة واحدة في هذه الصفحة فقط: لا مكان في هذا المتصفح لحفظها.
        [two] رسالتان في هذه الصفحة فقط: لا مكان في هذا المتصفح لحفظهما.
        [few] {$count} رسائل في هذه الصفحة فقط: لا مكان في هذا المتصفح لحفظها.
        [many] {$count} رسالة في هذه الصفحة فقط: لا مكان في هذا المتصفح لحفظها.
       *[other] {$count} رسالة في هذه الصفحة فقط: لا مكان في هذا المتصفح لحفظها.
    }
words-waiting =
    { $count ->
        [zero] لا رسائل تنتظر.
        [one] رسالة واحدة تنتظر على هذا الجهاز وتُرسل تلقائيًا.
        [two] رسالتان تنتظران على هذا الجهاز وتُرسلان تلقائيًا.
        [few] {$count} رسائل تنتظر على هذا الجهاز وتُرسل تلقائيًا.
        [many] {$count} رسالة تنتظر على هذا الجهاز وتُرسل تلقائيًا.
       *[other] {$count} رسالة تنتظر على هذا الجهاز وتُرسل تلقائيًا.
    }
words-unkept-short =
    { $count ->
        [zero] لا رسائل.
        [one] رسالة في هذه الصفحة فقط.
        [two] رسالتان في هذه الصفحة فقط.
        [few] {$count} رسائل في هذه الصفحة فقط.
        [many] {$count} رسالة في هذه الصفحة فقط.
       *[other] {$count} رسالة في هذه الصفحة فقط.
    }
words-waiting-short =
    { $count ->
        [zero] لا رسائل تنتظر.
        [one] رسالة تنتظر.
        [two] رسالتان تنتظران.
        [few] {$count} رسائل تنتظر.
        [many] {$count} رسالة تنتظر.
       *[other] {$count} رسالة تنتظر.
    }
words-all-go-out = تُرسل كلها ({$count}) عند عودة الاتصال، بهذا الترتيب، مرة واحدة.
words-left-behind = لم يُحفظ ما يلي، ولن يُرسل بعد الآن: {$what}. إن احتفظت به يُعرض على من يسجل الدخول بعدك في هذا المتصفح.
words-left-of = محفوظ على هذا الجهاز باسم {$name}: {$what}.
words-left = محفوظ على هذا الجهاز من جلسات سابقة: {$what}.
words-unsent =
    { $count ->
        [zero] لا رسائل غير مرسلة
        [one] رسالة غير مرسلة
        [two] رسالتان غير مرسلتين
        [few] {$count} رسائل غير مرسلة
        [many] {$count} رسالة غير مرسلة
       *[other] {$count} رسالة غير مرسلة
    }
words-drafts =
    { $count ->
        [zero] لا مسودات
        [one] مسودة واحدة
        [two] مسودتان
        [few] {$count} مسودات
        [many] {$count} مسودة
       *[other] {$count} مسودة
    }
words-signed-out-unsent =
    { $count ->
        [zero] تم تسجيل خروجك.
        [one] تم تسجيل خروجك. رسالتك غير المرسلة محفوظة على هذا الجهاز.
        [two] تم تسجيل خروجك. رسالتاك غير المرسلتين محفوظتان على هذا الجهاز.
        [few] تم تسجيل خروجك. رسائلك غير المرسلة ({$count}) محفوظة على هذا الجهاز.
        [many] تم تسجيل خروجك. رسائلك غير المرسلة ({$count}) محفوظة على هذا الجهاز.
       *[other] تم تسجيل خروجك. رسائلك غير المرسلة ({$count}) محفوظة على هذا الجهاز.
    }
words-back-stored = {$count} حُفظت
words-back-fetched = {$count} جُلبت
words-back-complete = مكتملة حتى {$number}
words-back-online-with = عاد الاتصال. {$what}.
words-hole-one = {$number} ناقصة هنا. يُعاد جلبها.
words-hole = {$numbers} ناقصة هنا. يُعاد جلبها.
words-typing-one = {$name} يكتب الآن
words-typing-two = {$first} و{$second} يكتبان الآن
words-typing-three = {$first} و{$second} و{$third} يكتبون الآن
words-new = {$count} جديدة
words-new-from = {$count} جديدة من {$names}
words-unread = {$count} غير مقروءة
words-mentions =
    { $count ->
        [zero] لا إشارات
        [one] إشارة واحدة إليك
        [two] إشارتان إليك
        [few] {$count} إشارات إليك
        [many] {$count} إشارة إليك
       *[other] {$count} إشارة إليك
    }
words-not-in-the-last = رسالتك الأخيرة هنا لا تقول «{$text}».
words-jump-from = {$day}، الانتقال إلى تاريخ
words-of-bytes = {$here} من {$all}
words-retry-file = إعادة محاولة {$name}
words-remove-file = إزالة {$name}
words-progress = رفع {$name}
words-open-picture = فتح الصورة {$name}
words-too-many-files = عدد الملفات {$count}، والرسالة تحمل {$most} على الأكثر. أزل بعضها.
kept-scheduled-here =
    { $count ->
        [zero] لا رسائل مجدولة هنا
        [one] رسالة واحدة مجدولة هنا
        [two] رسالتان مجدولتان هنا
        [few] {$count} رسائل مجدولة هنا
        [many] {$count} رسالة مجدولة هنا
       *[other] {$count} رسالة مجدولة هنا
    }
kept-due =
    { $count ->
        [zero] لا تذكيرات
        [one] تذكير واحد
        [two] تذكيران
        [few] {$count} تذكيرات
        [many] {$count} تذكيرًا
       *[other] {$count} تذكير
    }
kept-refused =
    { $count ->
        [zero] لا رسائل مجدولة لم تُرسل
        [one] رسالة مجدولة واحدة لم تُرسل
        [two] رسالتان مجدولتان لم تُرسلا
        [few] {$count} رسائل مجدولة لم تُرسل
        [many] {$count} رسالة مجدولة لم تُرسل
       *[other] {$count} رسالة مجدولة لم تُرسل
    }
kept-all = كل المجدول: {$count}
kept-message-at = رسالة، {$time}
kept-reminder-at = تذكير، {$time}
kept-was-due = تذكير، كان موعده {$time}
kept-not-sent = لم تُرسل. {$why}
kept-will-be-sent = ستُرسل: {$time}
kept-will-be-reminded = سيأتيك التذكير: {$time}
kept-more-readers =
    { $count ->
        [zero] ولا أحد غيرهم
        [one] وشخص آخر
        [two] وشخصان آخران
        [few] و{$count} آخرون
        [many] و{$count} شخصًا آخر
       *[other] و{$count} شخص آخر
    }
kept-or-more-readers = و{$count} غيرهم أو أكثر
thread-replies =
    { $count ->
        [zero] لا ردود
        [one] رد واحد
        [two] ردان
        [few] {$count} ردود
        [many] {$count} ردًا
       *[other] {$count} رد
    }
thread-deleted =
    { $count ->
        [zero] لا محذوف
        [one] رد محذوف
        [two] ردان محذوفان
        [few] {$count} ردود محذوفة
        [many] {$count} ردًا محذوفًا
       *[other] {$count} رد محذوف
    }
thread-last-at = الأخير {$time}
thread-forwarded-from = أُعيد توجيهها من #{$room}، كتبها {$name}
thread-forwarded = أُعيد توجيهها، كتبها {$name}
thread-forwarded-to = أُعيد توجيهها إلى #{$room}
thread-open = فتح السلسلة
search-found =
    { $count ->
        [zero] لا رسائل.
        [one] رسالة واحدة.
        [two] رسالتان.
        [few] {$count} رسائل.
        [many] {$count} رسالة.
       *[other] {$count} رسالة.
    }
search-first = {$count} رسالة حتى الآن.
search-behind =
    { $count ->
        [zero] لا أسطر.
        [one] أحدث سطر لم يُبحث فيه بعد.
        [two] أحدث سطرين لم يُبحث فيهما بعد.
        [few] أحدث {$count} أسطر لم يُبحث فيها بعد.
        [many] أحدث {$count} سطرًا لم يُبحث فيها بعد.
       *[other] أحدث {$count} سطر لم يُبحث فيها بعد.
    }
search-all = بُحث في كل ما يمكنك قراءته.
switcher-search-for = البحث عن «{$text}» في الرسائل
doctor-good = جيد:
doctor-bad = للتغيير:
doctor-unknown = غير معروف:
doctor-running = جارٍ الفحص. يُراقَب WebSocket صامت مدة {$count} ث.
doctor-to-change =
    { $count ->
        [zero] لا شيء لتغييره.
        [one] أمر واحد لتغييره.
        [two] أمران لتغييرهما.
        [few] {$count} أمور لتغييرها.
        [many] {$count} أمرًا لتغييرها.
       *[other] {$count} أمر لتغييرها.
    }
compare-takes = {$way}: الزمن هنا {$times} × زمن WebSocket.
compare-carries = {$way}: ينقل WebSocket هنا {$times} × ما تنقله هذه الطريقة من الرسائل.
compare-weighs = {$way}: الحجم هنا {$times} × حجم WebSocket.
compare-behind = لم يكن WebSocket الأفضل على هذا الاتصال. تقدّم عليه هذه المرة: {$way}.
compare-shares = ما يُرسل معًا يتقاسم طلباته.

## What a close code means

closing-done = انتهى، واتفق الطرفان
closing-away = الخادم يتوقف أو الصفحة تُغلق
closing-protocol = إطار خالف بروتوكول WebSocket
closing-kind = الطرف الآخر لا يقرأ هذا النوع من الإطارات
closing-no-code = إطار إغلاق بلا رمز
closing-no-frame = لا إطار إغلاق: اختفت الشبكة أو الطرف الآخر
closing-utf8 = إطار نصي ليس UTF-8
closing-policy = مخالف لقواعد الخادم
closing-too-big = رسالة أكبر مما ينبغي
closing-extension = إضافة ناقصة
closing-fault = خلل في الخادم
closing-restart = الخادم يعيد التشغيل
closing-busy = الخادم مشغول
closing-gateway = بوابة تلقت جوابًا سيئًا
closing-tls = لا اتصال آمن (TLS)
closing-slow = كان هذا القارئ بطيئًا جدًا؛ وهو يلحق
closing-silent = بقيت إشارة حياة بلا جواب
closing-no-hello = لم تصل تحية في وقتها
closing-version = هذا الإصدار غير مستخدم هناك
closing-not-signed-in = لم يُسجَّل الدخول
closing-none = ليس رمز إغلاق
closing-reserved = محجوز للبروتوكول
closing-library = مسجل لمكتبة
closing-come-back = عُد
closing-stay-away = لا تعد
closing-comes-back = يعيد هذا العميل الاتصال تلقائيًا
closing-stays = لا يعيد هذا العميل الاتصال تلقائيًا

## Commands of the message box

command-away = يقول إنك غائب، أو أين أنت
command-away-said = غائب
command-back = لا يقول عنك شيئًا بعد الآن
command-help = يسرد الأوامر
command-invite = يدعو شخصًا؛ ووحده ينسخ رابط الغرفة
command-invite-takes = @اسم كلمات
command-invites = {$name} يدعو {$people}
command-invites-with = {$name} يدعو {$people}: {$words}
command-join = يفتح غرفة
command-join-takes = غرفة
command-later = يرسلها في وقت محدد
command-later-takes = 18:00 نص
command-me = يقولها عنك بصيغة الغائب
command-me-takes = ما تفعله
command-poll = يسأل، والجواب بالتفاعلات
command-poll-takes = سؤال؟ | واحد | آخر
command-remind = يذكّرك بها
command-remind-takes = me in 20 minutes نص
command-shrug = يضيف ¯\_(ツ)_/¯
command-spoiler = يخفيها حتى يطلبها أحد
command-spoiler-takes = نص
command-status = يقولها عنك بجانب اسمك
command-status-takes = ما تفعله
command-topic = يقول عمّ تدور هذه الغرفة؛ - يزيله
command-topic-takes = عمّ تدور
command-unknown = لا يوجد أمر /{$name}. شرطتان مائلتان في البداية ترسلان شرطة واحدة.
command-no-time = يأتي /{$name} قبل وقت ونص: 18:00 أو in 20 minutes أو tomorrow 9:00.
command-no-poll = للاستطلاع سؤال ومن 2 إلى 9 أجوبة: /poll شاي؟ | نعم | لا.
command-twice-in-poll = الجواب {$answer} مكتوب مرتين.
command-nobody = لا أحد ممن هم هنا أو كتبوا هنا اسمه {$name}.
command-oneself = أنت هنا بالفعل.
command-alone = يأتي /{$name} قبل موضوعه: /{$name} {$takes}.

## Skin tones

tone-none = بلا لون بشرة
tone-light = فاتح
tone-medium-light = فاتح متوسط
tone-medium = متوسط
tone-medium-dark = داكن متوسط
tone-dark = داكن

## Days

clock-today = اليوم
clock-yesterday = أمس
clock-tomorrow-at = غدًا، {$time}
clock-day-at = {$day}، {$time}

## Before and after the program runs

failure-stopped = توقف Confab
failure-means = خلل في البرنامج أوقف هذه الصفحة. لم يضع شيء مما كتبته.
boot-opening = جارٍ فتح Confab
boot-late = يستغرق هذا وقتًا.
boot-reload-page = أعد تحميل الصفحة
boot-cannot = لا يمكن بدء Confab
boot-could-not = تعذر بدء Confab
boot-stopped = توقف Confab
boot-no-webassembly = لا يشغّل هذا المتصفح WebAssembly هنا. حدّثه، أو اسمح بـ WebAssembly لهذا الموقع.
boot-not-loaded = لم يرسل الخادم البرنامج كله. ربما يعيد التشغيل، أو الشبكة مقطوعة.
boot-not-started = وصل البرنامج لكنه لم يبدأ.
boot-means = توقف البرنامج في هذه الصفحة. ما حفظه الخادم بأمان. أعد التحميل للمتابعة.
boot-reload = إعادة التحميل
http-no-answer = الخادم لا يجيب. حاول بعد لحظة.

## Notifications

telling-mentions = إشارة إليك من {$name} في #{$room}
telling-writes = {$name} في #{$room}
telling-others = آخرين
telling-mention-you =
    { $count ->
        [zero] لا إشارة إليك
        [one] واحدة تشير إليك
        [two] اثنتان تشيران إليك
       *[other] {$count} تشير إليك
    }

## What the server and the machine say in English: said again in this language

## (a sentence is known by its English words)

said-file-no-name = الملف بلا اسم.
said-file-name-long = اسم الملف أطول من 255 بايتًا.
said-file-name-path = اسم الملف مسار. أرسله باسم بسيط.
said-file-name-unseen = في اسم الملف حروف لا تُرى.
said-emoji-before-words = قبل الكلمات يأتي رمز تعبيري واحد.
said-status-empty = الحالة تحتاج إلى كلمات.
said-status-long = الحالة {$number} حرفًا على الأكثر.
said-status-sign = لا يمكن أن تحوي الحالة {$sign}.
said-topic-empty = يحتاج الموضوع إلى كلمات مرئية.
said-topic-long = لا يزيد الموضوع على {$number} حرفًا.
said-topic-sign = لا يمكن أن يحتوي الموضوع على {$sign}.
said-message-empty = الرسالة تحتاج إلى نص.
said-message-long = {$chars} من {$most} حرف.
said-message-control = في النص حرف تحكم ({$sign}) لا يمكن إرساله.
said-one-emoji = التفاعل رمز تعبيري واحد.
said-room-empty = الغرفة تحتاج إلى اسم.
said-room-long = اسم الغرفة {$number} حرفًا على الأكثر.
said-room-sign = اسم الغرفة من حروف وأرقام و - و _؛ و{$sign} ليس منها.
said-room-start = يبدأ اسم الغرفة بحرف أو رقم.
said-name-empty = اختر اسمًا.
said-name-long = الاسم {$number} حرفًا على الأكثر.
said-name-sign = لا يمكن أن يحوي الاسم {$sign}.
said-sign-quoted = «{$letter}»
said-name-letter = في الاسم حرف أو رقم واحد على الأقل.
said-name-script = يُكتب الاسم بأبجدية واحدة كي لا ينتحل غيره.
said-name-taken = هنا من يحمل هذا الاسم. أضف حرفًا أو مكانًا.
said-room-taken = توجد غرفة بهذا الاسم.
said-server-full = لدى الخادم كل ما يقبله من اتصالات. حاول بعد لحظة.
said-address-full = تأتي من عنوانك اتصالات كثيرة. أغلق واحدًا، أو حاول بعد لحظة.
said-connecting-full = كثيرون يتصلون في وقت واحد. حاول بعد لحظة.
said-address-fast = يتصل عنوانك كثيرًا. حاول بعد لحظة.
said-owner-rooms = المالك وحده ينشئ الغرف على هذا الخادم.
said-owner-sees = المالك وحده يرى حال الخادم.
said-owner-examines = المالك وحده يفحص هذا الخادم.
said-owner-deletes = كاتبها والمالك وحدهما يسحبان الرسالة.
said-owner-changes = المالك وحده يغيّر الغرفة.
said-no-room = لا توجد غرفة كهذه.
said-room-unread = لا يمكن قراءة الغرفة الآن. تابعها لاحقًا.
said-not-now = لا يستطيع الخادم ذلك الآن. حاول لاحقًا.
said-files-most = عدد الملفات في الرسالة {$number} على الأكثر.
said-too-fast = إطارات كثيرة بسرعة كبيرة. انتظر ثانية ثم تابع.
said-restarts = الخادم يعيد التشغيل. اتصل ثانية ثم كرر ذلك.
said-rooms-most = عدد الغرف على هذا الخادم {$number}، وهذا هو الحد.
said-draft-long = مسودة من {$number} حرف تبقى على جهازها.
said-code-wrong = هذا الرمز خاطئ أو استُخدم أو انتهت صلاحيته. احصل على رمز جديد من جهازك الآخر.
said-plan-far = لا يُجدول شيء لأكثر من سنة مقدمًا.
said-plan-gone = أُرسل أو حُذف في هذه الأثناء، ولم يتغيّر شيء.
said-plan-leaves = يجري إرساله الآن.
said-too-often = تفعل هذا كثيرًا. انتظر لحظة.
said-sign-in = سجّل الدخول أولًا.
said-login-ended = انتهت هذه الجلسة؛ سجّل الدخول ثانية.
said-sign-in-crowd = كثيرون يسجلون الدخول الآن؛ حاول بعد لحظة.
said-examined = هناك فحص جارٍ بالفعل.
said-address-form = العنوان https:// أو http:// ثم مضيف، ومنفذ إن لم يكن معتادًا.
said-foreign-file = هذا الملف لشخص آخر.
said-no-files = هذا الخادم لا يقبل الملفات.
said-file-large = الملف أكبر من {$size}.
said-files-large = ستتجاوز ملفاتك معًا {$size}.
said-files-count = عدد ملفاتك هنا {$number}، وهذا هو الحد.
said-upload-elsewhere = طلب آخر يتابع هذا الرفع.
said-upload-more = وصلت بايتات أكثر مما أُعلن.
said-file-lies = الملف ليس ما يدّعيه، بل {$kind}.
said-file-damaged = الملف تالف: بدايته {$kind}، لكن {$what}.
said-kind-picture = صورة
said-kind-film = مقطع فيديو
said-kind-sound = مقطع صوتي
said-kind-pdf = ملف PDF
said-kind-text = نص
said-kind-other = شيء آخر
said-damage-early = نهايته مبكرة
said-damage-size = لا عرض له أو لا ارتفاع
said-damage-parts = أجزاؤه أكثر مما يجوز
said-damage-begin = أحد أجزائه لا يبدأ حيث ينبغي
said-damage-longer = أحد أجزائه أطول من الملف
said-damage-length = فيه جزء بلا طول
said-damage-place = فيه جزء حيث لا يجوز جزء
said-damage-two = له حجمان، أو ألوان لا وجود لها
said-damage-before = بكسلاته تأتي قبل حجمها
said-damage-no-pixels = لا بكسلات فيه
said-damage-colours = ألوانه لا وجود لها
said-damage-header = لا يبدأ بترويسة واحدة
said-damage-unbegun = بكسلاته لا تبدأ
said-damage-misplaced = أحد أجزائه قصير جدًا أو في غير موضعه
said-damage-long = طوله أكثر مما يجوز
said-size-bytes = {$number} بايت
said-size-megabytes = {$number} م.ب
said-picture-large = صورة بحجم {$width} في {$height} بكسل أكبر من أن تُعرض.
said-disk-full-file = قرص الخادم ممتلئ؛ لم يُحفظ الملف.
said-disk-full = قرص الخادم ممتلئ؛ لم يُحفظ شيء.
said-no-file = لا يوجد ملف كهذا.
said-bytes-gone = لم يعد الملف في هذا المتصفح. اختره من جديد.
said-files-crowd = ملفات كثيرة في الطريق؛ حاول بعد لحظة.
said-files-away = لا يصل الخادم إلى ملفاته الآن؛ حاول ثانية.
said-data-away = لا يصل الخادم إلى بياناته الآن؛ حاول ثانية.
said-taken-back = سُحبت هذه الرسالة.
said-foreign-message = هذه الرسالة لشخص آخر.
said-edited-since = عُدّلت هذه الرسالة بعد أن رأيتها.
said-so-already = هذه الرسالة على هذه الحال بالفعل.
said-reactions-most = لا يتجاوز عدد التفاعلات المختلفة على الرسالة {$number}.
said-pins-most = لا يتجاوز عدد الرسائل المثبتة في الغرفة {$number}.
said-file-elsewhere = ملف من هذه الرسالة موجود في رسالة أخرى.
said-no-message = لا توجد رسالة كهذه.
said-id-used = استُخدم معرّف هذه الرسالة لنص آخر.
said-about-to-restart = الخادم على وشك إعادة التشغيل.
said-upload-broke = انقطع الرفع؛ يتابع من حيث توقف.
said-readers-hidden = لا تُظهر إلى أين قرأت، فلا تعرف ذلك عن الآخرين.
said-search-away = لا يستطيع الخادم البحث الآن؛ حاول ثانية.
said-search-long = لا يتجاوز البحث {$most} من الأحرف؛ وفي هذا {$chars}.
said-search-words = لا يتجاوز عدد كلمات البحث {$number}.
said-search-empty = لا يوجد ما يُبحث عنه.
said-search-no-date = «{$value}» ليس تاريخًا. تُكتب التواريخ هكذا: 2026-11-01.
said-busy = الخادم مشغول؛ حاول بعد لحظة.
said-slow = طال الجواب أكثر مما ينبغي. حاول ثانية.
said-unanswered = لم يُجب الخادم مدة 20 ثانية. إعادة المحاولة لا تنشرها مرتين.
said-disk-full-kept = قرص الخادم ممتلئ. نصك محفوظ هنا.
said-other-name = كُتبت باسم آخر. إعادة المحاولة ترسلها بهذا الاسم.
said-room-offline = الغرفة تحتاج إلى الخادم، ولا اتصال به الآن.
said-room-lost = انقطع الاتصال قبل جواب الخادم. إن أُنشئت الغرفة فستظهر في القائمة.
said-room-unanswered = لم يُجب الخادم مدة 20 ثانية. إن أُنشئت الغرفة فستظهر في القائمة.
said-stopped-here = أُوقف على هذا الجهاز.
said-ended-for-good = أنهى الخادم الاتصال نهائيًا: {$why}.
said-close-none = لم يُذكر سبب
said-close-done = انتهى
said-close-away = يغادر
said-close-text = لا تُقرأ هنا إلا الإطارات النصية
said-close-utf8 = يجب أن يكون النص UTF-8
said-close-rules = إطارات كثيرة تخالف القواعد
said-close-large = الرسالة أكبر من {$number} بايت
said-close-fault = خلل في الخادم
said-close-restarts = الخادم يعيد التشغيل
said-close-busy = الخادم مشغول
said-close-slow = قراءة بطيئة جدًا؛ عُد والحق بالباقي
said-close-silent = بقي ping بلا جواب
said-close-hello = لم تصل تحية في وقتها
said-close-version = هذا الإصدار غير مستخدم هنا؛ حدّث العميل
said-close-sign-in = سجّل الدخول أولًا
said-compare-no = لا يجيب الخادم بهذه الطريقة.
said-no-stream = لا يفتح المتصفح تدفقًا هنا.
said-no-answer = لم يُجب الخادم.
said-link-gone = اختفى الاتصال.
said-stream-bad = انتهى التدفق بشيء لا يُقرأ.
said-stream-broke = انقطع التدفق.
said-cut-here = قُطع في لوحة الاتصال.
said-refused-here = رُفض في لوحة الاتصال، كما في شبكة بلا WebSocket.
said-no-socket = لا يفتح المتصفح مقبسًا هنا.
said-link-broke = انقطع الاتصال.
said-plans-most = تنتظر بالفعل {$number} من الرسائل والتذكيرات.
said-plan-files = لا يحمل التذكير ملفات.
said-drafts-most = حُفظت بالفعل {$number} من المسودات.
said-uploads-most = في الطريق بالفعل {$number} من الملفات، وهذا هو الحد.
said-requests-most = تنتظر بالفعل {$number} من الطلبات أجوبتها.
said-echoes = الأصداء الجارية كثيرة؛ حاول ثانية.
said-examinations = الفحوص الجارية كثيرة.
said-examined-own = لا يفحص الخادم إلا عناوينه. إن كان {$url} منها فشغّله مع --allow-origin {$url}.
said-doctor-certificate-ends = تنتهي الشهادة بعد {$number} من الأيام.
said-doctor-certificate-good = الشهادة صالحة لعدد {$number} من الأيام.
said-doctor-certificate-expired = انتهت صلاحية الشهادة: لا يتصل أي متصفح.
said-doctor-certificate-early = الشهادة غير صالحة بعد: تبدأ لاحقًا، أو إحدى الساعات خاطئة.
said-doctor-certificate-chain = لا سلسلة من الشهادة إلى جهة تعرفها المتصفحات: الشهادات الوسيطة ناقصة، أو هي موقعة ذاتيًا.
said-doctor-certificate-name = الشهادة لاسم غير الاسم الذي في العنوان.
said-doctor-no-tls = لا يوجد TLS: {$why}.
said-doctor-not-itself = لا يصل الخادم إلى نفسه هناك: {$why}. في بعض الشبكات لا يصل أحد من الداخل إلى العنوان العام؛ عندئذ لا يُعتد إلا بالنظر من الخارج.
said-doctor-nobody = لا أحد يجيب هناك: {$why}.
said-doctor-proxy = لا يصل الوكيل إلى Confab: يجيب بالرمز {$number}.
said-doctor-own-name = لا يعرف Confab نفسه باسم المضيف الذي يصله.
said-doctor-other = يجيب هناك شيء غير Confab، بالرمز {$number}.
said-doctor-answers-as = يجيب Confab {$version}.
said-doctor-answers = يجيب Confab.
said-doctor-host = اسم المضيف يصل.
said-doctor-host-lost = اسم المضيف لا يصل: يرى الخادم {$seen} بدل {$host}، فيحسب صفحاته غريبة.
said-doctor-upgrade-lost = لا تمر الترقيات: يزيل الوكيل الترويستين Upgrade وConnection، فلا يُفتح أي WebSocket.
said-doctor-upgrade = يُفتح WebSocket ويحمل الرسائل.
said-doctor-page-foreign = يحسب الخادم صفحة {$url} من موقع آخر فيرفضها.
said-doctor-refused = يرفض الخادم WebSocket: لا يعرف نفسه باسم المضيف هذا.
said-doctor-upgrade-status = لا يُفتح أي WebSocket: جواب الترقية {$number} بدل 101.
said-doctor-upgrade-none = لا يُفتح أي WebSocket. المتصفح لا يقول السبب؛ وغالبًا ما يزيل وكيلٌ الترويستين Upgrade وConnection.
said-doctor-upgrade-empty = يُفتح WebSocket لكنه لا يحمل شيئًا: {$why}.
said-doctor-large = رسالة من {$number} بايت تصل.
said-doctor-large-lost = رسالة من {$number} بايت لا تصل عبر WebSocket.
said-doctor-idle-short = يعيش WebSocket صامت {$number} ث؛ ولم تُجرَّب المدة اللازمة {$needed} ث.
said-doctor-idle = يعيش WebSocket صامت {$number} ث.
said-doctor-idle-cut = يُقطع WebSocket الصامت بعد {$number} ث؛ وعليه أن يعيش {$needed} ث.
said-doctor-slow-cut = يُقطع الجواب البطيء قبل نهايته.
said-doctor-held-back = تُحجز الأجوبة حتى تكتمل: لا يجلب تدفق الأحداث شيئًا حتى ينتهي.
said-doctor-slow = يصل الجواب البطيء قطعة قطعة.
said-doctor-body = طلب بمحتوى من {$number} بايت يصل.
said-doctor-body-large = تُرفض الطلبات بمحتوى من {$number} بايت لكبرها.
said-doctor-body-status = يُجاب طلب بمحتوى من {$number} بايت بالرمز {$status}.
said-doctor-clocks = بين ساعة الخادم وهذه الساعة فرق {$number} ث؛ إحداهما خاطئة.
said-doctor-clock = ساعة الخادم صحيحة.
said-doctor-disk-low = لم يبق في القرص إلا {$number} م.ب.
said-doctor-disk = بقي في القرص {$number} م.ب.
said-doctor-files-few = للخادم أن يفتح {$number} من الملفات، فاتصالاته أقل من ذلك.
said-doctor-files = للخادم أن يفتح {$number} من الملفات.
said-doctor-why-late = لا يأتي جواب في الوقت
said-doctor-why-none = لا يأتي جواب
said-doctor-why-unconnected = لا يتم اتصال في الوقت
said-doctor-why-elsewhere = لا يقود الاسم إلى أي عنوان لهذا الخادم
said-doctor-why-echo = لا يعود أي صدى
said-fix-machine = الجهاز
said-fix-renew = جدّدها ثم: {$line}
said-fix-renews = أزل سطر tls ذا الملفات ليجدد Caddy بنفسه
said-fix-certificate = {$line} مع شهادة ذلك الاسم
said-fix-site = {$line} عنوانًا للموقع
said-fix-keep = أزل {$line}؛ وأبقِ mode http
said-fix-headers = أزل Upgrade وConnection من customRequestHeaders
said-fix-remove-both = أزل {$line} و {$other}
said-fix-buffering = أزل الوسيط buffering
said-fix-remove = أزل {$line}
said-fix-disk = --data FOLDER على قرص أكبر؛ أوقف الخادم وانقل المجلد أولًا
said-fix-service = {$line} في قسم [Service] من الخدمة
said-host-unknown = هذا الخادم غير معروف باسم المضيف هذا. شغّله مع --allow-origin وعنوان الصفحة، مثل --allow-origin https://chat.example.
said-page-foreign = الصفحة السائلة من موقع آخر. شغّل الخادم مع --allow-origin وأصل تلك الصفحة إن جاز لها استخدام هذا الخادم.
said-server-closes = الخادم على وشك الإغلاق.

## Marked unread
mark-unread = تعليم كغير مقروء من هنا
unread-marked = غير مقروء من هنا
unread-only-own = كل ما بعد هذا كتبته أنت، ورسائلك لا تُعد غير مقروءة أبدًا.

## Threads that are followed
thread-followed = متابَعة
thread-follow = متابعة
thread-follow-means = تُحسب الردود الجديدة تحت السلاسل ويصلك إشعار بها
thread-list-threads = السلاسل
thread-list-close = إغلاق السلاسل (Esc)
thread-list-none = لا سلاسل بعد. هنا ما تبدؤه أو ترد فيه أو تتابعه.
thread-list-new-in =
    { $count ->
        [zero] لا سلاسل فيها ردود جديدة
        [one] سلسلة واحدة فيها ردود جديدة
        [two] سلسلتان فيهما ردود جديدة
        [few] {$count} سلاسل فيها ردود جديدة
        [many] {$count} سلسلة فيها ردود جديدة
       *[other] {$count} سلسلة فيها ردود جديدة
    }
