# The words of Confab's pages: Turkish. The keys are those of the English file.

## shared

try-now = Şimdi dene
close = Kapat
show = Göster
emoji = Emoji
cancel = Vazgeç
save = Kaydet
you-can-go-on-writing = Yazmaya devam edebilirsiniz.
back-to-the-room = Odaya dön
close-esc = Kapat (Esc)
copied = Kopyalandı
frames-in = Gelen çerçeveler
frames-out = Giden çerçeveler
bytes-in = Gelen bayt
bytes-out = Giden bayt
handshake = El sıkışma
connecting = Bağlanıyor
round-trip = Gidiş dönüş
last-5-min = son 5 dk
settings = Ayarlar
server = Sunucu
discard = At
you = Siz
on-this-device = Bu cihazda
retry = Yeniden dene
react = Tepki ver
pinned-messages = Sabitlenen mesajlar
topic = Konu
topic-of-the-room = Konu: {$topic}
topic-set = {$name} konuyu belirledi: {$topic}
topic-removed = {$name} konuyu kaldırdı
log-too-old = Bu sayfanın gösteremeyeceği kadar yeni bir şey. Sayfayı yenileyin.
topic-about = Bu oda ne hakkında
topic-help = Tek satır. Buradaki herkes onu mesajların üstünde görür.
topic-remove = Kaldır
topic-save = Konuyu belirle
unpin = Sabitlemeyi kaldır
text-copied = Metin kopyalandı
message-actions = Mesaj işlemleri
reply = Yanıtla
new-room = Yeni oda
rooms = Odalar
people-here = Buradaki kişiler
add-a-reaction = Tepki ekle
nothing-yet = Henüz bir şey yok.
writing = Yazma
attach-files = Dosya ekle
code = Kod
connection-panel = Bağlantı paneli
keyboard-shortcuts = Klavye kısayolları
for-an-hour = Bir saatliğine
show-more = Daha fazla göster

## acts

acts-link-copied = Bağlantı kopyalandı
acts-room-link-copied = Odanın bağlantısı kopyalandı
acts-this-browser-did-not-let = Bu tarayıcı sayfanın kopyalamasına izin vermedi

## banner

banner-sign-in = Oturum aç
banner-the-server-has-a-newer = Sunucuda daha yeni bir sürüm var. Devam etmek için yenileyin; yazdığınız hiçbir şey kaybolmaz.
banner-reload = Yenile
banner-this-browser-keeps-nothing-unsent = Bu tarayıcı hiçbir şey saklamıyor: gönderilmemiş mesajlar yenilemede kaybolur.
banner-too-many-messages-wait-on = Bu cihazda çok fazla mesaj bekliyor. Sonuncusu yeniden mesaj kutusunda.
banner-no-link-to-the-server = Sunucuyla bağlantı yok.
banner-trying-now = Şimdi deneniyor

## blank

blank-nothing-here-yet = Burada henüz bir şey yok
blank-loading-the-newest-messages = En yeni mesajlar yükleniyor
blank-this-room-did-not-load = Bu oda yüklenmedi
blank-nothing-you-wrote-is-lost = Yazdığınız hiçbir şey kaybolmadı.

## chat

chat-skip-to-the-message-box = Mesaj kutusuna geç

## composer

composer-send-message = Mesajı gönder
composer-write-a-message = Mesaj yaz
composer-do-not-reply = Yanıttan vazgeç
composer-insert-emoji = Emoji ekle

## edit-box

edit-box-edit-your-message = Mesajınızı düzenleyin
edit-box-edit-message = Mesajı düzenle
edit-box-message-is-gone = İleti bu arada silindi. Yazdıklarınız ileti kutusunda duruyor.

## emoji-picker

emoji-picker-search-emoji = Emoji ara
emoji-picker-skin-tone = Ten rengi
emoji-picker-fetching-the-emoji = Emojiler yükleniyor…
emoji-picker-no-emoji-has-this-name = Bu adda emoji yok.
emoji-picker-found = Bulunanlar
emoji-picker-last-used = Son kullanılanlar
emoji-smileys = Yüz ifadeleri
emoji-people = İnsanlar
emoji-nature = Doğa
emoji-food = Yiyecek
emoji-travel = Seyahat
emoji-activities = Etkinlikler
emoji-objects = Nesneler
emoji-symbols = Semboller
emoji-flags = Bayraklar
emoji-flag-of = Bayrak: {$country}

## fold

fold-show-less = Daha az göster
fold-show-all = Tümünü göster

## wire

wire-connection = Bağlantı
wire-connection-details = Bağlantı ayrıntıları
wire-copy-as-text = Metin olarak kopyala
wire-not-copied-this-browser-does = Kopyalanmadı: bu tarayıcı izin vermiyor
wire-a-report-for-a-bug = Hata takibi için bir rapor; insanların yazdıkları içinde yok

## wire-break-it

wire-break-it-break-it = Bozmayı dene
wire-break-it-try-to-lose-a-message = Bir mesajı kaybetmeyi deneyin. Yalnızca bu sekme etkilenir.
wire-break-it-drop-the-link = Bağlantıyı kes
wire-break-it-go-silent = Sessiz kal
wire-break-it-add-2-s-delay = 2 sn gecikme ekle
wire-break-it-lose-10 = %10 kaybet
wire-break-it-refuse-websocket = WebSocket’i reddet

## wire-compare

wire-compare-compare-the-transports = Taşıma yollarını karşılaştır
wire-compare-stop = Durdur
wire-compare-some-hundred-small-messages-by = Her yoldan birkaç yüz küçük mesaj, bunun yanında kendi bağlantılarıyla. Birkaç saniye sürer.
wire-compare-a-requests-headers-are-counted = Bir isteğin başlıkları, HTTP/2 paketlemeden önce sunucunun gördüğü gibi sayılır; bir WebSocket’in çerçeveleri baytı baytına.
wire-compare-compare = Karşılaştırma

## wire-facts

wire-facts-outbox = Giden kutusu
wire-facts-clock-offset = Saat farkı
wire-facts-this-page = Bu sayfa

## wire-frames

wire-frames-last-frames = Son çerçeveler
wire-frames-blank-text = Metni gizle
wire-frames-pause = Duraklat
wire-frames-filter-by-kind-post-entries = Türe göre süz: post, entries, ping
wire-frames-filter-frames-by-kind = Çerçeveleri türe göre süz
wire-frames-no-such-frame-yet = Henüz böyle bir çerçeve yok.
wire-frames-it-is-not-kept-any = Artık saklanmıyor.
wire-frames-what-the-frame-carries = Çerçevenin taşıdığı

## wire-handshake

wire-handshake-not-tried-yet = henüz denenmedi
wire-handshake-address = Adres
wire-handshake-welcome = Karşılama
wire-handshake-heartbeat = Yaşam sinyali
wire-handshake-versions = Sürümler
wire-handshake-asked-no-answer-yet = soruldu, henüz yanıt yok
wire-handshake-did-not-open = açılmadı
wire-handshake-not-yet = henüz değil
wire-handshake-did-not-come = gelmedi
wire-handshake-no-link-to-listen-to = dinlenecek bağlantı yok
wire-handshake-not-known-yet = henüz bilinmiyor

## wire-history

wire-history-server-has = Sunucuda
wire-history-you-have = Sizde
wire-history-missing = Eksik
wire-history-history = Geçmiş

## wire-lives

wire-lives-how-this-connection-lives = Bu bağlantı nasıl yaşıyor
wire-lives-nothing-was-tried-yet = Henüz bir şey denenmedi.
wire-lives-no-ping-was-answered-yet = Henüz hiçbir ping yanıtlanmadı.
wire-lives-no-connection-of-this-page = Bu sayfanın hiçbir bağlantısı henüz bitmedi.
wire-lives-no-try-of-this-page = Bu sayfanın hiçbir denemesi başarısız olmadı.
wire-lives-no-room-is-here-yet = Burada henüz oda yok.

## wire-now

wire-now-state = Durum

## wire-recording

wire-recording-flight-recorder = Kara kutu
wire-recording-all-that-this-page-was = Bu sayfanın aldığı ve yaptığı her şey; insanların yazdıkları hariç. Aynı istemciyle yeniden oynatılabilir.
wire-recording-save-recording = Kaydı indir

## wire-tries

wire-tries-connections = Bağlantılar
wire-tries-the-next-at-once = Sonraki deneme hemen

## wire-trips

wire-trips-now = şimdi
wire-trips-not-measured = ölçülmedi

## wire-way

wire-way-transport = Taşıma
wire-way-the-best-that-there-is = Var olanların en iyisi. Bir ağ onu engellerse başka yol seçilir.
wire-way-websocket-does-not-get-through = WebSocket buradan geçmiyor. Mesajlar olay akışı olarak gelir, istek olarak gider. WebSocket kendiliğinden yeniden denenir.
wire-way-neither-websocket-nor-a-stream = Buradan ne WebSocket ne de akış geçiyor. Her yanıt sorularak alınır, bu yüzden her şey biraz daha maliyetli. WebSocket kendiliğinden yeniden denenir.
wire-way-chosen-on-this-device-no = Bu cihazda seçildi. Başka yol denenmez.

## jump-pill

jump-pill-jump-to-newest = En yeniye git
jump-pill-newest = En yeni
jump-pill-mark-read = Okundu olarak işaretle

## log

log-fetching-older-messages = Daha eski mesajlar yükleniyor…
log-the-beginning-of-this-room = Bu odanın başı

## message

message-edited = düzenlendi
message-edit-again = Yeniden düzenle
message-pinned = Sabitlendi
message-only-in-this-page = Yalnızca bu sayfada

## message-dialogs

message-dialogs-delete-this-message-for-everyone = Bu mesaj herkes için silinsin mi?
message-dialogs-it-is-gone-already = Zaten yok.
message-dialogs-message-deleted = Mesaj silindi
message-dialogs-keep = Kalsın
message-dialogs-delete-message = Mesajı sil
message-dialogs-its-text-also-what-it = Metni, önceki hâlleriyle birlikte herkes için silinir. Bu geri alınamaz.
message-dialogs-what-it-said-before = Önceki hâlleri
message-dialogs-the-message-was-deleted = Mesaj silindi.
message-dialogs-fetching-what-it-said-before = Önceki hâlleri yükleniyor…
message-dialogs-fetching-what-is-pinned = Sabitlenenler yükleniyor…
message-dialogs-nothing-is-pinned-to-this = Bu odaya bir şey sabitlenmedi. İnsanların yeniden bulması gerekeni sabitleyin: bir mesajın menüsünü açıp “Odaya sabitle”yi seçin.
message-dialogs-go-to-it = Mesaja git

## message-menu

message-menu-more-reactions = Başka tepkiler
message-menu-edit = Düzenle
message-menu-pin-to-room = Odaya sabitle
message-menu-copy-text = Metni kopyala
message-menu-delete-for-everyone = Herkes için sil…

## never-confirmed

never-confirmed-never-confirmed = Hiç onaylanmayanlar
never-confirmed-discard-all = Tümünü at
never-confirmed-later = Sonra
never-confirmed-these-were-written-under-a = Bunlar artık bitmiş bir oturumda yazıldı, bu yüzden gönderilmez. Yolda olan biri çoktan kaydedilmiş olabilir: yeniden göndermeden önce bakın.
never-confirmed-put-into-the-message-box = Mesaj kutusuna koy
never-confirmed-somebody = Birisi
never-confirmed-a-room-that-is-not = burada olmayan bir oda

## new-room

new-room-name = Ad
new-room-letters-digits-and-everybody-here = Harfler, rakamlar, - ve _. Buradaki herkes katılabilir.
new-room-make-room = Oda oluştur
new-room-making-the-room = Oda oluşturuluyor

## offers

offers-commands = Komutlar
offers-people = Kişiler

## people-list

people-list-not-known-while-the-link = bağlantı yokken bilinmiyor
people-list-you = siz

## plans

plans-in-20-minutes = 20 dakika sonra
plans-in-3-hours = 3 saat sonra

## quote

quote-jump-to-the-original = Aslına git
quote-in-reply-to = Yanıtlanan
quote-a-message-that-was-deleted = Silinmiş bir mesaj

## room-head

room-head-rooms-and-people = Odalar ve kişiler

## room-list

room-list-draft = Taslak
room-list-has-a-draft = taslağı var
room-list-muted = Sessizde
room-list-muted-2 = sessizde

## server

server-server-details = Sunucu ayrıntıları

## server-counted

server-counted-ended = Biten
server-counted-not-opened = Açılmayan
server-counted-not-delivered = Ulaşmayan
server-counted-came-back = Geri gelen
server-counted-since-the-start = başlangıçtan beri
server-counted-by-the-server = sunucu tarafından
server-counted-by-the-client = istemci tarafından
server-counted-by-the-network = ağ tarafından
server-counted-asked-for-under-another-host = başka bir ana makine adıyla istenmiş
server-counted-from-a-page-of-another = başka bir sitenin sayfasından
server-counted-without-a-request-for-an = yükseltme isteği olmadan
server-counted-in-another-version-of-websocket = başka bir WebSocket sürümüyle
server-counted-without-a-good-key = geçerli anahtar olmadan
server-counted-in-another-subprotocol = başka bir alt protokolle
server-counted-with-a-name-or-room = geçersiz bir ad ya da odayla
server-counted-beyond-the-number-of-connections = bağlantı sınırının üzerinde
server-counted-beyond-the-number-of-one = adres başına sınırın üzerinde
server-counted-too-many-at-once = aynı anda çok fazla
server-counted-too-many-at-once-from = bir adresten aynı anda çok fazla
server-counted-signals-typing-presence-to-readers = geride kalan okurlara sinyaller (yazma, çevrimiçi durumu)
server-counted-readers-closed-as-too-slow = çok yavaş olduğu için kapatılan okurlar; geri gelip eksikleri alırlar
server-counted-rooms-went-on-where-the = odalar okurun kaldığı yerden sürdü
server-counted-rooms-began-with-the-newest = odalar en yeni sayfayla başladı
server-counted-rooms-began-anew-another-log = odalar baştan başladı: başka günlük ya da çok geride

## server-doctor

server-doctor-doctor = Tanılama
server-doctor-public-address = Dışa açık adres
server-doctor-examining = İnceleniyor
server-doctor-examine = İncele
server-doctor-lines-for = Şunun için satırlar

## server-doctor-finding

server-doctor-finding-copy = Kopyala
server-doctor-finding-not-copied = Kopyalanmadı

## server-times

server-times-from-a-ping-to-its = bir ping ile yanıtı arasında
server-times-storing = Kaydetme
server-times-until-a-message-is-on = mesaj diske yazılana kadar
server-times-fan-out = Dağıtma
server-times-until-it-is-on-its = her okura doğru yola çıkana kadar

## server-traffic

server-traffic-by-websocket = WebSocket ile
server-traffic-by-lines = satırlarla
server-traffic-by-event-stream = olay akışıyla
server-traffic-by-polling = yoklamayla
server-traffic-messages-stored = Kaydedilen mesajlar
server-traffic-most-waiting-for-one = Bir okur için en çok bekleyen
server-traffic-memory = Bellek
server-traffic-processor = İşlemci
server-traffic-right-now = Şu an

## settings

settings-system = Sistem
settings-light = Açık
settings-dark = Koyu
settings-theme = Tema
settings-sign-out-here = Burada oturumu kapat
settings-ends-the-login-of-this = Bu tarayıcıdaki oturumu bitirir.
settings-this-browser = Bu tarayıcı

## shortcuts

shortcuts-getting-about = Gezinme
shortcuts-to-a-room-person-or = Bir odaya, kişiye ya da panele
shortcuts-next-or-previous-room = Sonraki ya da önceki oda
shortcuts-next-or-previous-unread = Sonraki ya da önceki okunmamış
shortcuts-next-or-previous-region = Sonraki ya da önceki bölge
shortcuts-send = Gönder
shortcuts-new-line-2 = Yeni satır
shortcuts-edit-my-last-in-an = Kutu boşken son mesajımı düzenle
shortcuts-to-the-message-box = Mesaj kutusuna
shortcuts-any-letter = herhangi bir harf
shortcuts-people-rooms-emoji-commands = Kişiler, odalar, emoji, komutlar
shortcuts-bold-italic = Kalın, eğik
shortcuts-struck-out = Üstü çizili
shortcuts-the-rest = Diğerleri
shortcuts-close-what-is-open-then = Açık olanı kapat, sonra odayı okundu olarak işaretle
shortcuts-search-this-room-everywhere = Bu odada ara, her yerde ara
shortcuts-this-list = Bu liste
shortcuts-among-messages = Mesajlar arasında
shortcuts-older-or-newer-message = Daha eski ya da daha yeni mesaj
shortcuts-oldest-or-newest-message = En eski ya da en yeni mesaj
shortcuts-what-can-be-done-with = Mesajla yapılabilecekler
shortcuts-reply-react = Yanıtla, tepki ver
shortcuts-reply-in-thread-forward = Dizide yanıtla, ilet
shortcuts-edit-delete = Düzenle, sil
shortcuts-pin-or-unpin = Sabitle ya da sabitlemeyi kaldır
shortcuts-copy-its-link-its-text = Bağlantısını, metnini kopyala

## sidebar

sidebar-close-menu = Menüyü kapat
sidebar-workspace = Çalışma alanı

## sign-out

sign-out-sign-out = Oturum kapatılsın mı?
sign-out-stay = Kal
sign-out-sign-out-2 = Oturumu kapat
sign-out-signing-out = Oturum kapatılıyor
sign-out-discard-and-sign-out = At ve oturumu kapat
sign-out-keep-and-sign-out = Sakla ve oturumu kapat

## start-failed

start-failed-confab-did-not-start = Confab başlamadı

## status

status-your-status = Durumunuz
status-in-words = Durum metni
status-clear = Temizle
status-do-not-disturb = Rahatsız etmeyin
status-nothing-is-told-to-you = Size bir şey bildirilmez, başkaları da bunu görür
status-saving = Kaydediliyor
status-until-i-change-it = Ben değiştirene kadar
status-for-30-minutes = 30 dakikalığına
status-for-4-hours = 4 saatliğine
status-for-how-long = Ne kadar süreyle
status-does-not-want-to-be = Rahatsız edilmek istemiyor

## text

text-show-or-hide = Göster ya da gizle
text-spoiler = Sürprizbozan
text-copy-code = Kodu kopyala

## told

told-show-notifications-on-this-device = Bu cihazda bildirim göster
told-tell-me-about = Bana bildir
told-notifications = Bildirimler
told-words-that-count-as-a = Bahsetme sayılacak sözcükler
told-with-commas-between-them = Aralarına virgül koyun.
told-quiet-from = Sessizlik başlangıcı
told-quiet-to = Sessizlik bitişi
told-quiet-hours = Sessiz saatler
told-nothing-is-told-in-them = Bu saatlerde bir şey bildirilmez
told-sound = Ses
told-notifications-of-this-room = Bu odanın bildirimleri
told-or-nothing-at-all-for = Ya da bir süre hiçbir şey:
told-unmute = Sessizden çıkar
told-for-8-hours = 8 saatliğine
told-notifications-of-this-room-none = Bu odanın bildirimleri: yok
told-this-browser-blocks-notifications-from = Bu tarayıcı buradan gelen bildirimleri engelliyor. Adresin solundaki site ayarlarından izin verin.
told-this-browser-shows-notifications-only = Bu tarayıcı yalnızca https ile gelen sayfaların bildirimlerini gösterir.
told-mentions = Bahsetmeler
told-everything = Her şey
told-nothing = Hiçbir şey
told-do-not-disturb = rahatsız etmeyin
told-none = Yok
told-drop = Damla
told-chime = Çan
told-knock = Vuruş

## tools

tools-copy-link = Bağlantıyı kopyala
tools-react = Tepki ver (+)
tools-reply-r = Yanıtla (R)
tools-more-actions = Başka işlemler
tools-more = Daha fazla

## welcome

welcome-kept-from-the-moment-you = Ağ olmasa bile Enter’a bastığınız andan beri saklanır.
welcome-stored-as-1 = #1 olarak kaydedildi
welcome-shown-only-once-it-is = Ancak sunucunun diskine yazılınca gösterilir.
welcome-not-stored = Kaydedilmedi
welcome-you-keep-the-text-retry = Metin sizde kalır. Yeniden deneseniz de asla iki kez gönderilmez.
welcome-as-the-others-will-see = Başkalarının göreceği gibi.
welcome-set-up-your-server = Sunucunuzu kurun
welcome-nobody-has-been-here-before = Sizden önce burada kimse olmadı, bu sunucu sizin olacak.
welcome-your-name = Adınız
welcome-open-confab = Confab’ı aç
welcome-opening = Açılıyor
welcome-no-e-mail-address-no = E-posta adresi yok, parola yok, hiçbir yere kayıt yok. Her şey bu sunucuda kalır.
welcome-join-confab = Confab’a katıl
welcome-what-should-we-call-you = Size nasıl seslenelim?
welcome-join = Katıl
welcome-joining = Katılınıyor
welcome-no-account-needed-this-browser = Hesap gerekmez: bu tarayıcı sizi hatırlar.
devices = Cihazların
devices-why = Başka bir cihazda da aynı kişi ol: odaların, taslakların ve okudukların seninle gelir.
devices-get = Kod al
devices-getting = Kod alınıyor…
devices-get-another = Başka bir kod al
devices-over = Kodun süresi doldu.
devices-how = Diğer cihazda “{$choice}” seçeneğini seçip oraya yaz ya da bağlantıyı orada aç. Bir kez, {$minutes} dakika içinde geçerlidir.
devices-already-here = Başka bir cihazda zaten buradayım
devices-title = Bu cihazda oturum aç
devices-lead = Zaten oturum açtığın yerde ayarları aç ve “Cihazların” altından bir kod al.
devices-code = Kodun
devices-code-help = Diğer cihazının gösterdiği on harf ve rakam.
devices-sign-in = Oturum aç
devices-signing-in = Oturum açılıyor…
devices-new-here = Burada yeniyim

## words

words-catching-up = Eksikler alınıyor
words-offline-trying-again = Çevrimdışı · yeniden deneniyor
words-offline-no-network = Çevrimdışı · ağ yok
words-signed-out = Oturum kapalı
words-this-page-is-out-of = Bu sayfa güncel değil
words-stopped = Durduruldu
words-link-cut = bağlantı kesik
words-2-s-delay = 2 sn gecikme
words-10-lost = %10 kayıp
words-no-websocket = WebSocket yok
words-no-network-on-this-device = Bu cihazda ağ yok. Olur olmaz yeniden denenir.
words-what-you-write-waits-on = Yazdıklarınız bu cihazda bekler.
words-it-goes-out-when-the = Bağlantı gelince bir kez gönderilir.
words-both-go-out-when-the = İkisi de bağlantı gelince bu sırayla, bir kez gönderilir.
words-you-were-signed-out = Oturumunuz kapandı.
words-back-online = Yeniden çevrimiçi.
words-several-people-are-typing = Birkaç kişi yazıyor
words-attach-files-or-drop-them = Dosya ekleyin ya da herhangi bir yere bırakın
words-drop-to-attach = Eklemek için bırakın
words-files-for-this-message = Bu mesajın dosyaları
words-waiting-for-its-turn = Sırasını bekliyor
words-interrupted-it-goes-on-by = Kesildi. Kendiliğinden sürer.
words-file-goes-with-the-page = Bu tarayıcı onu saklamıyor: yüklenmeden sayfayı yenilerseniz kaybolur.
words-remove = Kaldır
words-a-file-was-refused-retry = Bir dosya reddedildi. Önce yeniden deneyin ya da kaldırın.
words-a-file-was-refused = Bir dosya reddedildi. Önce onu kaldırın.
words-goes-out-when-its-files = Dosyaları sunucuya ulaşınca gönderilir.
words-files-in-this-room = Bu odadaki dosyalar
words-nobody-has-sent-a-file = Burada henüz kimse dosya göndermedi. Herhangi bir yere bir dosya bırakın ya da ataç simgesine basın.
words-attach-it-as-a-file = Dosya olarak ekle
words-picture = Resim
words-fetching-what-was-sent-here = Burada gönderilenler yükleniyor…
words-jump-to-a-date = Bir tarihe git
words-day = Gün
words-go-there = Oraya git
words-nothing-was-written-since-that = O günden beri bir şey yazılmadı.
words-choose-a-day-first = Önce bir gün seçin.

## compare

compare-round-trip-median-and-p99 = Gidiş dönüş, medyan ve p99
compare-messages-per-second = Saniyede mesaj
compare-bytes-per-message-there-and = Mesaj başına bayt, gidiş dönüş
compare-no-websocket-gets-through-here = Buradan WebSocket geçmiyor, bu yüzden karşılaştıracak bir şey yok.
compare-nothing-but-the-websocket-answered = WebSocket dışında bir şey yanıt vermedi.

## doctor

doctor-looks-at-this-server-as = Bu sunucuya, ziyaretçilerin ulaştığı gibi, hem bu tarayıcıdan hem sunucunun kendisinden bakar ve neyin değişmesi gerektiğini söyler.
doctor-as-visitors-type-it = Ziyaretçilerin yazdığı gibi.
doctor-this-page-came-from-another = Bu sayfa başka bir adresten geldi, bu yüzden yalnızca sunucu bakıyor. Tarayıcıdan da bakmak için o adresi açın.
doctor-the-examination-took-too-long = İnceleme çok uzun sürdü ve bitirildi.
doctor-from-this-browser = Bu tarayıcıdan
doctor-from-the-server-itself = Sunucunun kendisinden
doctor-nothing-to-change = Değiştirilecek bir şey yok.

## kept

kept-also-written-on-another-device = Başka bir cihazda da yazıldı:
kept-put-into-the-box = Kutuya koy
kept-discard-what-the-other-device = Öteki cihazın yazdığını at
kept-send-later = Sonra gönder
kept-files-first = Dosyaları yüklenene kadar bekleyin, sonra zamanlayın.
kept-remind-me = Hatırlat
kept-message = Mesaj
kept-of-what = Ne hatırlatılsın
kept-when = Ne zaman
kept-choose-a-day-and-a = Bir gün ve saat seçin.
kept-that-time-has-passed = Bu saat geçti.
kept-schedule = Planla
kept-scheduling = Planlanıyor
kept-keeping-it = Saklanıyor
kept-scheduled-messages-and-reminders = Planlanan mesajlar ve hatırlatmalar
kept-nothing-is-scheduled-choose-the = Planlanmış bir şey yok. Gönder’in yanındaki saati seçin ya da /later veya /remind yazın.
kept-being-sent = Gönderiliyor
kept-reminder = Hatırlatma:
kept-a-scheduled-message-was-not = Planlanan bir mesaj gönderilmedi:
kept-change = Değiştir
kept-send-now = Şimdi gönder
kept-show-message = Mesajı göster
kept-done = Tamam
kept-remind-me-2 = Hatırlat…
kept-reminder-2 = Hatırlatma
kept-read-by = Okuyanlar…
kept-read-by-2 = Okuyanlar
kept-asking-who-has-read-it = Kimin okuduğu soruluyor…
kept-nobody-else-has-read-this = Bunu henüz başka kimse okumadı ya da göstermiyor.
kept-reading = Okuma
kept-show-others-how-far-i = Nereye kadar okuduğumu başkalarına göster
kept-without-it-you-do-not = Bu kapalıyken başkalarınınkini siz de göremezsiniz

## lives

lives-a-websocket-begins-as-an = Bir WebSocket, yükseltme isteyen ve konuştuğu dilleri sunan sıradan bir HTTP isteği olarak başlar.
lives-the-server-answers-101-names = Sunucu 101 ile yanıt verir, seçtiği dili söyler ve o bayttan sonra iki taraf da istediği zaman gönderebilir.
lives-then-the-client-says-hello = Sonra istemci çereziyle merhaba der; sunucunun karşılaması kim olduğunu ve hangi odaların bulunduğunu söyler.
lives-frames = Çerçeveler
lives-everything-after-the-handshake-is = El sıkışmadan sonraki her şey çerçevedir: iki ile on dört bayt başlık, sonra metin.
lives-a-browser-masks-what-it = Tarayıcı gönderdiğini maskeler, yoldaki hiçbir ara sunucu (proxy) onu başka bir şey sanmasın diye; sunucu düz gönderir.
lives-here-each-frame-is-one = Burada her çerçeve, herkesin okuyabileceği bir JSON nesnesidir.
lives-ping-and-pong = Ping ve pong
lives-a-cable-that-is-pulled = Çekilen bir kablo hiçbir şey söylemez, bu yüzden sessizlik hiçbir şey kanıtlamaz.
lives-the-server-pings-the-client = Sunucu ping, istemci pong gönderir; aradaki süre gidiş dönüştür.
lives-who-hears-nothing-for-longer = Karşılamada anlaşılandan uzun süre bir şey duymayan, bağlantıyı ölü sayar ve başka birini açar.
lives-close-codes = Kapanış kodları
lives-a-connection-that-ends-in = Düzgün biten bir bağlantı nedenini bir sayıyla söyler.
lives-1000-is-done-1001-is = 1000 bitti, 1001 giden bir sayfa ya da sunucu, 1012 yeniden başlatma; 4000–4499 bu istemciden geri gelmesini, 4500–4999 gelmemesini ister.
lives-1006-is-no-number-that = 1006’yı kimse göndermedi: bağlantı tek söz etmeden bitti.
lives-errors = Hatalar
lives-a-browser-tells-a-page = Tarayıcı sayfaya yalnızca bir WebSocket’in başarısız olduğunu söyler, nedenini asla; sayfalar bir ağı keşfedemesin diye.
lives-what-can-be-told-is = Söylenebilecek olan, nereye kadar geldiğidir: yanıt yok, yükseltmesiz yanıt ya da sonradan kopan bağlantı.
lives-after-two-upgrades-that-were = Reddedilen iki yükseltmeden sonra bu istemci düz isteklerle gider ve ara sıra bir WebSocket açılır mı diye bakar.
lives-coming-back = Geri gelmek
lives-every-line-of-a-room = Bir odanın her satırının numarası vardır ve istemci elindeki sonuncuyu bilir.
lives-a-new-connection-asks-for = Yeni bir bağlantı ondan sonrasını ister ve onaylanmayanı aynı kimlikle yeniden gönderir.
lives-so-a-cut-costs-time = Böylece bir kopma zamana mal olur, asla bir mesaja değil.

## search

search-search = Arama
search-close-search-esc = Aramayı kapat (Esc)
search-search-messages = Mesajlarda ara
search-search-and-results = Arama ve sonuçlar
search-newest-first = Önce en yeni
search-best-first = Önce en uygun
search-searching = Aranıyor…
search-also = Ayrıca:
search-no-message-has-this = Hiçbir mesajda bu yok.

## switcher

switcher-go-to = Şuraya git
switcher-a-room-a-person-a = Bir oda, bir kişi, bir panel
switcher-messages-of = mesajları

## thread

thread-thread = Mesaj dizisi
thread-close-thread-esc = Mesaj dizisini kapat (Esc)
thread-thread-messages = Dizideki mesajlar
thread-reply-in-thread = Dizide yanıtla
thread-send-reply = Yanıtı gönder
thread-write-a-reply = Yanıt yaz
thread-fetching-the-thread = Mesaj dizisi yükleniyor…
thread-the-first-message-of-this = Bu dizinin ilk mesajı silindi.
thread-nobody-can-reply = Buraya artık kimse yanıt yazamaz.
thread-only-the-first-4-000 = Burada yalnızca ilk 4.000 yanıt okunur.
thread-this-works-in-the-rooms = Bu, odanın kendi mesaj kutusunda çalışır.
thread-forward = İlet
thread-forward-to-a-room = Bir odaya ilet
thread-find-a-room = Oda bul
thread-no-room-of-yours-is = Odalarınızdan hiçbirinin adı bu değil.
thread-no-replies-yet = Henüz yanıt yok

## Everywhere

list-comma = {", "}
list-and = {$before} ve {$last}
milliseconds = {$number} ms

## The strip above the room

banner-offline-since = {$time} saatinden beri çevrimdışı.
banner-next-try = Sonraki deneme: {$left}

## A room without messages

blank-new = #{$room} yeni. İlk mesaj {$number} olacak.
blank-trying-again = Yeniden deneme: {$left}.
blank-no-answer = Sunucu yanıt vermedi.

## The message box

composer-name = #{$room} odasına mesaj
composer-replying = Yanıtlanan: {$name}
not-stored-because = Kaydedilmedi. {$why}
edit-box-keys = {$enter} kaydeder {$escape} iptal eder
foot-keys = {$sends} gönderir {$breaks} yeni satır
foot-fetching = {$numbers} yükleniyor…
history-here = Burada: {$numbers}
history-complete = {$number} numarasına kadar tam
history-fetching = Yükleniyor: {$numbers}
foot-as-of = saat {$time}
dot-connection = Bağlantı: {$state}

## The connection panel

wire-compare-measuring = Ölçülüyor: {$way}
wire-compare-blocked = Engellendi. {$why}
wire-facts-oldest = en eskisi {$age}
wire-facts-messages = mesaj
wire-facts-failed = bekliyor, {$count} başarısız
wire-handshake-answer = {$answer}, {$protocol}, {$time} sonra açıldı
wire-handshake-after = {$time} sonra
wire-handshake-heard = son sinyal {$ago} önce; {$silence} sessizlikten sonra kopmuş sayılır
wire-handshake-server = sunucu {$version}, {$protocol}
wire-history-rooms = {$all} açık odadan {$complete} tanesi tam
wire-history-only-here = {$count} yalnızca bu cihazda
wire-history-other = sunucu {$head}, {$state}
wire-lives-yours = Sizinki: {$address}
wire-lives-answer = Yanıt: {$answer}
wire-lives-welcome = Karşılama: {$when}
wire-lives-over-http = Buradan WebSocket geçmiyor, bu yüzden sizinki {$transport} ile kurulan bir bağlantı ve yanıtı 201: aynı çerçeveler sıradan isteklerle.
wire-lives-last-in = Buraya gelen son: {$kind}, {$size}, {$time}
wire-lives-last-out = Oraya giden son: {$kind}, {$size}, {$time}
wire-lives-count = Bu sayfa açıldığından beri: {$here} geldi, {$there} gitti.
wire-lives-round-trip = Son gidiş dönüş {$time} sürdü.
wire-lives-server = Sunucu: {$heartbeat}
wire-lives-cursor = Sizinki: #{$room} {$number} numarasına kadar tam; yeni bir bağlantı sonrasını ister.
wire-now-since = {$time} süredir, {$at} saatinden beri
wire-recording-last = son {$time}, {$size}
wire-tries-since = bu sayfa açıldığından beri {$count}
wire-tries-next = Sonraki deneme {$time} sonra
wire-tries-closed = {$code} ile kapandı, {$why}
wire-tries-failed = {$code} ile başarısız, {$why}
wire-tries-given-up = Burada vazgeçildi, {$why}
wire-tries-lasted = {$time} sürdü.
wire-tries-because = “{$why}”.
wire-tries-online = Çevrimiçi, WebSocket {$time} sonra açıldı
wire-tries-welcome = Karşılama {$time} sonra
unit-ms = ms
wire-trips-median = medyan {$time}
wire-trips-worst = en kötü {$time}
wire-trips-said = Beş dakikalık gidiş dönüş: medyan {$median}, en kötü {$worst}
wire-trips-down = {$time} bağlantı yoktu
wire-frames-in = gelen
wire-frames-out = giden
transport-websocket = WebSocket
transport-events = sunucu olayları
transport-poll = uzun yoklama
transport-events-title = Sunucu olayları
transport-poll-title = Uzun yoklama
transport-automatic = Otomatik
transport-requests = Düz istekler
transport-events-and-post = Olaylar + POST

## Jumping to the newest

jump-pill-count = En yeniye git, {$count} yeni mesaj
jump-pill-new = {$count} yeni

## The room’s messages

log-name = #{$room} odasındaki mesajlar
log-new-aloud = {$time} saatinden beri yeni mesajlar
log-new = {$time} saatinden beri yeni
me-settings = Ayarlar ({$keys})

## A message

message-pinned-aloud = sabitlendi
message-edit-waits = düzenleme henüz kaydedilmedi
message-edited-at = Düzenlendi: {$time}
message-edited-show = Düzenlendi: {$time}, önceki hâllerini göster
message-edit-failed = Düzenleme: {$why}
message-number = numara {$number}
message-mentions-you = sizden bahsediyor
message-stored = kaydedildi
message-kept-sending = bu cihazda, gönderiliyor
message-unkept-sending = yalnızca bu sayfada, gönderiliyor
message-kept-waiting = bu cihazda, bağlantıyı bekliyor
message-unkept-waiting = yalnızca bu sayfada, bağlantıyı bekliyor
message-not-stored = kaydedilmedi
message-sending = gönderiliyor…
message-stored-as = Sunucuda {$number} olarak kaydedildi
message-stored-as-number = Sunucuda {$number} numarasıyla kaydedildi
message-menu-name = Mesaj: {$name}, {$time}
react-with = {$emoji} tepkisi ver
copy-link-to = {$number} bağlantısını kopyala
never-confirmed-draft = taslak
new-room-becomes = Adı #{$room} olacak.
people-list-too-many = {$count} kişi, listelemek için çok fazla.
presence-online = çevrimiçi
presence-away = uzakta
presence-offline = çevrimdışı

## The room’s head

room-head-menu = Odalar ve kişiler, {$count} okunmamış
room-head-room = Oda
room-head-people = burada {$count} kişi

## The owner’s page

server-counted-another-code = Başka bir kod
server-doctor-finding-line = {$place} için satır
server-times-said = {$title}: {$count} ölçüm, yarısı {$half}
server-times-half = yarısı {$time}
server-times-most = 100’de 99 {$time}
server-times-longer = daha uzun
unit-us = µs
unit-s = sn
server-traffic-connections = {$count} bağlantı
server-traffic-said = Saniyede kaydedilen mesaj: en çok {$number}
server-traffic-each-second = saniyede
server-traffic-of-a-core = % (tek çekirdek)
per-second = {$unit}/sn

## Settings

settings-language = Dil
settings-language-of-browser = Tarayıcının dili
settings-enter-sends = {$enter} gönderir, {$other} yeni satır açar
settings-enter-breaks = {$enter} yeni satır açar, {$other} gönderir
shortcuts-or = ya da
sign-out-failed = Oturumunuz hâlâ açık. {$why}
sign-out-means = Bu tarayıcı kim olduğunuzu unutur. Mesajlarınız ve adınız kalır, ama kimse yeniden siz olarak oturum açamaz.
sign-out-files-go = Göndermediğiniz {$count} dosya bu tarayıcıdan kaldırılır.
status-help = En çok {$count} karakter. Herkes görür.
until = Şu zamana kadar: {$time}
status-not-disturbed-aloud = rahatsız edilmek istemiyor
status-name = Durumunuz: {$status}
text-code-in = Kod, {$language}
told-quiet = {$from} – {$to} arası
told-as-in-settings = Ayarlardaki gibi: {$tell}
told-about-room = #{$room} odası için bildirimler
told-muted-until = Sessizde, bitişi {$time}.

## The first page

welcome-say = Sözlerinizin nerede olduğunu {$break}her zaman bilirsiniz.
welcome-lead = {$host} üzerindeki herkes açık odaları görür.
kept-delete = Sil

## Numbers and people

words-unread-above = Yukarıda {$count} okunmamış mesaj
words-others = {$count} kişi daha
words-not-there = {$number} numaralı mesaj bu odada yok ya da silindi.
words-no-such-room = Burada #{$room} adlı bir oda yok.
words-chars = {$count} / {$most} karakter
seconds = {$number} sn
words-catching-up-on = Eksikler alınıyor, {$numbers}
words-online = Çevrimiçi
words-online-events = Çevrimiçi, sunucu olaylarıyla
words-online-poll = Çevrimiçi, uzun yoklamayla
words-slow = Çevrimiçi, yavaş
words-slow-events = Çevrimiçi, yavaş, sunucu olaylarıyla
words-slow-poll = Çevrimiçi, yavaş, uzun yoklamayla
words-stretch = {$first} – {$last}
words-part = {$numbers} / {$head}
words-test = (deneme: {$faults})
words-silent = sessiz
words-minutes = {$minutes} dk {$seconds} sn
words-hours = {$hours} sa {$minutes} dk
words-days = {$count} gün
unit-b = B
unit-kb = KB
unit-mb = MB
decimal-point = ,
words-unkept = {$count} mesaj yalnızca bu sayfada: bu tarayıcıda saklayacak yer yok.
words-waiting = {$count} mesaj bu cihazda bekliyor ve kendiliğinden gönderilir.
words-unkept-short = {$count} mesaj yalnızca bu sayfada.
words-waiting-short = {$count} mesaj bekliyor.
words-all-go-out = {$count} mesajın tümü bağlantı gelince bu sırayla, bir kez gönderilir.
words-left-behind = {$what} kaydedilmedi ve artık gönderilmez. Saklarsanız bu tarayıcıda sonra oturum açan kişiye sunulur.
words-left-of = {$name}: {$what} bu cihazda duruyor.
words-left = Eski oturumlardan {$what} bu cihazda duruyor.
words-unsent = {$count} gönderilmemiş mesaj
words-drafts = {$count} taslak
words-signed-out-unsent =
    { $count ->
        [one] Oturumunuz kapandı. Gönderilmemiş mesajınız bu cihazda duruyor.
       *[other] Oturumunuz kapandı. Gönderilmemiş {$count} mesajınız bu cihazda duruyor.
    }
words-back-stored = {$count} kaydedildi
words-back-fetched = {$count} alındı
words-back-complete = {$number} numarasına kadar tam
words-back-online-with = Yeniden çevrimiçi. {$what}.
words-hole-one = {$number} burada eksik. Yeniden yükleniyor.
words-hole = {$numbers} burada eksik. Yeniden yükleniyor.
words-typing-one = {$name} yazıyor
words-typing-two = {$first} ve {$second} yazıyor
words-typing-three = {$first}, {$second} ve {$third} yazıyor
words-new = {$count} yeni
words-new-from = {$count} yeni, yazan: {$names}
words-unread = {$count} okunmamış
words-mentions = {$count} bahsetme
words-not-in-the-last = Buradaki son mesajınızda “{$text}” yok.
words-jump-from = {$day}, bir tarihe git
words-of-bytes = {$here} / {$all}
words-retry-file = Yeniden dene: {$name}
words-remove-file = Kaldır: {$name}
words-progress = Yükleniyor: {$name}
words-open-picture = Resmi aç: {$name}
words-too-many-files = {$count} dosya; bir mesaj en çok {$most} taşır. Birkaçını kaldırın.
kept-scheduled-here = Burada {$count} mesaj planlandı
kept-due = {$count} hatırlatma
kept-refused = {$count} planlanan mesaj gönderilmedi
kept-all = Tüm planlananlar: {$count}
kept-message-at = Mesaj, {$time}
kept-reminder-at = Hatırlatma, {$time}
kept-was-due = Hatırlatma, vakti: {$time}
kept-not-sent = Gönderilmedi. {$why}
kept-will-be-sent = Gönderilecek: {$time}
kept-will-be-reminded = Hatırlatılacak: {$time}
kept-more-readers = ve {$count} kişi daha
kept-or-more-readers = ve en az {$count} kişi daha
thread-replies = {$count} yanıt
thread-deleted = {$count} silindi
thread-last-at = sonuncu {$time}
thread-forwarded-from = #{$room} odasından iletildi, yazan {$name}
thread-forwarded = İletildi, yazan {$name}
thread-forwarded-to = #{$room} odasına iletildi
thread-open = Mesaj dizisini aç
search-found = {$count} mesaj.
search-first = Şimdilik {$count} mesaj.
search-behind =
    { $count ->
        [one] En yeni satır henüz aranmadı.
       *[other] En yeni {$count} satır henüz aranmadı.
    }
search-all = Okuyabildiğiniz her şey arandı.
switcher-search-for = Mesajlarda “{$text}” ara
doctor-good = İyi:
doctor-bad = Değiştirilecek:
doctor-unknown = Bilinmiyor:
doctor-running = İnceleniyor. Sessiz bir WebSocket {$count} sn izleniyor.
doctor-to-change = Değiştirilecek {$count} şey.
compare-takes = {$way} burada bir WebSocket’in {$times} katı sürüyor.
compare-carries = {$way} burada bir WebSocket’ten {$times} kat az mesaj taşıyor.
compare-weighs = {$way} burada bir WebSocket’in {$times} katı ağır.
compare-behind = Bu bağlantıda WebSocket en iyisi değildi: bu kez {$way} öndeydi.
compare-shares = Aynı anda gönderilenler isteklerini paylaşır.

## What a close code means

closing-done = bitti, iki taraf da anlaştı
closing-away = sunucu ya da sayfa gidiyor
closing-protocol = bir çerçeve WebSocket protokolünü bozdu
closing-kind = öteki taraf bu tür çerçeveyi okuyamıyor
closing-no-code = kodsuz bir kapanış çerçevesi
closing-no-frame = kapanış çerçevesi yok: ağ ya da öteki taraf gitti
closing-utf8 = bir metin çerçevesi UTF-8 değildi
closing-policy = sunucunun kurallarına aykırı
closing-too-big = bir mesaj çok büyüktü
closing-extension = bir uzantı eksikti
closing-fault = sunucunun bir hatası
closing-restart = sunucu yeniden başlıyor
closing-busy = sunucu meşgul
closing-gateway = bir ağ geçidi kötü yanıt aldı
closing-tls = güvenli bağlantı yok (TLS)
closing-slow = bu okur çok yavaştı; eksikleri alıyor
closing-silent = bir yaşam sinyali yanıtsız kaldı
closing-no-hello = zamanında merhaba gelmedi
closing-version = bu sürüm orada konuşulmuyor
closing-not-signed-in = oturum açık değil
closing-none = kapanış kodu değil
closing-reserved = protokolce ayrılmış
closing-library = bir kitaplıkça kayıtlı
closing-come-back = geri gel
closing-stay-away = geri gelme
closing-comes-back = Bu istemci kendiliğinden yeniden bağlanır
closing-stays = Bu istemci kendiliğinden yeniden bağlanmaz

## Commands of the message box

command-away = Uzakta olduğunuzu ya da nerede olduğunuzu söyler
command-away-said = Uzakta
command-back = Artık sizinle ilgili bir şey göstermez
command-help = Komutları listeler
command-invite = Birini davet eder; tek başına odanın bağlantısını kopyalar
command-invite-takes = @ad sözler
command-invites = {$name} davet ediyor: {$people}
command-invites-with = {$name} davet ediyor: {$people} – {$words}
command-join = Bir oda açar
command-join-takes = oda
command-later = Belirli bir saatte gönderir
command-later-takes = 18:00 metin
command-me = Sizi üçüncü kişi ağzından anlatır
command-me-takes = ne yaptığınız
command-poll = Sorar, tepkilerle yanıtlanır
command-poll-takes = Soru? | bir | öteki
command-remind = Size hatırlatır
command-remind-takes = me in 20 minutes metin
command-shrug = ¯\_(ツ)_/¯ ekler
command-spoiler = Biri isteyene kadar gizler
command-spoiler-takes = metin
command-status = Adınızın yanında gösterir
command-status-takes = ne yaptığınız
command-topic = Bu odanın ne hakkında olduğunu söyler; - kaldırır
command-topic-takes = ne hakkında
command-unknown = /{$name} diye bir komut yok. Başa iki eğik çizgi koyarsanız metin olarak gönderilir.
command-no-time = /{$name} komutundan sonra bir saat ve bir metin gelir: 18:00, in 20 minutes, tomorrow 9:00.
command-no-poll = Bir ankette bir soru ve 2 ile 9 arası yanıt olur: /poll Çay? | Evet | Hayır.
command-twice-in-poll = {$answer} yanıtı iki kez yazılmış.
command-nobody = Burada olan ya da yazmış olan hiç kimsenin adı {$name} değil.
command-oneself = Zaten buradasınız.
command-alone = /{$name} komutundan sonra içeriği gelir: /{$name} {$takes}.

## Skin tones

tone-none = Ten rengi yok
tone-light = Açık
tone-medium-light = Orta açık
tone-medium = Orta
tone-medium-dark = Orta koyu
tone-dark = Koyu

## Days

clock-today = Bugün
clock-yesterday = Dün
clock-tomorrow-at = yarın, {$time}
clock-day-at = {$day}, {$time}

## Before and after the program runs

failure-stopped = Confab durdu
failure-means = Programdaki bir hata bu sayfayı durdurdu. Yazdığınız hiçbir şey kaybolmadı.
boot-opening = Confab açılıyor
boot-late = Bu uzun sürüyor.
boot-reload-page = Sayfayı yenile
boot-cannot = Confab başlayamıyor
boot-could-not = Confab başlayamadı
boot-stopped = Confab durdu
boot-no-webassembly = Bu tarayıcı burada WebAssembly çalıştırmıyor. Güncelleyin ya da bu site için WebAssembly’ye izin verin.
boot-not-loaded = Sunucu programın tümünü göndermedi. Yeniden başlıyor olabilir ya da ağ kesik olabilir.
boot-not-started = Program geldi ama başlamadı.
boot-means = Program bu sayfada durdu. Sunucunun kaydettikleri güvende. Devam etmek için yenileyin.
boot-reload = Yenile
http-no-answer = Sunucu yanıt vermiyor. Birazdan yeniden deneyin.

## Notifications

telling-mentions = {$name}, #{$room} odasında sizden bahsetti
telling-writes = {$name}, #{$room} odasında
telling-others = başkaları
telling-mention-you = {$count} tanesi sizden bahsediyor

## What the server and the machine say in English: said again in this language

## (a sentence is known by its English words)

said-file-no-name = Dosyanın adı yok.
said-file-name-long = Dosyanın adı 255 bayttan uzun.
said-file-name-path = Dosyanın adı bir yol. Düz bir adla gönderin.
said-file-name-unseen = Dosyanın adında görünmeyen karakterler var.
said-emoji-before-words = Metnin önünde tek bir emoji durur.
said-status-empty = Bir durum için metin gerekir.
said-status-long = Bir durum en çok {$number} karakterdir.
said-status-sign = Bir durum {$sign} içeremez.
said-topic-empty = Bir konu görünen sözler ister.
said-topic-long = Bir konu en fazla {$number} karakterdir.
said-topic-sign = Bir konu {$sign} içeremez.
said-message-empty = Bir mesaj için metin gerekir.
said-message-long = {$chars} / {$most} karakter.
said-message-control = Metinde gönderilemeyen bir denetim karakteri ({$sign}) var.
said-one-emoji = Bir tepki tek bir emojidir.
said-room-empty = Bir oda için ad gerekir.
said-room-long = Bir odanın adı en çok {$number} karakterdir.
said-room-sign = Bir odanın adı harf, rakam, - ve _ içerir; {$sign} bunlardan değil.
said-room-start = Bir odanın adı harf ya da rakamla başlar.
said-name-empty = Bir ad seçin.
said-name-long = Bir ad en çok {$number} karakterdir.
said-name-sign = Bir ad {$sign} içeremez.
said-sign-quoted = “{$letter}”
said-name-letter = Bir adda en az bir harf ya da rakam olur.
said-name-script = Bir ad tek bir yazıyla yazılır, başkasının yerine geçemesin diye.
said-name-taken = Burada bu adda biri var. Bir harf ya da yer ekleyin.
said-room-taken = Bu adda bir oda var.
said-server-full = Sunucuda alabileceği kadar bağlantı var. Birazdan yeniden deneyin.
said-address-full = Adresinizden çok fazla bağlantı geliyor. Birini kapatın ya da birazdan yeniden deneyin.
said-connecting-full = Aynı anda çok fazla kişi bağlanıyor. Birazdan yeniden deneyin.
said-address-fast = Adresiniz çok sık bağlanıyor. Birazdan yeniden deneyin.
said-owner-rooms = Bu sunucuda odaları yalnızca sunucunun sahibi oluşturur.
said-owner-sees = Sunucunun durumunu yalnızca sunucunun sahibi görür.
said-owner-examines = Bu sunucuyu yalnızca sunucunun sahibi inceler.
said-owner-deletes = Bir mesajı yalnızca yazan kişi ve sunucunun sahibi geri alır.
said-owner-changes = Bir odayı yalnızca sunucunun sahibi değiştirir.
said-no-room = Böyle bir oda yok.
said-room-unread = Oda şu an okunamıyor. Daha sonra yeniden takip edin.
said-not-now = Sunucu bunu şu an yapamıyor. Daha sonra yeniden deneyin.
said-files-most = Bir mesaj en çok {$number} dosya taşır.
said-too-fast = Çok hızlı, çok fazla çerçeve. Bir saniye bekleyip devam edin.
said-restarts = Sunucu yeniden başlıyor. Yeniden bağlanıp bunu yineleyin.
said-rooms-most = Bu sunucuda {$number} oda var, üst sınır bu.
said-draft-long = {$number} karakterlik bir taslak kendi cihazında kalır.
said-code-wrong = Bu kod yanlış, kullanılmış ya da süresi dolmuş. Diğer cihazında yenisini al.
said-plan-far = Bir yıldan ileriye bir şey planlanmaz.
said-plan-gone = Bu arada gönderildi veya silindi, hiçbir şey değiştirilmedi.
said-plan-leaves = Tam şu an gönderiliyor.
said-too-often = Bunu çok sık yapıyorsunuz. Biraz bekleyin.
said-sign-in = Önce oturum açın.
said-login-ended = Bu oturum bitti; yeniden oturum açın.
said-sign-in-crowd = Şu an çok kişi oturum açıyor; birazdan yeniden deneyin.
said-examined = Bir inceleme zaten sürüyor.
said-address-form = Bir adres https:// ya da http://, ana makine adı ve olağan dışıysa bağlantı noktasından oluşur.
said-foreign-file = Bu dosya başkasının.
said-no-files = Bu sunucu dosya almıyor.
said-file-large = Dosya {$size} sınırını aşıyor.
said-files-large = Dosyalarınız birlikte {$size} sınırını aşıyor.
said-files-count = Burada {$number} dosyanız var, üst sınır bu.
said-upload-elsewhere = Bu yüklemeyi başka bir istek sürdürüyor.
said-upload-more = Bildirilenden çok bayt geldi.
said-file-lies = Dosya söylediği şey değil, {$kind}.
said-file-damaged = Dosya hasarlı: {$kind} olarak başlıyor, ama {$what}.
said-kind-picture = bir resim
said-kind-film = bir video
said-kind-sound = bir ses kaydı
said-kind-pdf = bir PDF
said-kind-text = bir metin
said-kind-other = başka bir şey
said-damage-early = çok erken bitiyor
said-damage-size = genişliği ya da yüksekliği yok
said-damage-parts = çok fazla bölümü var
said-damage-begin = bir bölüm olması gereken yerde başlamıyor
said-damage-longer = bir bölüm dosyadan uzun
said-damage-length = uzunluğu olmayan bir bölümü var
said-damage-place = olamayacağı bir yerde bölümü var
said-damage-two = iki boyutu var ya da renkleri tanınmıyor
said-damage-before = boyutundan önce pikselleri geliyor
said-damage-no-pixels = pikseli yok
said-damage-colours = renkleri tanınmıyor
said-damage-header = tek bir başlıkla başlamıyor
said-damage-unbegun = pikselleri başlamıyor
said-damage-misplaced = bir bölüm çok kısa ya da yanlış yerde
said-damage-long = çok uzun
said-size-bytes = {$number} bayt
said-size-megabytes = {$number} MB
said-picture-large = {$width} × {$height} piksellik bir resim gösterilemeyecek kadar büyük.
said-disk-full-file = Sunucunun diski dolu; dosya kaydedilmedi.
said-disk-full = Sunucunun diski dolu; hiçbir şey kaydedilmedi.
said-no-file = Böyle bir dosya yok.
said-bytes-gone = Bu tarayıcıda dosya artık yok. Onu yeniden seçin.
said-files-crowd = Yolda çok fazla dosya var; birazdan yeniden deneyin.
said-files-away = Sunucu şu an dosyalarına ulaşamıyor; yeniden deneyin.
said-data-away = Sunucu şu an verilerine ulaşamıyor; yeniden deneyin.
said-taken-back = Bu mesaj geri alındı.
said-foreign-message = Bu mesaj başkasının.
said-edited-since = Bu mesaj siz gördükten sonra düzenlendi.
said-so-already = Bu mesaj zaten öyle.
said-reactions-most = Bir mesajda en çok {$number} farklı tepki olur.
said-pins-most = Bir odada en çok {$number} sabitlenmiş mesaj olur.
said-file-elsewhere = Bu mesajın bir dosyası zaten başka bir mesajda.
said-no-message = Böyle bir mesaj yok.
said-id-used = Bu mesajın kimliği başka bir metin için kullanıldı.
said-about-to-restart = Sunucu yeniden başlamak üzere.
said-upload-broke = Yükleme kesildi; kaldığı yerden sürer.
said-readers-hidden = Nereye kadar okuduğunuzu göstermiyorsunuz, bu yüzden başkalarınınkini öğrenmezsiniz.
said-search-away = Sunucu şu an arayamıyor; yeniden deneyin.
said-search-long = Bir arama en çok {$most} karakterdir; bunda {$chars} var.
said-search-words = Bir aramada en çok {$number} sözcük olur.
said-search-empty = Aranacak bir şey yok.
said-search-no-date = “{$value}” bir tarih değil. Tarihler şöyle yazılır: 2026-11-01.
said-busy = Sunucu meşgul; birazdan yeniden deneyin.
said-slow = Yanıt çok uzun sürdü. Yeniden deneyin.
said-unanswered = Sunucu 20 sn boyunca yanıt vermedi. Yeniden deneseniz de iki kez gönderilmez.
said-disk-full-kept = Sunucunun diski dolu. Metniniz burada saklanıyor.
said-other-name = Başka bir adla yazılmıştı. Yeniden denerseniz bu adla gönderilir.
said-room-offline = Oda oluşturmak için sunucu gerekir ve şu an onunla bağlantı yok.
said-room-lost = Sunucu yanıt vermeden bağlantı koptu. Oda oluşturulduysa listede olacak.
said-room-unanswered = Sunucu 20 sn boyunca yanıt vermedi. Oda oluşturulduysa listede olacak.
said-stopped-here = Bu cihazda durduruldu.
said-ended-for-good = Sunucu bağlantıyı kalıcı olarak bitirdi: {$why}.
said-close-none = bir neden belirtilmedi
said-close-done = bitti
said-close-away = gidiyor
said-close-text = burada yalnızca metin çerçeveleri okunur
said-close-utf8 = metin UTF-8 olmalı
said-close-rules = kurallara aykırı çok fazla çerçeve
said-close-large = mesaj {$number} baytı aşıyor
said-close-fault = sunucunun bir hatası
said-close-restarts = sunucu yeniden başlıyor
said-close-busy = sunucu meşgul
said-close-slow = çok yavaş okunuyor; geri gelip eksikleri alın
said-close-silent = bir ping yanıtsız kaldı
said-close-hello = zamanında merhaba gelmedi
said-close-version = bu sürüm burada konuşulmuyor; istemciyi güncelleyin
said-close-sign-in = önce oturum açın
said-compare-no = Sunucu bu yoldan yanıt vermiyor.
said-no-stream = Tarayıcı burada akış açmıyor.
said-no-answer = Sunucu yanıt vermedi.
said-link-gone = Bağlantı artık yok.
said-stream-bad = Akış okunamayan bir şeyle bitti.
said-stream-broke = Akış koptu.
said-cut-here = Bağlantı panelinde kesildi.
said-refused-here = WebSocket’siz bir ağdaki gibi, bağlantı panelinde reddedildi.
said-no-socket = Tarayıcı burada soket açmıyor.
said-link-broke = Bağlantı koptu.
said-plans-most = {$number} mesaj ve hatırlatma zaten bekliyor.
said-plan-files = Bir hatırlatma dosya taşımaz.
said-drafts-most = {$number} taslak zaten saklanıyor.
said-uploads-most = {$number} dosya zaten yolda, üst sınır bu.
said-requests-most = {$number} istek zaten yanıt bekliyor.
said-echoes = Çok fazla yankı çalışıyor; yeniden deneyin.
said-examinations = Çok fazla inceleme sürüyor.
said-examined-own = Sunucu yalnızca kendi adreslerini inceler. {$url} bunlardan biriyse sunucuyu --allow-origin {$url} ile başlatın.
said-doctor-certificate-ends = Sertifika {$number} gün içinde sona eriyor.
said-doctor-certificate-good = Sertifika {$number} gün daha geçerli.
said-doctor-certificate-expired = Sertifikanın süresi doldu: hiçbir tarayıcı bağlanmaz.
said-doctor-certificate-early = Sertifika henüz geçerli değil: daha sonra başlıyor ya da bir saat yanlış.
said-doctor-certificate-chain = Sertifikadan tarayıcıların bildiği bir yetkiliye giden zincir yok: aradaki sertifikalar eksik ya da sertifika kendinden imzalı.
said-doctor-certificate-name = Sertifika, adresteki addan başka bir ad için.
said-doctor-no-tls = TLS yok: {$why}.
said-doctor-not-itself = Sunucu orada kendisine ulaşamıyor: {$why}. Bazı ağlarda içeriden kimse dışa açık adrese ulaşamaz; o zaman yalnızca dışarıdan bakış sayılır.
said-doctor-nobody = Orada kimse yanıt vermiyor: {$why}.
said-doctor-proxy = Proxy, Confab’a ulaşamıyor: {$number} ile yanıt veriyor.
said-doctor-own-name = Confab, kendisine ulaşan ana makine adıyla kendini tanımıyor.
said-doctor-other = Orada Confab’dan başka bir şey {$number} ile yanıt veriyor.
said-doctor-answers-as = Confab {$version} yanıt veriyor.
said-doctor-answers = Confab yanıt veriyor.
said-doctor-host = Ana makine adı geçiyor.
said-doctor-host-lost = Ana makine adı geçmiyor: sunucu {$host} yerine {$seen} görüyor ve kendi sayfalarını yabancı sanıyor.
said-doctor-upgrade-lost = Yükseltmeler geçmiyor: proxy, Upgrade ve Connection başlıklarını kaldırıyor, bu yüzden WebSocket açılmıyor.
said-doctor-upgrade = WebSocket açılıyor ve mesaj taşıyor.
said-doctor-page-foreign = Sunucu {$url} adresindeki sayfayı başka bir sitenin sanıyor ve reddediyor.
said-doctor-refused = Sunucu WebSocket’i reddediyor: bu ana makine adıyla kendini tanımıyor.
said-doctor-upgrade-status = WebSocket açılmıyor: yükseltmenin yanıtı 101 yerine {$number}.
said-doctor-upgrade-none = WebSocket açılmıyor. Tarayıcı nedenini söylemez; çoğu zaman bir proxy, Upgrade ve Connection başlıklarını kaldırır.
said-doctor-upgrade-empty = WebSocket açılıyor ama bir şey taşımıyor: {$why}.
said-doctor-large = {$number} baytlık bir mesaj geçiyor.
said-doctor-large-lost = {$number} baytlık bir mesaj WebSocket’ten geçmiyor.
said-doctor-idle-short = Sessiz bir WebSocket {$number} sn yaşıyor; gereken {$needed} sn denenmedi.
said-doctor-idle = Sessiz bir WebSocket {$number} sn yaşıyor.
said-doctor-idle-cut = Sessiz bir WebSocket {$number} sn sonra kesiliyor; {$needed} sn yaşaması gerek.
said-doctor-slow-cut = Yavaş bir yanıt bitmeden kesiliyor.
said-doctor-held-back = Yanıtlar tamamlanana kadar bekletiliyor: bir olay akışı bitene kadar hiçbir şey getirmiyor.
said-doctor-slow = Yavaş bir yanıt parça parça geliyor.
said-doctor-body = {$number} bayt içerikli bir istek geçiyor.
said-doctor-body-large = {$number} bayt içerikli istekler çok büyük diye reddediliyor.
said-doctor-body-status = {$number} bayt içerikli bir isteğe {$status} yanıtı veriliyor.
said-doctor-clocks = Sunucunun saatiyle bu saat arasında {$number} sn fark var; biri yanlış.
said-doctor-clock = Sunucunun saati doğru.
said-doctor-disk-low = Diskte yalnızca {$number} MiB kaldı.
said-doctor-disk = Diskte {$number} MiB kaldı.
said-doctor-files-few = Sunucu {$number} dosya açık tutabilir, yani daha az bağlantı.
said-doctor-files = Sunucu {$number} dosya açık tutabilir.
said-doctor-why-late = zamanında yanıt gelmiyor
said-doctor-why-none = yanıt gelmiyor
said-doctor-why-unconnected = zamanında bağlantı kurulmuyor
said-doctor-why-elsewhere = ad bu sunucunun hiçbir adresine götürmüyor
said-doctor-why-echo = yankı geri gelmiyor
said-fix-machine = makine
said-fix-renew = yenileyin, sonra: {$line}
said-fix-renews = dosyalı tls satırını kaldırın, Caddy kendisi yenilesin
said-fix-certificate = {$line} o adın sertifikasıyla
said-fix-site = {$line} sitenin adresi olarak
said-fix-keep = {$line} kaldırın; mode http kalsın
said-fix-headers = customRequestHeaders içinden Upgrade ve Connection’ı kaldırın
said-fix-remove-both = {$line} ve {$other} kaldırın
said-fix-buffering = buffering ara katmanını kaldırın
said-fix-remove = {$line} kaldırın
said-fix-disk = daha büyük bir diskte --data KLASÖR; önce sunucuyu durdurup klasörü taşıyın
said-fix-service = hizmetin [Service] bölümünde {$line}
said-host-unknown = Bu sunucu bu ana makine adıyla bilinmiyor. Sunucuyu --allow-origin ve sayfanın adresiyle başlatın, örneğin --allow-origin https://chat.example.
said-page-foreign = İsteği yapan sayfa başka bir siteden. Bu sunucuyu kullanabilecekse sunucuyu --allow-origin ve o sayfanın kaynağıyla başlatın.
said-server-closes = Sunucu kapanmak üzere.

## Marked unread
mark-unread = Buradan sonrası okunmamış
unread-marked = Buradan sonrası okunmamış sayıldı
unread-only-own = Buradan sonrası sizin yazdıklarınız; kendi mesajlarınız hiç okunmamış sayılmaz.

## Threads that are followed
thread-followed = Takip ediliyor
thread-follow = Takip et
thread-follow-means = Yeni yanıtlar Mesaj dizileri altında sayılır ve sana bildirilir
thread-list-threads = Mesaj dizileri
thread-list-close = Mesaj dizilerini kapat (Esc)
thread-list-none = Henüz mesaj dizisi yok. Başlattıkların, yanıtladıkların ve takip ettiklerin burada olur.
thread-list-new-in = Yeni yanıtı olan {$count} mesaj dizisi
