# The words of Confab's pages: Japanese. The keys are those of the English file.

## shared

try-now = 今すぐ再試行
close = 閉じる
show = 表示
emoji = 絵文字
cancel = キャンセル
save = 保存
you-can-go-on-writing = そのまま書き続けられます。
back-to-the-room = ルームに戻る
close-esc = 閉じる (Esc)
copied = コピーしました
frames-in = 受信フレーム
frames-out = 送信フレーム
bytes-in = 受信バイト
bytes-out = 送信バイト
handshake = ハンドシェイク
connecting = 接続中
round-trip = 往復時間
last-5-min = 直近 5 分
settings = 設定
server = サーバー
discard = 破棄
you = あなた
on-this-device = この端末に保持
retry = 再試行
react = リアクション
pinned-messages = ピン留めしたメッセージ
topic = トピック
topic-of-the-room = トピック：{$topic}
topic-set = {$name} がトピックを設定しました：{$topic}
topic-removed = {$name} がトピックを外しました
log-too-old = このページは古いため、この項目を表示できません。再読み込みしてください。
topic-about = このルームの話題
topic-help = 一行です。ここにいる全員にメッセージの上で表示されます。
topic-remove = 外す
topic-save = トピックを設定
unpin = ピン留めを外す
text-copied = テキストをコピーしました
message-actions = メッセージの操作
reply = 返信
new-room = 新しいルーム
rooms = ルーム
people-here = ここにいるメンバー
add-a-reaction = リアクションを追加
nothing-yet = まだ何もありません。
writing = 入力
attach-files = ファイルを添付
code = コード
connection-panel = 接続パネル
keyboard-shortcuts = キーボードショートカット
for-an-hour = 1 時間
show-more = さらに表示

## acts

acts-link-copied = リンクをコピーしました
acts-room-link-copied = ルームのリンクをコピーしました
acts-this-browser-did-not-let = このブラウザではコピーできませんでした

## banner

banner-sign-in = サインイン
banner-the-server-has-a-newer = サーバーが新しくなりました。続けるには再読み込みしてください。書いたものは失われません。
banner-reload = 再読み込み
banner-this-browser-keeps-nothing-unsent = このブラウザは何も保持しません。未送信のメッセージは再読み込みで消えます。
banner-too-many-messages-wait-on = この端末で送信待ちのメッセージが多すぎます。最後の 1 件は入力欄に戻しました。
banner-no-link-to-the-server = サーバーとつながっていません。
banner-trying-now = 再試行中

## blank

blank-nothing-here-yet = まだ何もありません
blank-loading-the-newest-messages = 最新のメッセージを読み込み中
blank-this-room-did-not-load = このルームを読み込めませんでした
blank-nothing-you-wrote-is-lost = 書いたものは失われていません。

## chat

chat-skip-to-the-message-box = 入力欄へ移動

## composer

composer-send-message = メッセージを送信
composer-write-a-message = メッセージを書く
composer-do-not-reply = 返信をやめる
composer-insert-emoji = 絵文字を挿入

## edit-box

edit-box-edit-your-message = 自分のメッセージを編集
edit-box-edit-message = メッセージを編集
edit-box-message-is-gone = その間にメッセージが削除されました。書いた内容はメッセージ欄にあります。

## emoji-picker

emoji-picker-search-emoji = 絵文字を検索
emoji-picker-skin-tone = 肌の色
emoji-picker-fetching-the-emoji = 絵文字を取得中…
emoji-picker-no-emoji-has-this-name = この名前の絵文字はありません。
emoji-picker-found = 見つかったもの
emoji-picker-last-used = 最近使ったもの
emoji-smileys = 顔
emoji-people = 人
emoji-nature = 自然
emoji-food = 食べ物
emoji-travel = 旅行
emoji-activities = 活動
emoji-objects = もの
emoji-symbols = 記号
emoji-flags = 旗
emoji-flag-of = 旗：{$country}

## fold

fold-show-less = 折りたたむ
fold-show-all = すべて表示

## wire

wire-connection = 接続
wire-connection-details = 接続の詳細
wire-copy-as-text = テキストとしてコピー
wire-not-copied-this-browser-does = コピーできません：このブラウザは許可していません
wire-a-report-for-a-bug = 不具合報告用のレポート。書かれた内容は含みません

## wire-break-it

wire-break-it-break-it = 壊してみる
wire-break-it-try-to-lose-a-message = メッセージが失われるか試せます。影響はこのタブだけです。
wire-break-it-drop-the-link = 接続を切る
wire-break-it-go-silent = 無応答にする
wire-break-it-add-2-s-delay = 2 秒遅らせる
wire-break-it-lose-10 = 10% を失う
wire-break-it-refuse-websocket = WebSocket を拒否

## wire-compare

wire-compare-compare-the-transports = 通信方式を比べる
wire-compare-stop = 停止
wire-compare-some-hundred-small-messages-by = 各方式で数百の小さなメッセージを、この接続とは別の接続で送ります。数秒かかります。
wire-compare-a-requests-headers-are-counted = リクエストのヘッダーは HTTP/2 が圧縮する前にサーバーが見た大きさで、WebSocket のフレームはバイト単位で数えます。
wire-compare-compare = 比較

## wire-facts

wire-facts-outbox = 送信待ち
wire-facts-clock-offset = 時計のずれ
wire-facts-this-page = このページ

## wire-frames

wire-frames-last-frames = 最近のフレーム
wire-frames-blank-text = 本文を隠す
wire-frames-pause = 一時停止
wire-frames-filter-by-kind-post-entries = 種類で絞り込み：post, entries, ping
wire-frames-filter-frames-by-kind = フレームを種類で絞り込む
wire-frames-no-such-frame-yet = 該当するフレームはまだありません。
wire-frames-it-is-not-kept-any = もう残っていません。
wire-frames-what-the-frame-carries = フレームの中身

## wire-handshake

wire-handshake-not-tried-yet = まだ試していません
wire-handshake-address = アドレス
wire-handshake-welcome = ウェルカム
wire-handshake-heartbeat = ハートビート
wire-handshake-versions = バージョン
wire-handshake-asked-no-answer-yet = 要求済み、まだ応答なし
wire-handshake-did-not-open = 開きませんでした
wire-handshake-not-yet = まだ届いていません
wire-handshake-did-not-come = 届きませんでした
wire-handshake-no-link-to-listen-to = 監視する接続がありません
wire-handshake-not-known-yet = まだ不明

## wire-history

wire-history-server-has = サーバー
wire-history-you-have = 手元
wire-history-missing = 不足
wire-history-history = 履歴

## wire-lives

wire-lives-how-this-connection-lives = この接続のしくみ
wire-lives-nothing-was-tried-yet = まだ何も試していません。
wire-lives-no-ping-was-answered-yet = まだ ping への応答がありません。
wire-lives-no-connection-of-this-page = このページで終了した接続はまだありません。
wire-lives-no-try-of-this-page = このページで失敗した試行はありません。
wire-lives-no-room-is-here-yet = ルームはまだありません。

## wire-now

wire-now-state = 状態

## wire-recording

wire-recording-flight-recorder = フライトレコーダー
wire-recording-all-that-this-page-was = このページが受け取ったことと行ったことのすべて。書かれた内容は含みません。同じクライアントで再生できます。
wire-recording-save-recording = 記録を保存

## wire-tries

wire-tries-connections = 接続
wire-tries-the-next-at-once = 次はすぐに

## wire-trips

wire-trips-now = 今
wire-trips-not-measured = 未計測

## wire-way

wire-way-transport = 通信方式
wire-way-the-best-that-there-is = 最良の方式です。ネットワークに遮断されるときは別の方式を使います。
wire-way-websocket-does-not-get-through = ここでは WebSocket が通りません。メッセージはイベントストリームで届き、リクエストで送られます。WebSocket は自動で再び試します。
wire-way-neither-websocket-nor-a-stream = ここでは WebSocket もストリームも通りません。応答を毎回たずねるため、少し余計に負荷がかかります。WebSocket は自動で再び試します。
wire-way-chosen-on-this-device-no = この端末で選択済み。ほかの方式は試しません。

## jump-pill

jump-pill-jump-to-newest = 最新へ移動
jump-pill-newest = 最新
jump-pill-mark-read = 既読にする

## log

log-fetching-older-messages = 以前のメッセージを取得中…
log-the-beginning-of-this-room = このルームの始まり

## message

message-edited = 編集済み
message-edit-again = もう一度編集
message-pinned = ピン留め
message-only-in-this-page = このページにだけ存在

## message-dialogs

message-dialogs-delete-this-message-for-everyone = このメッセージを全員から削除しますか？
message-dialogs-it-is-gone-already = すでにありません。
message-dialogs-message-deleted = メッセージを削除しました
message-dialogs-keep = 残す
message-dialogs-delete-message = メッセージを削除
message-dialogs-its-text-also-what-it = 以前の内容も含めて、本文は全員から消えます。元に戻せません。
message-dialogs-what-it-said-before = 以前の内容
message-dialogs-the-message-was-deleted = メッセージは削除されました。
message-dialogs-fetching-what-it-said-before = 以前の内容を取得中…
message-dialogs-fetching-what-is-pinned = ピン留めを取得中…
message-dialogs-nothing-is-pinned-to-this = このルームにピン留めはありません。あとで見つけてほしいものをピン留めしましょう。メッセージのメニューから「ルームにピン留め」を選びます。
message-dialogs-go-to-it = 移動する

## message-menu

message-menu-more-reactions = ほかのリアクション
message-menu-edit = 編集
message-menu-pin-to-room = ルームにピン留め
message-menu-copy-text = テキストをコピー
message-menu-delete-for-everyone = 全員から削除…

## never-confirmed

never-confirmed-never-confirmed = 確認できなかったメッセージ
never-confirmed-discard-all = すべて破棄
never-confirmed-later = あとで
never-confirmed-these-were-written-under-a = 終了したログインで書かれたため、送信されません。送信途中だったものは保存済みかもしれません。送り直す前に確かめてください。
never-confirmed-put-into-the-message-box = 入力欄に入れる
never-confirmed-somebody = だれか
never-confirmed-a-room-that-is-not = ここにないルーム

## new-room

new-room-name = 名前
new-room-letters-digits-and-everybody-here = 文字、数字、- と _ が使えます。ここの全員が参加できます。
new-room-make-room = ルームを作る
new-room-making-the-room = ルームを作成中

## offers

offers-commands = コマンド
offers-people = メンバー

## people-list

people-list-not-known-while-the-link = 接続がない間は不明
people-list-you = あなた

## plans

plans-in-20-minutes = 20 分後
plans-in-3-hours = 3 時間後

## quote

quote-jump-to-the-original = 元のメッセージへ
quote-in-reply-to = 返信先
quote-a-message-that-was-deleted = 削除されたメッセージ

## room-head

room-head-rooms-and-people = ルームとメンバー

## room-list

room-list-draft = 下書き
room-list-has-a-draft = 下書きあり
room-list-muted = ミュート中
room-list-muted-2 = ミュート中

## server

server-server-details = サーバーの詳細

## server-counted

server-counted-ended = 終了
server-counted-not-opened = 開かなかったもの
server-counted-not-delivered = 届かなかったもの
server-counted-came-back = 復帰
server-counted-since-the-start = 起動以降
server-counted-by-the-server = サーバーから
server-counted-by-the-client = クライアントから
server-counted-by-the-network = ネットワークから
server-counted-asked-for-under-another-host = 別のホスト名での要求
server-counted-from-a-page-of-another = 別サイトのページから
server-counted-without-a-request-for-an = アップグレード要求なし
server-counted-in-another-version-of-websocket = 別バージョンの WebSocket
server-counted-without-a-good-key = 有効なキーなし
server-counted-in-another-subprotocol = 別のサブプロトコル
server-counted-with-a-name-or-room = 使えない名前またはルーム
server-counted-beyond-the-number-of-connections = 接続数の上限超過
server-counted-beyond-the-number-of-one = 1 アドレスの上限超過
server-counted-too-many-at-once = 同時接続が多すぎ
server-counted-too-many-at-once-from = 1 アドレスからの同時接続が多すぎ
server-counted-signals-typing-presence-to-readers = 遅れた受信側への信号（入力中、在席状況）
server-counted-readers-closed-as-too-slow = 遅すぎて閉じた受信側。再接続して追いつきます
server-counted-rooms-went-on-where-the = 続きから再開したルーム
server-counted-rooms-began-with-the-newest = 最新ページから始めたルーム
server-counted-rooms-began-anew-another-log = 最初からのルーム：別のログ、または遅れすぎ

## server-doctor

server-doctor-doctor = 診断
server-doctor-public-address = 公開アドレス
server-doctor-examining = 調査中
server-doctor-examine = 調べる
server-doctor-lines-for = 設定例

## server-doctor-finding

server-doctor-finding-copy = コピー
server-doctor-finding-not-copied = コピーできません

## server-times

server-times-from-a-ping-to-its = ping から応答まで
server-times-storing = 保存
server-times-until-a-message-is-on = メッセージがディスクに書き込まれるまで
server-times-fan-out = 配信
server-times-until-it-is-on-its = すべての受信側へ送り出すまで

## server-traffic

server-traffic-by-websocket = WebSocket
server-traffic-by-lines = 行テキスト
server-traffic-by-event-stream = イベントストリーム
server-traffic-by-polling = ポーリング
server-traffic-messages-stored = 保存したメッセージ
server-traffic-most-waiting-for-one = 1 受信側あたりの最大待ち量
server-traffic-memory = メモリ
server-traffic-processor = プロセッサ
server-traffic-right-now = 現在

## settings

settings-system = システム
settings-light = ライト
settings-dark = ダーク
settings-theme = テーマ
settings-sign-out-here = このブラウザからサインアウト
settings-ends-the-login-of-this = このブラウザのログインを終了します。
settings-this-browser = このブラウザ

## shortcuts

shortcuts-getting-about = 移動
shortcuts-to-a-room-person-or = ルーム、メンバー、パネルへ
shortcuts-next-or-previous-room = 次または前のルーム
shortcuts-next-or-previous-unread = 次または前の未読
shortcuts-next-or-previous-region = 次または前の領域
shortcuts-send = 送信
shortcuts-new-line-2 = 改行
shortcuts-edit-my-last-in-an = 空の欄で自分の最後のメッセージを編集
shortcuts-to-the-message-box = 入力欄へ
shortcuts-any-letter = 文字キー
shortcuts-people-rooms-emoji-commands = メンバー、ルーム、絵文字、コマンド
shortcuts-bold-italic = 太字、斜体
shortcuts-struck-out = 取り消し線
shortcuts-the-rest = そのほか
shortcuts-close-what-is-open-then = 開いているものを閉じ、次にルームを既読に
shortcuts-search-this-room-everywhere = このルームを検索、全体を検索
shortcuts-this-list = この一覧
shortcuts-among-messages = メッセージ間の移動
shortcuts-older-or-newer-message = 以前または次のメッセージ
shortcuts-oldest-or-newest-message = 最初または最新のメッセージ
shortcuts-what-can-be-done-with = できることを表示
shortcuts-reply-react = 返信、リアクション
shortcuts-reply-in-thread-forward = スレッドで返信、転送
shortcuts-edit-delete = 編集、削除
shortcuts-pin-or-unpin = ピン留め、解除
shortcuts-copy-its-link-its-text = リンクやテキストをコピー

## sidebar

sidebar-close-menu = メニューを閉じる
sidebar-workspace = ワークスペース

## sign-out

sign-out-sign-out = サインアウトしますか？
sign-out-stay = サインアウトしない
sign-out-sign-out-2 = サインアウト
sign-out-signing-out = サインアウト中
sign-out-discard-and-sign-out = 破棄してサインアウト
sign-out-keep-and-sign-out = 残してサインアウト

## start-failed

start-failed-confab-did-not-start = Confab を開始できませんでした

## status

status-your-status = あなたのステータス
status-in-words = ひとこと
status-clear = 消去
status-do-not-disturb = 取り込み中
status-nothing-is-told-to-you = 通知は届かず、ほかの人にもそれが見えます
status-saving = 保存中
status-until-i-change-it = 変更するまで
status-for-30-minutes = 30 分
status-for-4-hours = 4 時間
status-for-how-long = 期間
status-does-not-want-to-be = 取り込み中です

## text

text-show-or-hide = 表示または非表示
text-spoiler = ネタバレ
text-copy-code = コードをコピー

## told

told-show-notifications-on-this-device = この端末で通知を表示
told-tell-me-about = 通知するもの
told-notifications = 通知
told-words-that-count-as-a = メンションとして扱うキーワード
told-with-commas-between-them = コンマで区切ります。
told-quiet-from = 通知しない時間帯の開始
told-quiet-to = 通知しない時間帯の終了
told-quiet-hours = 通知しない時間帯
told-nothing-is-told-in-them = この間は通知しません
told-sound = 音
told-notifications-of-this-room = このルームの通知
told-or-nothing-at-all-for = しばらく何も通知しない：
told-unmute = ミュート解除
told-for-8-hours = 8 時間
told-notifications-of-this-room-none = このルームの通知：なし
told-this-browser-blocks-notifications-from = このブラウザはここからの通知をブロックしています。アドレスの左にあるサイト設定で許可してください。
told-this-browser-shows-notifications-only = このブラウザは https のページからだけ通知を表示します。
told-mentions = メンション
told-everything = すべて
told-nothing = なし
told-do-not-disturb = 取り込み中
told-none = なし
told-drop = しずく
told-chime = チャイム
told-knock = ノック

## tools

tools-copy-link = リンクをコピー
tools-react = リアクション (+)
tools-reply-r = 返信 (R)
tools-more-actions = ほかの操作
tools-more = その他

## welcome

welcome-kept-from-the-moment-you = Enter を押した瞬間から、ネットワークがなくても保持します。
welcome-stored-as-1 = #1 として保存
welcome-shown-only-once-it-is = サーバーのディスクに書き込まれてはじめて表示されます。
welcome-not-stored = 保存されていません
welcome-you-keep-the-text-retry = 本文は手元に残ります。再試行しても二重には送られません。
welcome-as-the-others-will-see = ほかの人に見える名前です。
welcome-set-up-your-server = サーバーをセットアップ
welcome-nobody-has-been-here-before = まだだれも来ていません。このサーバーはあなたのものになります。
welcome-your-name = あなたの名前
welcome-open-confab = Confab を開く
welcome-opening = 開いています
welcome-no-e-mail-address-no = メールアドレスもパスワードも登録も不要です。すべてこのサーバーに残ります。
welcome-join-confab = Confab に参加
welcome-what-should-we-call-you = どうお呼びしましょう？
welcome-join = 参加
welcome-joining = 参加しています
welcome-no-account-needed-this-browser = アカウントは不要です。このブラウザがあなたを覚えます。
devices = 自分の端末
devices-why = 別の端末でも同じ人として使えます。ルーム、下書き、既読の位置も引き継がれます。
devices-get = コードを取得
devices-getting = コードを取得しています…
devices-get-another = 別のコードを取得
devices-over = コードの有効期限が切れました。
devices-how = 別の端末で「{$choice}」を選んで入力するか、そこでリンクを開いてください。{$minutes} 分以内に 1 回だけ使えます。
devices-already-here = 別の端末ですでに使っています
devices-title = この端末でサインイン
devices-lead = すでにサインインしている端末で設定を開き、「自分の端末」でコードを取得してください。
devices-code = コード
devices-code-help = 別の端末に表示された 10 文字の英数字です。
devices-sign-in = サインイン
devices-signing-in = サインインしています…
devices-new-here = はじめて使います

## words

words-catching-up = 同期中
words-offline-trying-again = オフライン · 再試行中
words-offline-no-network = オフライン · ネットワークなし
words-signed-out = サインアウト済み
words-this-page-is-out-of = このページは古くなっています
words-stopped = 停止
words-link-cut = 接続切断
words-2-s-delay = 2 秒遅延
words-10-lost = 10% 喪失
words-no-websocket = WebSocket なし
words-no-network-on-this-device = この端末にネットワークがありません。つながりしだい再び試します。
words-what-you-write-waits-on = 書いたものはこの端末で送信を待ちます。
words-it-goes-out-when-the = 接続が戻ると一度だけ送られます。
words-both-go-out-when-the = 接続が戻ると、この順に一度ずつ送られます。
words-you-were-signed-out = サインアウトされました。
words-back-online = オンラインに戻りました。
words-several-people-are-typing = 複数の人が入力しています
words-attach-files-or-drop-them = ファイルを添付。どこにでもドロップできます
words-drop-to-attach = ドロップして添付
words-files-for-this-message = このメッセージのファイル
words-waiting-for-its-turn = 順番待ち
words-interrupted-it-goes-on-by = 中断しました。自動で再開します。
words-file-goes-with-the-page = このブラウザには保存できません。アップロードが終わる前に再読み込みすると失われます。
words-remove = 外す
words-a-file-was-refused-retry = ファイルが拒否されました。先に再試行するか外してください。
words-a-file-was-refused = ファイルが拒否されました。先に外してください。
words-goes-out-when-its-files = ファイルがそろうと送られます。
words-files-in-this-room = このルームのファイル
words-nobody-has-sent-a-file = ここにはまだファイルがありません。どこかにドロップするか、クリップを押してください。
words-attach-it-as-a-file = ファイルとして添付
words-picture = 画像
words-fetching-what-was-sent-here = 送られたファイルを取得中…
words-jump-to-a-date = 日付へ移動
words-day = 日
words-go-there = 移動する
words-nothing-was-written-since-that = その日以降は何も書かれていません。
words-choose-a-day-first = 先に日を選んでください。

## compare

compare-round-trip-median-and-p99 = 往復時間、中央値と p99
compare-messages-per-second = 1 秒あたりのメッセージ
compare-bytes-per-message-there-and = メッセージあたりの往復バイト
compare-no-websocket-gets-through-here = ここでは WebSocket が通らないため、比べるものがありません。
compare-nothing-but-the-websocket-answered = WebSocket 以外は応答しませんでした。

## doctor

doctor-looks-at-this-server-as = アクセスする人から見たこのサーバーを、このブラウザとサーバー自身から調べ、変えるべきことを伝えます。
doctor-as-visitors-type-it = アクセスする人が入力するとおりに書いてください。
doctor-this-page-came-from-another = このページは別のアドレスから開かれたため、サーバーだけが調べます。ブラウザからも調べるには、そのアドレスを開いてください。
doctor-the-examination-took-too-long = 調査に時間がかかりすぎたため終了しました。
doctor-from-this-browser = このブラウザから
doctor-from-the-server-itself = サーバー自身から
doctor-nothing-to-change = 変えることはありません。

## kept

kept-also-written-on-another-device = 別の端末でも書かれています：
kept-put-into-the-box = 欄に入れる
kept-discard-what-the-other-device = 別の端末の内容を破棄
kept-send-later = あとで送信
kept-files-first = ファイルのアップロードが終わってから、あとで送る設定をしてください。
kept-remind-me = リマインド
kept-message = メッセージ
kept-of-what = 内容
kept-when = 日時
kept-choose-a-day-and-a = 日と時刻を選んでください。
kept-that-time-has-passed = その時刻は過ぎました。
kept-schedule = 予約
kept-scheduling = 予約中
kept-keeping-it = 保存中
kept-scheduled-messages-and-reminders = 予約メッセージとリマインダー
kept-nothing-is-scheduled-choose-the = 予約はありません。送信の横の時計を選ぶか、/later や /remind と書いてください。
kept-being-sent = 送信中
kept-reminder = リマインダー：
kept-a-scheduled-message-was-not = 予約メッセージを送れませんでした：
kept-change = 変更
kept-send-now = 今すぐ送信
kept-show-message = メッセージを表示
kept-done = 完了
kept-remind-me-2 = リマインド…
kept-reminder-2 = リマインダー
kept-read-by = 既読の人…
kept-read-by-2 = 既読の人
kept-asking-who-has-read-it = だれが読んだか確認中…
kept-nobody-else-has-read-this = ほかにはまだだれも読んでいないか、公開していません。
kept-reading = 既読
kept-show-others-how-far-i = どこまで読んだかをほかの人に見せる
kept-without-it-you-do-not = オフにすると、ほかの人の既読も見えません

## lives

lives-a-websocket-begins-as-an = WebSocket は、アップグレードを求め、話せる言語を示す、ふつうの HTTP リクエストとして始まります。
lives-the-server-answers-101-names = サーバーは 101 と答えて選んだ言語を示し、そのバイトからは双方がいつでも送れます。
lives-then-the-client-says-hello = 次にクライアントが Cookie を添えて挨拶し、サーバーのウェルカムが、だれなのか、どのルームがあるのかを伝えます。
lives-frames = フレーム
lives-everything-after-the-handshake-is = ハンドシェイクのあとはすべてフレームです。2 から 14 バイトのヘッダーと、続く本文です。
lives-a-browser-masks-what-it = 途中のプロキシがほかのものと取り違えないよう、ブラウザは送るものにマスクをかけます。サーバーはそのまま送ります。
lives-here-each-frame-is-one = ここではどのフレームも、だれでも読める 1 つの JSON オブジェクトです。
lives-ping-and-pong = ping と pong
lives-a-cable-that-is-pulled = 抜けたケーブルは何も言わないので、無応答だけでは何もわかりません。
lives-the-server-pings-the-client = サーバーが ping を送り、クライアントが pong を返し、その間が往復時間です。
lives-who-hears-nothing-for-longer = ウェルカムで決めた時間を超えて何も届かないと、接続は切れたとみなして別の接続を開きます。
lives-close-codes = クローズコード
lives-a-connection-that-ends-in = 正しく終わる接続は、理由を番号で伝えます。
lives-1000-is-done-1001-is = 1000 は完了、1001 はページやサーバーの離脱、1012 は再起動です。4000〜4499 はこのクライアントに再接続を求め、4500〜4999 は再接続しないよう求めます。
lives-1006-is-no-number-that = 1006 はだれかが送った番号ではありません。接続は何も告げずに終わりました。
lives-errors = エラー
lives-a-browser-tells-a-page = ブラウザがページに伝えるのは WebSocket が失敗したことだけで、理由は伝えません。ページがネットワークを探れないようにするためです。
lives-what-can-be-told-is = わかるのはどこまで進んだかです。応答なし、アップグレードなしの応答、あとで切れた接続のいずれかです。
lives-after-two-upgrades-that-were = アップグレードが 2 回拒否されると、このクライアントはふつうのリクエストで進み、ときどき WebSocket が開くか確かめます。
lives-coming-back = 復帰
lives-every-line-of-a-room = ルームのどの行にも番号があり、クライアントは手元の最後の番号を知っています。
lives-a-new-connection-asks-for = 新しい接続はその続きを求め、確認されなかったものを同じ ID でもう一度送ります。
lives-so-a-cut-costs-time = ですから切断で失うのは時間だけで、メッセージは失われません。

## search

search-search = 検索
search-close-search-esc = 検索を閉じる (Esc)
search-search-messages = メッセージを検索
search-search-and-results = 検索と結果
search-newest-first = 新しい順
search-best-first = 一致順
search-searching = 検索中…
search-also = ほかに：
search-no-message-has-this = 該当するメッセージはありません。

## switcher

switcher-go-to = 移動先
switcher-a-room-a-person-a = ルーム、メンバー、パネル
switcher-messages-of = のメッセージ

## thread

thread-thread = スレッド
thread-close-thread-esc = スレッドを閉じる (Esc)
thread-thread-messages = スレッドのメッセージ
thread-reply-in-thread = スレッドで返信
thread-send-reply = 返信を送信
thread-write-a-reply = 返信を書く
thread-fetching-the-thread = スレッドを取得中…
thread-the-first-message-of-this = このスレッドの最初のメッセージは削除されました。
thread-nobody-can-reply = ここにはもう返信できません。
thread-only-the-first-4-000 = ここで読めるのは最初の 4,000 件の返信までです。
thread-this-works-in-the-rooms = これはルームの入力欄で使えます。
thread-forward = 転送
thread-forward-to-a-room = ルームに転送
thread-find-a-room = ルームを探す
thread-no-room-of-yours-is = その名前のルームはありません。
thread-no-replies-yet = まだ返信はありません

## Everywhere

list-comma = {"、"}
list-and = {$before}、{$last}
milliseconds = {$number} ms

## The strip above the room

banner-offline-since = {$time} からオフラインです。
banner-next-try = 次の試行まで {$left}

## A room without messages

blank-new = #{$room} は新しいルームです。最初のメッセージは {$number} になります。
blank-trying-again = {$left} 後に再試行します。
blank-no-answer = サーバーが応答しませんでした。

## The message box

composer-name = #{$room} へのメッセージ
composer-replying = {$name} さんに返信
not-stored-because = 保存されていません。{$why}
edit-box-keys = {$enter} で保存 {$escape} で取り消し
foot-keys = {$sends} で送信 {$breaks} で改行
foot-fetching = {$numbers} を取得中…
history-here = 表示中：{$numbers}
history-complete = {$number} までそろっています
history-fetching = {$numbers} を取得中
foot-as-of = {$time} 時点
dot-connection = 接続：{$state}

## The connection panel

wire-compare-measuring = 計測中：{$way}
wire-compare-blocked = 遮断されています。{$why}
wire-facts-oldest = 最古 {$age}
wire-facts-messages = 件
wire-facts-failed = 件待機、{$count} 件失敗
wire-handshake-answer = {$answer}、{$protocol}、{$time} で開通
wire-handshake-after = {$time} 後
wire-handshake-heard = {$ago} 前に受信、{$silence} 無応答なら切断とみなす
wire-handshake-server = サーバー {$version}、{$protocol}
wire-history-rooms = 開いたルーム {$all} のうち {$complete} がそろっています
wire-history-only-here = {$count} 件はこの端末だけ
wire-history-other = サーバー {$head}、{$state}
wire-lives-yours = この接続：{$address}
wire-lives-answer = 応答：{$answer}
wire-lives-welcome = ウェルカム：{$when}
wire-lives-over-http = ここでは WebSocket が通らないため、この接続は{$transport}で、応答は 201 です。同じフレームをふつうのリクエストで運びます。
wire-lives-last-in = 最後の受信：{$kind}、{$size}、{$time}
wire-lives-last-out = 最後の送信：{$kind}、{$size}、{$time}
wire-lives-count = このページを開いてから：受信 {$here}、送信 {$there}。
wire-lives-round-trip = 最後の往復は {$time} でした。
wire-lives-server = サーバー：{$heartbeat}
wire-lives-cursor = #{$room} は {$number} までそろっています。新しい接続はその続きを求めます。
wire-now-since = {$time}、{$at} から
wire-recording-last = 直近 {$time}、{$size}
wire-tries-since = このページを開いてから {$count} 回
wire-tries-next = 次の試行は {$time} 後
wire-tries-closed = {$code} で終了、{$why}
wire-tries-failed = {$code} で失敗、{$why}
wire-tries-given-up = こちらで打ち切り、{$why}
wire-tries-lasted = {$time} 続きました。
wire-tries-because = 「{$why}」。
wire-tries-online = オンライン、WebSocket は {$time} で開通
wire-tries-welcome = ウェルカムは {$time} 後
unit-ms = ms
wire-trips-median = 中央値 {$time}
wire-trips-worst = 最大 {$time}
wire-trips-said = 5 分間の往復時間：中央値 {$median}、最大 {$worst}
wire-trips-down = 切断 {$time}
wire-frames-in = 受信
wire-frames-out = 送信
transport-websocket = WebSocket
transport-events = サーバー送信イベント
transport-poll = ロングポーリング
transport-events-title = サーバー送信イベント
transport-poll-title = ロングポーリング
transport-automatic = 自動
transport-requests = ふつうのリクエスト
transport-events-and-post = イベント + POST

## Jumping to the newest

jump-pill-count = 最新へ移動、新しいメッセージ {$count} 件
jump-pill-new = 新着 {$count} 件

## The room’s messages

log-name = #{$room} のメッセージ
log-new-aloud = {$time} 以降の新しいメッセージ
log-new = {$time} 以降の新着
me-settings = 設定 ({$keys})

## A message

message-pinned-aloud = ピン留め
message-edit-waits = 編集は未保存
message-edited-at = {$time} に編集
message-edited-show = {$time} に編集、以前の内容を表示
message-edit-failed = 編集：{$why}
message-number = 番号 {$number}
message-mentions-you = あなたへのメンション
message-stored = 保存済み
message-kept-sending = この端末に保持、送信中
message-unkept-sending = このページにだけ存在、送信中
message-kept-waiting = この端末に保持、接続待ち
message-unkept-waiting = このページにだけ存在、接続待ち
message-not-stored = 未保存
message-sending = 送信中…
message-stored-as = サーバーに {$number} として保存
message-stored-as-number = サーバーに番号 {$number} で保存
message-menu-name = {$name} さんのメッセージ、{$time}
react-with = {$emoji} でリアクション
copy-link-to = {$number} へのリンクをコピー
never-confirmed-draft = 下書き
new-room-becomes = #{$room} になります。
people-list-too-many = {$count} 人。多すぎて一覧できません。
presence-online = オンライン
presence-away = 離席中
presence-offline = オフライン

## The room’s head

room-head-menu = ルームとメンバー、未読 {$count} 件
room-head-room = ルーム
room-head-people = {$count} 人がここにいます

## The owner’s page

server-counted-another-code = ほかのコード
server-doctor-finding-line = {$place} の設定行
server-times-said = {$title}：{$count} 回計測、半数は {$half}
server-times-half = 半数 {$time}
server-times-most = 100 回中 99 回 {$time}
server-times-longer = それ以上
unit-us = µs
unit-s = 秒
server-traffic-connections = {$count} 接続
server-traffic-said = 毎秒保存するメッセージ：最大 {$number}
server-traffic-each-second = 毎秒
server-traffic-of-a-core = % (1 コア)
per-second = {$unit}/秒

## Settings

settings-language = 言語
settings-language-of-browser = ブラウザに合わせる
settings-enter-sends = {$enter} で送信、{$other} で改行
settings-enter-breaks = {$enter} で改行、{$other} で送信
shortcuts-or = または
sign-out-failed = まだサインインしています。{$why}
sign-out-means = このブラウザはあなたを忘れます。メッセージと名前は残りますが、同じあなたとして再びサインインすることはできません。
sign-out-files-go = 未送信のファイル {$count} 件はこのブラウザから削除されます。
status-help = {$count} 文字まで。全員に見えます。
until = {$time} まで
status-not-disturbed-aloud = 取り込み中です
status-name = あなたのステータス：{$status}
text-code-in = コード、{$language}
told-quiet = {$from} から {$to} まで
told-as-in-settings = 設定のとおり：{$tell}
told-about-room = #{$room} で通知するもの
told-muted-until = {$time} までミュート中です。

## The first page

welcome-say = あなたのことばがどこにあるか、{$break}いつでもわかります。
welcome-lead = {$host} の全員が公開ルームを見られます。
kept-delete = 削除

## Numbers and people

words-unread-above = 上に未読メッセージ {$count} 件
words-others = ほか {$count} 人
words-not-there = メッセージ {$number} はこのルームにないか、削除されました。
words-no-such-room = ルーム #{$room} はここにありません。
words-chars = {$count} / {$most} 文字
seconds = {$number} 秒
words-catching-up-on = 同期中、{$numbers}
words-online = オンライン
words-online-events = オンライン（サーバー送信イベント）
words-online-poll = オンライン（ロングポーリング）
words-slow = オンライン、低速
words-slow-events = オンライン、低速（サーバー送信イベント）
words-slow-poll = オンライン、低速（ロングポーリング）
words-stretch = {$first}〜{$last}
words-part = {$numbers} / {$head}
words-test = （テスト：{$faults}）
words-silent = 無応答
words-minutes = {$minutes} 分 {$seconds} 秒
words-hours = {$hours} 時間 {$minutes} 分
words-days = {$count} 日
unit-b = B
unit-kb = KB
unit-mb = MB
decimal-point = .
words-unkept = {$count} 件のメッセージはこのページにしかありません。このブラウザには保持する空きがありません。
words-waiting = {$count} 件のメッセージがこの端末で送信を待っています。自動で送られます。
words-unkept-short = {$count} 件のメッセージはこのページにしかありません。
words-waiting-short = {$count} 件のメッセージが送信待ちです。
words-all-go-out = 接続が戻ると、{$count} 件すべてがこの順に一度ずつ送られます。
words-left-behind = {$what}は保存されておらず、もう送られません。残しておくと、次にこのブラウザでサインインした人に表示されます。
words-left-of = {$name} さんの{$what}がこの端末に残っています。
words-left = 以前のログインの{$what}がこの端末に残っています。
words-unsent = 未送信メッセージ {$count} 件
words-drafts = 下書き {$count} 件
words-signed-out-unsent = サインアウトされました。未送信のメッセージ {$count} 件はこの端末に残っています。
words-back-stored = {$count} 件を保存
words-back-fetched = {$count} 件を取得
words-back-complete = {$number} まで取得済み
words-back-online-with = オンラインに戻りました。{$what}。
words-hole-one = {$number} が抜けています。取得し直しています。
words-hole = {$numbers} が抜けています。取得し直しています。
words-typing-one = {$name} さんが入力しています
words-typing-two = {$first} さんと {$second} さんが入力しています
words-typing-three = {$first} さん、{$second} さん、{$third} さんが入力しています
words-new = 新着 {$count} 件
words-new-from = 新着 {$count} 件（{$names}）
words-unread = 未読 {$count} 件
words-mentions = メンション {$count} 件
words-not-in-the-last = ここでの最後のメッセージに「{$text}」はありません。
words-jump-from = {$day}、日付へ移動
words-of-bytes = {$here} / {$all}
words-retry-file = {$name} を再試行
words-remove-file = {$name} を外す
words-progress = {$name} のアップロード
words-open-picture = 画像 {$name} を開く
words-too-many-files = ファイルが {$count} 個あります。1 件のメッセージに付けられるのは {$most} 個までです。減らしてください。
kept-scheduled-here = ここに {$count} 件のメッセージを予約済み
kept-due = リマインダー {$count} 件
kept-refused = 予約メッセージ {$count} 件を送れませんでした
kept-all = すべての予約：{$count}
kept-message-at = メッセージ、{$time}
kept-reminder-at = リマインダー、{$time}
kept-was-due = リマインダー、予定は {$time}
kept-not-sent = 送信されていません。{$why}
kept-will-be-sent = {$time} に送信します
kept-will-be-reminded = {$time} にお知らせします
kept-more-readers = ほか {$count} 人
kept-or-more-readers = ほか {$count} 人以上
thread-replies = 返信 {$count} 件
thread-deleted = {$count} 件は削除済み
thread-last-at = 最終 {$time}
thread-forwarded-from = #{$room} から転送、投稿者 {$name}
thread-forwarded = 転送、投稿者 {$name}
thread-forwarded-to = #{$room} に転送しました
thread-open = スレッドを開く
search-found = {$count} 件のメッセージ。
search-first = ここまで {$count} 件のメッセージ。
search-behind = 最新の {$count} 行はまだ検索されていません。
search-all = 読めるものはすべて検索しました。
switcher-search-for = メッセージから「{$text}」を検索
doctor-good = 良好：
doctor-bad = 要変更：
doctor-unknown = 不明：
doctor-running = 調査中。無通信の WebSocket を {$count} 秒見守ります。
doctor-to-change = 変更すべきこと {$count} 件。
compare-takes = {$way}は、ここでは WebSocket の {$times} 倍の時間がかかります。
compare-carries = {$way}が運ぶメッセージは、ここでは WebSocket の {$times} 分の 1 です。
compare-weighs = {$way}は、ここでは WebSocket の {$times} 倍の重さです。
compare-behind = この接続では WebSocket が最良ではなく、今回は{$way}が上回りました。
compare-shares = 同時に送るものはリクエストを分け合います。

## What a close code means

closing-done = 完了、双方が合意
closing-away = サーバーまたはページが離脱
closing-protocol = フレームが WebSocket プロトコルに反した
closing-kind = 相手はこの種のフレームを読めない
closing-no-code = コードのないクローズフレーム
closing-no-frame = クローズフレームなし：ネットワークか相手が消えた
closing-utf8 = テキストフレームが UTF-8 ではない
closing-policy = サーバーの規則に反する
closing-too-big = メッセージが大きすぎた
closing-extension = 拡張が足りない
closing-fault = サーバーのエラー
closing-restart = サーバーの再起動
closing-busy = サーバーが混雑
closing-gateway = ゲートウェイが不正な応答を受けた
closing-tls = 安全な接続なし (TLS)
closing-slow = この受信側は遅すぎた。あとで追いつく
closing-silent = 生存確認に応答がない
closing-no-hello = 挨拶が間に合わなかった
closing-version = このバージョンは使えない
closing-not-signed-in = サインインしていない
closing-none = クローズコードではない
closing-reserved = 規格が予約
closing-library = ライブラリが登録
closing-come-back = 再接続の要求
closing-stay-away = 再接続しないよう要求
closing-comes-back = このクライアントは自動で再接続します
closing-stays = このクライアントは自動では再接続しません

## Commands of the message box

command-away = 離席中であること、または居場所を伝えます
command-away-said = 離席中
command-back = 自分についての表示を消します
command-help = コマンドを一覧します
command-invite = 招待します。名前なしではルームのリンクをコピーします
command-invite-takes = @名前 言葉
command-invites = {$name} が {$people} を招待しています
command-invites-with = {$name} が {$people} を招待しています：{$words}
command-join = ルームを開きます
command-join-takes = ルーム
command-later = 指定した時刻に送ります
command-later-takes = 18:00 本文
command-me = 三人称で自分のことを伝えます
command-me-takes = していること
command-poll = リアクションで答える質問をします
command-poll-takes = 質問？ | 選択肢 1 | 選択肢 2
command-remind = リマインドします
command-remind-takes = me in 20 minutes 本文
command-shrug = ¯\_(ツ)_/¯ を付けます
command-spoiler = 求められるまで隠します
command-spoiler-takes = 本文
command-status = 名前の横に表示します
command-status-takes = していること
command-topic = このルームの話題を示します。- で外します
command-topic-takes = 話題
command-unknown = /{$name} というコマンドはありません。先頭にスラッシュを 2 つ付けると、そのまま送れます。
command-no-time = /{$name} の後には時刻と本文が必要です：18:00、in 20 minutes、tomorrow 9:00。
command-no-poll = 投票には質問と 2〜9 個の答えが必要です：/poll お茶？ | はい | いいえ。
command-twice-in-poll = 回答 {$answer} が 2 回あります。
command-nobody = ここにいる人、書いた人の中に {$name} という名前の人はいません。
command-oneself = あなたはもうここにいます。
command-alone = /{$name} の後には内容が必要です：/{$name} {$takes}。

## Skin tones

tone-none = 肌の色なし
tone-light = 明るい
tone-medium-light = やや明るい
tone-medium = 中間
tone-medium-dark = やや暗い
tone-dark = 暗い

## Days

clock-today = 今日
clock-yesterday = 昨日
clock-tomorrow-at = 明日 {$time}
clock-day-at = {$day} {$time}

## Before and after the program runs

failure-stopped = Confab が停止しました
failure-means = プログラムの不具合でこのページが止まりました。書いたものは失われていません。
boot-opening = Confab を開いています
boot-late = 時間がかかっています。
boot-reload-page = ページを再読み込み
boot-cannot = Confab を開始できません
boot-could-not = Confab を開始できませんでした
boot-stopped = Confab が停止しました
boot-no-webassembly = このブラウザではここで WebAssembly が動きません。更新するか、このサイトで WebAssembly を許可してください。
boot-not-loaded = サーバーからプログラム全体が届きませんでした。再起動中か、ネットワークが切れている可能性があります。
boot-not-started = プログラムは届きましたが、開始できませんでした。
boot-means = このページでプログラムが停止しました。サーバーに保存されたものは安全です。再読み込みして続けてください。
boot-reload = 再読み込み
http-no-answer = サーバーが応答しません。少し待ってもう一度試してください。

## Notifications

telling-mentions = {$name} さんが #{$room} であなたにメンション
telling-writes = {$name} さん、#{$room}
telling-others = ほか
telling-mention-you = うち {$count} 件はあなたへのメンション

## What the server and the machine say in English: said again in this language
## (a sentence is known by its English words)

said-file-no-name = ファイルに名前がありません。
said-file-name-long = ファイル名が 255 バイトを超えています。
said-file-name-path = ファイル名がパスになっています。ふつうの名前で送ってください。
said-file-name-unseen = ファイル名に見えない文字があります。
said-emoji-before-words = 文の前に置けるのは絵文字 1 つです。
said-status-empty = ステータスには文が必要です。
said-status-long = ステータスは {$number} 文字までです。
said-status-sign = ステータスに {$sign} は使えません。
said-topic-empty = トピックには見える言葉が必要です。
said-topic-long = トピックは最大 {$number} 文字です。
said-topic-sign = トピックに {$sign} は使えません。
said-message-empty = メッセージには本文が必要です。
said-message-long = {$chars} / {$most} 文字です。
said-message-control = 本文に送れない制御文字 ({$sign}) があります。
said-one-emoji = リアクションは絵文字 1 つです。
said-room-empty = ルームには名前が必要です。
said-room-long = ルーム名は {$number} 文字までです。
said-room-sign = ルーム名に使えるのは文字、数字、- と _ です。{$sign} は使えません。
said-room-start = ルーム名は文字か数字で始まります。
said-name-empty = 名前を選んでください。
said-name-long = 名前は {$number} 文字までです。
said-name-sign = 名前に {$sign} は使えません。
said-sign-quoted = 「{$letter}」
said-name-letter = 名前には文字か数字が 1 つ以上必要です。
said-name-script = ほかの名前になりすませないよう、名前は 1 種類の文字体系で書きます。
said-name-taken = この名前の人がすでにいます。文字や地名を足してください。
said-room-taken = この名前のルームがすでにあります。
said-server-full = サーバーの接続数が上限に達しています。少し待ってもう一度試してください。
said-address-full = あなたのアドレスからの接続が多すぎます。1 つ閉じるか、少し待ってもう一度試してください。
said-connecting-full = 同時に接続する人が多すぎます。少し待ってもう一度試してください。
said-address-fast = あなたのアドレスからの接続が頻繁すぎます。少し待ってもう一度試してください。
said-owner-rooms = このサーバーでルームを作れるのは所有者だけです。
said-owner-sees = サーバーの様子を見られるのは所有者だけです。
said-owner-examines = このサーバーを調べられるのは所有者だけです。
said-owner-deletes = メッセージを取り消せるのは書いた人と所有者だけです。
said-owner-changes = ルームを変更できるのは所有者だけです。
said-no-room = そのルームはありません。
said-room-unread = 今はこのルームを読めません。あとで試してください。
said-not-now = サーバーは今これを行えません。あとで試してください。
said-files-most = 1 件のメッセージに付けられるファイルは {$number} 個までです。
said-too-fast = フレームが多すぎます。1 秒待ってから続けてください。
said-restarts = サーバーが再起動します。つなぎ直してからもう一度行ってください。
said-rooms-most = このサーバーにはルームが {$number} あり、これが上限です。
said-draft-long = {$number} 文字の下書きはその端末に残ります。
said-code-wrong = このコードは誤っているか、使用済みか、期限切れです。別の端末で新しく取得してください。
said-plan-far = 予約できるのは 1 年先までです。
said-plan-gone = その間に送信または削除されたため、何も変更されませんでした。
said-plan-leaves = ちょうど送信中です。
said-too-often = 頻繁すぎます。少し待ってください。
said-sign-in = 先にサインインしてください。
said-login-ended = このログインは終了しました。もう一度サインインしてください。
said-sign-in-crowd = 今は多くの人がサインインしています。少し待ってもう一度試してください。
said-examined = 調査はすでに進行中です。
said-address-form = アドレスは https:// または http:// とホスト、必要ならポートです。
said-foreign-file = このファイルはほかの人のものです。
said-no-files = このサーバーはファイルを受け付けません。
said-file-large = ファイルが {$size} を超えています。
said-files-large = ファイルの合計が {$size} を超えます。
said-files-count = ここには {$number} 個のファイルがあり、これが上限です。
said-upload-elsewhere = このアップロードは別のリクエストが続けています。
said-upload-more = 予告より多くのバイトが届きました。
said-file-lies = ファイルは申告どおりではなく、{$kind} です。
said-file-damaged = ファイルが壊れています。{$kind} として始まりますが、{$what}。
said-kind-picture = 画像
said-kind-film = 動画
said-kind-sound = 音声
said-kind-pdf = PDF
said-kind-text = テキスト
said-kind-other = 別のもの
said-damage-early = 途中で終わっています
said-damage-size = 幅か高さがありません
said-damage-parts = 部分が多すぎます
said-damage-begin = ある部分が本来の位置から始まっていません
said-damage-longer = ある部分がファイルより長くなっています
said-damage-length = 長さのない部分があります
said-damage-place = あり得ない位置に部分があります
said-damage-two = サイズが 2 つあるか、存在しない色があります
said-damage-before = サイズより前に画素があります
said-damage-no-pixels = 画素がありません
said-damage-colours = 存在しない色があります
said-damage-header = 1 つのヘッダーで始まっていません
said-damage-unbegun = 画素が始まりません
said-damage-misplaced = ある部分が短すぎるか位置が違います
said-damage-long = 長すぎます
said-size-bytes = {$number} バイト
said-size-megabytes = {$number} MB
said-picture-large = {$width} × {$height} ピクセルの画像は大きすぎて表示できません。
said-disk-full-file = サーバーのディスクがいっぱいです。ファイルは保存されませんでした。
said-disk-full = サーバーのディスクがいっぱいです。何も保存されませんでした。
said-no-file = そのファイルはありません。
said-bytes-gone = このブラウザにはもうファイルがありません。もう一度選んでください。
said-files-crowd = 送信中のファイルが多すぎます。少し待ってもう一度試してください。
said-files-away = サーバーは今ファイルにアクセスできません。もう一度試してください。
said-data-away = サーバーは今データにアクセスできません。もう一度試してください。
said-taken-back = このメッセージは取り消されました。
said-foreign-message = このメッセージはほかの人のものです。
said-edited-since = このメッセージは、あなたが見たあとに編集されました。
said-so-already = このメッセージはすでにそうなっています。
said-reactions-most = 1 件のメッセージのリアクションは {$number} 種類までです。
said-pins-most = 1 つのルームのピン留めは {$number} 件までです。
said-file-elsewhere = このメッセージのファイルは、すでに別のメッセージにあります。
said-no-message = そのメッセージはありません。
said-id-used = このメッセージの ID は別の本文に使われています。
said-about-to-restart = サーバーがまもなく再起動します。
said-upload-broke = アップロードが途切れました。止まったところから続きます。
said-readers-hidden = どこまで読んだかを見せていないため、ほかの人の既読もわかりません。
said-search-away = サーバーは今検索できません。もう一度試してください。
said-search-long = 検索は {$most} 文字までです。今は {$chars} 文字あります。
said-search-words = 検索は {$number} 語までです。
said-search-empty = 検索する語がありません。
said-search-no-date = 「{$value}」は日付ではありません。日付は 2026-11-01 のように書きます。
said-busy = サーバーが混雑しています。少し待ってもう一度試してください。
said-slow = 応答に時間がかかりすぎました。もう一度試してください。
said-unanswered = サーバーが 20 秒応答しませんでした。再試行しても二重には送られません。
said-disk-full-kept = サーバーのディスクがいっぱいです。本文はここに残っています。
said-other-name = 別の名前で書かれました。再試行するとこの名前で送られます。
said-room-offline = ルームを作るにはサーバーが必要ですが、今はつながっていません。
said-room-lost = サーバーが応答する前に接続が切れました。作成されていれば一覧に現れます。
said-room-unanswered = サーバーが 20 秒応答しませんでした。作成されていれば一覧に現れます。
said-stopped-here = この端末で停止しました。
said-ended-for-good = サーバーが接続を完全に終了しました：{$why}。
said-close-none = 理由は示されていません
said-close-done = 完了
said-close-away = 離脱します
said-close-text = ここではテキストフレームだけを読みます
said-close-utf8 = テキストは UTF-8 でなければなりません
said-close-rules = 規則に反するフレームが多すぎます
said-close-large = メッセージが {$number} バイトを超えています
said-close-fault = サーバーのエラー
said-close-restarts = サーバーの再起動
said-close-busy = サーバーが混雑しています
said-close-slow = 読み取りが遅すぎます。つなぎ直して追いついてください
said-close-silent = ping に応答がありません
said-close-hello = 挨拶が間に合いませんでした
said-close-version = このバージョンはここでは使えません。クライアントを更新してください
said-close-sign-in = 先にサインインしてください
said-compare-no = サーバーはこの方式では応答しません。
said-no-stream = ブラウザがここでストリームを開けません。
said-no-answer = サーバーが応答しませんでした。
said-link-gone = 接続がなくなりました。
said-stream-bad = ストリームが読めない内容で終わりました。
said-stream-broke = ストリームが切れました。
said-cut-here = 接続パネルで切断しました。
said-refused-here = WebSocket のないネットワークのように、接続パネルで拒否しました。
said-no-socket = ブラウザがここでソケットを開けません。
said-link-broke = 接続が切れました。
said-plans-most = 予約メッセージとリマインダーがすでに {$number} 件待っています。
said-plan-files = リマインダーにファイルは付けられません。
said-drafts-most = 下書きはすでに {$number} 件保存されています。
said-uploads-most = すでに {$number} 個のファイルが送信中で、これが上限です。
said-requests-most = すでに {$number} 件のリクエストが応答を待っています。
said-echoes = エコーが多すぎます。もう一度試してください。
said-examinations = 実行中の調査が多すぎます。
said-examined-own = サーバーは自分のアドレスだけを調べます。{$url} がその 1 つなら、--allow-origin {$url} を付けて起動してください。
said-doctor-certificate-ends = 証明書はあと {$number} 日で切れます。
said-doctor-certificate-good = 証明書はあと {$number} 日有効です。
said-doctor-certificate-expired = 証明書の期限が切れています。どのブラウザも接続しません。
said-doctor-certificate-early = 証明書はまだ有効ではありません。開始が先か、どちらかの時計が違います。
said-doctor-certificate-chain = 証明書からブラウザが知る認証局への鎖がありません。中間証明書が足りないか、自己署名です。
said-doctor-certificate-name = 証明書はアドレスとは別の名前のものです。
said-doctor-no-tls = TLS がありません：{$why}。
said-doctor-not-itself = サーバーはそこで自分に届きません：{$why}。内側から公開アドレスに届かないネットワークもあり、その場合は外からの確認だけが当てになります。
said-doctor-nobody = そこでは誰も応答しません：{$why}。
said-doctor-proxy = プロキシが Confab に届きません。{$number} で応答します。
said-doctor-own-name = Confab は届いたホスト名を自分のものと認識していません。
said-doctor-other = そこでは Confab 以外のものが {$number} で応答します。
said-doctor-answers-as = Confab {$version} が応答します。
said-doctor-answers = Confab が応答します。
said-doctor-host = ホスト名は届きます。
said-doctor-host-lost = ホスト名が届きません。サーバーには {$host} ではなく {$seen} が見え、自分のページをよそのものとみなします。
said-doctor-upgrade-lost = アップグレードが届きません。プロキシが Upgrade と Connection のヘッダーを取り除くため、WebSocket が開きません。
said-doctor-upgrade = WebSocket が開き、メッセージを運びます。
said-doctor-page-foreign = サーバーは {$url} のページを別サイトのものとみなして拒否します。
said-doctor-refused = サーバーが WebSocket を拒否します。このホスト名を自分のものと認識していません。
said-doctor-upgrade-status = WebSocket が開きません。アップグレードへの応答が 101 ではなく {$number} です。
said-doctor-upgrade-none = WebSocket が開きません。ブラウザは理由を言いません。多くはプロキシが Upgrade と Connection のヘッダーを取り除いています。
said-doctor-upgrade-empty = WebSocket は開きますが、何も運びません：{$why}。
said-doctor-large = {$number} バイトのメッセージは届きます。
said-doctor-large-lost = {$number} バイトのメッセージは WebSocket では届きません。
said-doctor-idle-short = 無通信の WebSocket は {$number} 秒もちます。必要な {$needed} 秒は試していません。
said-doctor-idle = 無通信の WebSocket は {$number} 秒もちます。
said-doctor-idle-cut = 無通信の WebSocket は {$number} 秒で切られます。{$needed} 秒もつ必要があります。
said-doctor-slow-cut = 遅い応答が終わる前に切られます。
said-doctor-held-back = 応答は全部そろうまで止められます。イベントストリームは終わるまで何も届けません。
said-doctor-slow = 遅い応答は少しずつ届きます。
said-doctor-body = 本文が {$number} バイトのリクエストは届きます。
said-doctor-body-large = 本文が {$number} バイトのリクエストは大きすぎるとして拒否されます。
said-doctor-body-status = 本文が {$number} バイトのリクエストには {$status} が返ります。
said-doctor-clocks = サーバーの時計とこの時計は {$number} 秒ずれています。どちらかが違います。
said-doctor-clock = サーバーの時計は合っています。
said-doctor-disk-low = ディスクの残りは {$number} MiB だけです。
said-doctor-disk = ディスクの残りは {$number} MiB です。
said-doctor-files-few = サーバーが開けるファイルは {$number} 個で、接続はそれより少なくなります。
said-doctor-files = サーバーは {$number} 個のファイルを開けます。
said-doctor-why-late = 応答が間に合いません
said-doctor-why-none = 応答がありません
said-doctor-why-unconnected = 接続が間に合いません
said-doctor-why-elsewhere = その名前はこのサーバーのどのアドレスにもつながりません
said-doctor-why-echo = エコーが返りません
said-fix-machine = マシン
said-fix-renew = 更新してから：{$line}
said-fix-renews = ファイルを指定した tls の行を消し、Caddy に自動更新させる
said-fix-certificate = {$line} とその名前の証明書
said-fix-site = {$line} をサイトのアドレスに
said-fix-keep = {$line} を消し、mode http は残す
said-fix-headers = customRequestHeaders から Upgrade と Connection を消す
said-fix-remove-both = {$line} と {$other} を消す
said-fix-buffering = buffering ミドルウェアを消す
said-fix-remove = {$line} を消す
said-fix-disk = 大きいディスクで --data FOLDER。先にサーバーを止めてフォルダーを移す
said-fix-service = サービスの [Service] 部分に {$line}
said-host-unknown = このサーバーはそのホスト名では知られていません。--allow-origin とページのアドレスを付けて起動してください。例：--allow-origin https://chat.example
said-page-foreign = 要求したページは別のサイトのものです。このサーバーの利用を許すなら、--allow-origin とそのページのオリジンを付けて起動してください。
said-server-closes = サーバーはまもなく終了します。

## Marked unread
mark-unread = ここから未読にする
unread-marked = ここから未読にしました
unread-only-own = ここから先はすべて自分のメッセージです。自分のメッセージが未読になることはありません。

## Threads that are followed
thread-followed = フォロー中
thread-follow = フォロー
thread-follow-means = 新しい返信は「スレッド」に数えられ、通知されます
thread-list-threads = スレッド
thread-list-close = スレッド一覧を閉じる (Esc)
thread-list-none = スレッドはまだありません。始めたもの、返信したもの、フォローしたものがここに並びます。
thread-list-new-in = 新しい返信のあるスレッド {$count} 件
