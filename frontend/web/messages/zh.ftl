# The words of Confab's pages: Chinese, simplified. The keys are those of the English file.

## shared

try-now = 立即重试
close = 关闭
show = 显示
emoji = 表情
cancel = 取消
save = 保存
you-can-go-on-writing = 你可以继续写。
back-to-the-room = 回到房间
close-esc = 关闭 (Esc)
copied = 已复制
frames-in = 收到的帧
frames-out = 发出的帧
bytes-in = 收到的字节
bytes-out = 发出的字节
handshake = 握手
connecting = 正在连接
round-trip = 往返时间
last-5-min = 最近 5 分钟
settings = 设置
server = 服务器
discard = 丢弃
you = 你
on-this-device = 在此设备上
retry = 重试
react = 回应
pinned-messages = 置顶消息
topic = 主题
topic-of-the-room = 主题：{$topic}
topic-set = {$name} 设置了主题：{$topic}
topic-removed = {$name} 移除了主题
log-too-old = 此页面版本过旧，无法显示这一条。请重新加载。
topic-about = 这个房间的内容
topic-help = 一行字。这里的每个人都能在消息上方看到。
topic-remove = 移除
topic-save = 设置主题
unpin = 取消置顶
text-copied = 文字已复制
message-actions = 消息操作
reply = 回复
new-room = 新房间
rooms = 房间
people-here = 这里的成员
add-a-reaction = 添加回应
nothing-yet = 还没有内容。
writing = 输入
attach-files = 添加文件
code = 代码
connection-panel = 连接面板
keyboard-shortcuts = 键盘快捷键
for-an-hour = 一小时
show-more = 显示更多

## acts

acts-link-copied = 链接已复制
acts-room-link-copied = 房间链接已复制
acts-this-browser-did-not-let = 此浏览器不允许页面复制

## banner

banner-sign-in = 登录
banner-the-server-has-a-newer = 服务器有新版本。重新加载即可继续；你写的内容不会丢失。
banner-reload = 重新加载
banner-this-browser-keeps-nothing-unsent = 此浏览器不保留任何内容：未发送的消息在重新加载后会丢失。
banner-too-many-messages-wait-on = 此设备上待发送的消息太多。最后一条已放回消息框。
banner-no-link-to-the-server = 未连接到服务器。
banner-trying-now = 正在重试

## blank

blank-nothing-here-yet = 这里还没有内容
blank-loading-the-newest-messages = 正在加载最新消息
blank-this-room-did-not-load = 此房间未能加载
blank-nothing-you-wrote-is-lost = 你写的内容没有丢失。

## chat

chat-skip-to-the-message-box = 跳到消息框

## composer

composer-send-message = 发送消息
composer-write-a-message = 写消息
composer-do-not-reply = 不回复
composer-insert-emoji = 插入表情

## edit-box

edit-box-edit-your-message = 编辑你的消息
edit-box-edit-message = 编辑消息
edit-box-message-is-gone = 消息已在此期间被删除。你写的内容在消息框中。

## emoji-picker

emoji-picker-search-emoji = 搜索表情
emoji-picker-skin-tone = 肤色
emoji-picker-fetching-the-emoji = 正在获取表情…
emoji-picker-no-emoji-has-this-name = 没有这个名称的表情。
emoji-picker-found = 找到的
emoji-picker-last-used = 最近使用
emoji-smileys = 笑脸
emoji-people = 人物
emoji-nature = 自然
emoji-food = 食物
emoji-travel = 旅行
emoji-activities = 活动
emoji-objects = 物品
emoji-symbols = 符号
emoji-flags = 旗帜
emoji-flag-of = 旗帜：{$country}

## fold

fold-show-less = 收起
fold-show-all = 全部显示

## wire

wire-connection = 连接
wire-connection-details = 连接详情
wire-copy-as-text = 复制为文本
wire-not-copied-this-browser-does = 未复制：此浏览器不允许
wire-a-report-for-a-bug = 供错误跟踪使用的报告；不含人们写的内容

## wire-break-it

wire-break-it-break-it = 制造故障
wire-break-it-try-to-lose-a-message = 试着弄丢一条消息。只影响此标签页。
wire-break-it-drop-the-link = 断开连接
wire-break-it-go-silent = 进入静默
wire-break-it-add-2-s-delay = 延迟 2 秒
wire-break-it-lose-10 = 丢失 10%
wire-break-it-refuse-websocket = 拒绝 WebSocket

## wire-compare

wire-compare-compare-the-transports = 比较传输方式
wire-compare-stop = 停止
wire-compare-some-hundred-small-messages-by = 以每种方式各发几百条小消息，使用此连接之外的独立连接。需要几秒钟。
wire-compare-a-requests-headers-are-counted = 请求头按 HTTP/2 压缩前服务器看到的大小计算；WebSocket 的帧精确到字节。
wire-compare-compare = 比较

## wire-facts

wire-facts-outbox = 发件箱
wire-facts-clock-offset = 时钟偏差
wire-facts-this-page = 此页面

## wire-frames

wire-frames-last-frames = 最近的帧
wire-frames-blank-text = 隐藏文字
wire-frames-pause = 暂停
wire-frames-filter-by-kind-post-entries = 按类型筛选：post, entries, ping
wire-frames-filter-frames-by-kind = 按类型筛选帧
wire-frames-no-such-frame-yet = 还没有这样的帧。
wire-frames-it-is-not-kept-any = 已不再保留。
wire-frames-what-the-frame-carries = 帧的内容

## wire-handshake

wire-handshake-not-tried-yet = 尚未尝试
wire-handshake-address = 地址
wire-handshake-welcome = 欢迎帧
wire-handshake-heartbeat = 心跳
wire-handshake-versions = 版本
wire-handshake-asked-no-answer-yet = 已请求，尚无应答
wire-handshake-did-not-open = 未打开
wire-handshake-not-yet = 尚未
wire-handshake-did-not-come = 未收到
wire-handshake-no-link-to-listen-to = 没有可监听的连接
wire-handshake-not-known-yet = 尚不清楚

## wire-history

wire-history-server-has = 服务器有
wire-history-you-have = 你有
wire-history-missing = 缺少
wire-history-history = 历史

## wire-lives

wire-lives-how-this-connection-lives = 此连接如何运作
wire-lives-nothing-was-tried-yet = 尚未尝试任何操作。
wire-lives-no-ping-was-answered-yet = 尚无 ping 得到应答。
wire-lives-no-connection-of-this-page = 此页面还没有结束的连接。
wire-lives-no-try-of-this-page = 此页面没有失败的尝试。
wire-lives-no-room-is-here-yet = 这里还没有房间。

## wire-now

wire-now-state = 状态

## wire-recording

wire-recording-flight-recorder = 飞行记录器
wire-recording-all-that-this-page-was = 此页面收到和做过的一切，不含人们写的内容。可用同一客户端重放。
wire-recording-save-recording = 保存记录

## wire-tries

wire-tries-connections = 连接
wire-tries-the-next-at-once = 立即进行下一次

## wire-trips

wire-trips-now = 现在
wire-trips-not-measured = 未测量

## wire-way

wire-way-transport = 传输方式
wire-way-the-best-that-there-is = 最佳方式。若网络阻断它，则改用其他方式。
wire-way-websocket-does-not-get-through = WebSocket 在这里无法通过。消息以事件流到达，以请求发出。会自动再次尝试 WebSocket。
wire-way-neither-websocket-nor-a-stream = WebSocket 和流在这里都无法通过。每次应答都要主动询问，因此开销略大。会自动再次尝试 WebSocket。
wire-way-chosen-on-this-device-no = 已在此设备上选定。不尝试其他方式。

## jump-pill

jump-pill-jump-to-newest = 跳到最新
jump-pill-newest = 最新
jump-pill-mark-read = 标为已读

## log

log-fetching-older-messages = 正在获取更早的消息…
log-the-beginning-of-this-room = 此房间的开头

## message

message-edited = 已编辑
message-edit-again = 再次编辑
message-pinned = 已置顶
message-only-in-this-page = 仅在此页面

## message-dialogs

message-dialogs-delete-this-message-for-everyone = 为所有人删除这条消息？
message-dialogs-it-is-gone-already = 它已经不在了。
message-dialogs-message-deleted = 消息已删除
message-dialogs-keep = 保留
message-dialogs-delete-message = 删除消息
message-dialogs-its-text-also-what-it = 它的文字以及以前的内容都会为所有人清除。此操作无法撤销。
message-dialogs-what-it-said-before = 以前的内容
message-dialogs-the-message-was-deleted = 这条消息已被删除。
message-dialogs-fetching-what-it-said-before = 正在获取以前的内容…
message-dialogs-fetching-what-is-pinned = 正在获取置顶消息…
message-dialogs-nothing-is-pinned-to-this = 此房间没有置顶。把大家需要再次找到的内容置顶：打开消息菜单，选择“置顶到房间”。
message-dialogs-go-to-it = 前往

## message-menu

message-menu-more-reactions = 更多回应
message-menu-edit = 编辑
message-menu-pin-to-room = 置顶到房间
message-menu-copy-text = 复制文字
message-menu-delete-for-everyone = 为所有人删除…

## never-confirmed

never-confirmed-never-confirmed = 未确认的消息
never-confirmed-discard-all = 全部丢弃
never-confirmed-later = 稍后
never-confirmed-these-were-written-under-a = 这些内容是在已结束的登录中写的，因此不会再发送。当时正在发送的一条可能已经保存：重新发送前请先查看。
never-confirmed-put-into-the-message-box = 放入消息框
never-confirmed-somebody = 某人
never-confirmed-a-room-that-is-not = 已不在这里的房间

## new-room

new-room-name = 名称
new-room-letters-digits-and-everybody-here = 字母、数字、- 和 _。这里的每个人都可以加入。
new-room-make-room = 创建房间
new-room-making-the-room = 正在创建房间

## offers

offers-commands = 命令
offers-people = 成员

## people-list

people-list-not-known-while-the-link = 连接中断时未知
people-list-you = 你

## plans

plans-in-20-minutes = 20 分钟后
plans-in-3-hours = 3 小时后

## quote

quote-jump-to-the-original = 跳到原消息
quote-in-reply-to = 回复
quote-a-message-that-was-deleted = 一条已删除的消息

## room-head

room-head-rooms-and-people = 房间和成员

## room-list

room-list-draft = 草稿
room-list-has-a-draft = 有草稿
room-list-muted = 已静音
room-list-muted-2 = 已静音

## server

server-server-details = 服务器详情

## server-counted

server-counted-ended = 已结束
server-counted-not-opened = 未打开
server-counted-not-delivered = 未送达
server-counted-came-back = 已恢复
server-counted-since-the-start = 自启动以来
server-counted-by-the-server = 由服务器结束
server-counted-by-the-client = 由客户端结束
server-counted-by-the-network = 由网络结束
server-counted-asked-for-under-another-host = 以其他主机名请求
server-counted-from-a-page-of-another = 来自其他网站的页面
server-counted-without-a-request-for-an = 没有升级请求
server-counted-in-another-version-of-websocket = 其他版本的 WebSocket
server-counted-without-a-good-key = 没有有效密钥
server-counted-in-another-subprotocol = 其他子协议
server-counted-with-a-name-or-room = 无法使用的名称或房间
server-counted-beyond-the-number-of-connections = 超过连接数
server-counted-beyond-the-number-of-one = 超过单个地址的数量
server-counted-too-many-at-once = 同时过多
server-counted-too-many-at-once-from = 同一地址同时过多
server-counted-signals-typing-presence-to-readers = 发给落后接收方的信号（输入、在线状态）
server-counted-readers-closed-as-too-slow = 因太慢而关闭的接收方；之后会重新连接并补齐
server-counted-rooms-went-on-where-the = 房间从接收方所在处继续
server-counted-rooms-began-with-the-newest = 房间从最新一页开始
server-counted-rooms-began-anew-another-log = 房间重新开始：另一份日志，或落后太多

## server-doctor

server-doctor-doctor = 诊断
server-doctor-public-address = 公开地址
server-doctor-examining = 正在检查
server-doctor-examine = 检查
server-doctor-lines-for = 配置示例

## server-doctor-finding

server-doctor-finding-copy = 复制
server-doctor-finding-not-copied = 未复制

## server-times

server-times-from-a-ping-to-its = 从 ping 到应答
server-times-storing = 保存
server-times-until-a-message-is-on = 直到消息写入磁盘
server-times-fan-out = 分发
server-times-until-it-is-on-its = 直到发往每个接收方

## server-traffic

server-traffic-by-websocket = 通过 WebSocket
server-traffic-by-lines = 通过文本行
server-traffic-by-event-stream = 通过事件流
server-traffic-by-polling = 通过轮询
server-traffic-messages-stored = 已保存的消息
server-traffic-most-waiting-for-one = 单个接收方的最大等待量
server-traffic-memory = 内存
server-traffic-processor = 处理器
server-traffic-right-now = 此刻

## settings

settings-system = 跟随系统
settings-light = 浅色
settings-dark = 深色
settings-theme = 主题
settings-sign-out-here = 在此退出登录
settings-ends-the-login-of-this = 结束此浏览器的登录。
settings-this-browser = 此浏览器

## shortcuts

shortcuts-getting-about = 导航
shortcuts-to-a-room-person-or = 前往房间、成员或面板
shortcuts-next-or-previous-room = 下一个或上一个房间
shortcuts-next-or-previous-unread = 下一个或上一个未读
shortcuts-next-or-previous-region = 下一个或上一个区域
shortcuts-send = 发送
shortcuts-new-line-2 = 换行
shortcuts-edit-my-last-in-an = 在空框中编辑我的最后一条
shortcuts-to-the-message-box = 前往消息框
shortcuts-any-letter = 任意字母
shortcuts-people-rooms-emoji-commands = 成员、房间、表情、命令
shortcuts-bold-italic = 粗体、斜体
shortcuts-struck-out = 删除线
shortcuts-the-rest = 其他
shortcuts-close-what-is-open-then = 关闭打开的内容，然后将房间标为已读
shortcuts-search-this-room-everywhere = 搜索此房间、搜索全部
shortcuts-this-list = 此列表
shortcuts-among-messages = 浏览消息
shortcuts-older-or-newer-message = 更早或更新的消息
shortcuts-oldest-or-newest-message = 最早或最新的消息
shortcuts-what-can-be-done-with = 查看可用操作
shortcuts-reply-react = 回复、回应
shortcuts-reply-in-thread-forward = 在话题中回复、转发
shortcuts-edit-delete = 编辑、删除
shortcuts-pin-or-unpin = 置顶或取消置顶
shortcuts-copy-its-link-its-text = 复制链接、复制文字

## sidebar

sidebar-close-menu = 关闭菜单
sidebar-workspace = 工作区

## sign-out

sign-out-sign-out = 退出登录？
sign-out-stay = 保持登录
sign-out-sign-out-2 = 退出登录
sign-out-signing-out = 正在退出
sign-out-discard-and-sign-out = 丢弃并退出
sign-out-keep-and-sign-out = 保留并退出

## start-failed

start-failed-confab-did-not-start = Confab 未能启动

## status

status-your-status = 你的状态
status-in-words = 文字说明
status-clear = 清除
status-do-not-disturb = 请勿打扰
status-nothing-is-told-to-you = 不会通知你，其他人也能看到
status-saving = 正在保存
status-until-i-change-it = 直到我更改
status-for-30-minutes = 30 分钟
status-for-4-hours = 4 小时
status-for-how-long = 持续多久
status-does-not-want-to-be = 不希望被打扰

## text

text-show-or-hide = 显示或隐藏
text-spoiler = 剧透
text-copy-code = 复制代码

## told

told-show-notifications-on-this-device = 在此设备上显示通知
told-tell-me-about = 通知我
told-notifications = 通知
told-words-that-count-as-a = 视为提及的词
told-with-commas-between-them = 用逗号分隔。
told-quiet-from = 安静时段开始
told-quiet-to = 安静时段结束
told-quiet-hours = 安静时段
told-nothing-is-told-in-them = 期间不通知
told-sound = 声音
told-notifications-of-this-room = 此房间的通知
told-or-nothing-at-all-for = 或者暂时什么都不通知：
told-unmute = 取消静音
told-for-8-hours = 8 小时
told-notifications-of-this-room-none = 此房间的通知：无
told-this-browser-blocks-notifications-from = 此浏览器阻止来自这里的通知。请在地址左侧的网站设置中允许。
told-this-browser-shows-notifications-only = 此浏览器只为通过 https 打开的页面显示通知。
told-mentions = 提及
told-everything = 全部
told-nothing = 无
told-do-not-disturb = 请勿打扰
told-none = 无
told-drop = 水滴
told-chime = 铃声
told-knock = 敲击

## tools

tools-copy-link = 复制链接
tools-react = 回应 (+)
tools-reply-r = 回复 (R)
tools-more-actions = 更多操作
tools-more = 更多

## welcome

welcome-kept-from-the-moment-you = 从你按下 Enter 的那一刻起就已保留，没有网络也一样。
welcome-stored-as-1 = 已保存为 #1
welcome-shown-only-once-it-is = 只有写入服务器磁盘后才会显示。
welcome-not-stored = 未保存
welcome-you-keep-the-text-retry = 文字留在你这里。重试绝不会发送两次。
welcome-as-the-others-will-see = 其他人会看到这个名字。
welcome-set-up-your-server = 设置你的服务器
welcome-nobody-has-been-here-before = 在你之前没有人来过，因此这台服务器归你所有。
welcome-your-name = 你的名字
welcome-open-confab = 打开 Confab
welcome-opening = 正在打开
welcome-no-e-mail-address-no = 无需电子邮箱、密码或任何注册。一切都留在这台服务器上。
welcome-join-confab = 加入 Confab
welcome-what-should-we-call-you = 怎么称呼你？
welcome-join = 加入
welcome-joining = 正在加入
welcome-no-account-needed-this-browser = 无需账号：此浏览器会记住你。
devices = 你的设备
devices-why = 在另一台设备上也用同一个身份：你的房间、草稿和已读位置都会跟随你。
devices-get = 获取代码
devices-getting = 正在获取代码…
devices-get-another = 获取另一个代码
devices-over = 代码已过期。
devices-how = 在另一台设备上选择“{$choice}”并输入它，或在那里打开链接。仅可使用一次，{$minutes} 分钟内有效。
devices-already-here = 我已在另一台设备上使用
devices-title = 在这台设备上登录
devices-lead = 在你已登录的设备上打开设置，在“你的设备”下获取代码。
devices-code = 你的代码
devices-code-help = 十个字母和数字，如另一台设备所示。
devices-sign-in = 登录
devices-signing-in = 正在登录…
devices-new-here = 我是新来的

## words

words-catching-up = 正在同步
words-offline-trying-again = 离线 · 正在重试
words-offline-no-network = 离线 · 无网络
words-signed-out = 已退出登录
words-this-page-is-out-of = 此页面已过期
words-stopped = 已停止
words-link-cut = 连接已切断
words-2-s-delay = 延迟 2 秒
words-10-lost = 丢失 10%
words-no-websocket = 无 WebSocket
words-no-network-on-this-device = 此设备没有网络。一有网络就会重试。
words-what-you-write-waits-on = 你写的内容会先留在此设备上。
words-it-goes-out-when-the = 连接恢复后发出，只发一次。
words-both-go-out-when-the = 连接恢复后，两条按此顺序各发一次。
words-you-were-signed-out = 你已退出登录。
words-back-online = 已恢复在线。
words-several-people-are-typing = 多人正在输入
words-attach-files-or-drop-them = 添加文件，或拖放到任意位置
words-drop-to-attach = 松开以添加
words-files-for-this-message = 此消息的文件
words-waiting-for-its-turn = 正在排队
words-interrupted-it-goes-on-by = 已中断。会自动继续。
words-file-goes-with-the-page = 此浏览器无法保留它：上传完成前重新加载页面，它就会丢失。
words-remove = 移除
words-a-file-was-refused-retry = 有文件被拒绝。请先重试或移除。
words-a-file-was-refused = 有文件被拒绝。请先移除。
words-goes-out-when-its-files = 文件就绪后发出。
words-files-in-this-room = 此房间的文件
words-nobody-has-sent-a-file = 这里还没有人发送文件。拖放到任意位置，或点击回形针。
words-attach-it-as-a-file = 作为文件添加
words-picture = 图片
words-fetching-what-was-sent-here = 正在获取这里发送过的内容…
words-jump-to-a-date = 跳到日期
words-day = 日期
words-go-there = 前往
words-nothing-was-written-since-that = 那天以后没有内容。
words-choose-a-day-first = 请先选择一天。

## compare

compare-round-trip-median-and-p99 = 往返时间，中位数和 p99
compare-messages-per-second = 每秒消息数
compare-bytes-per-message-there-and = 每条消息往返的字节数
compare-no-websocket-gets-through-here = 这里没有 WebSocket 能通过，因此无从比较。
compare-nothing-but-the-websocket-answered = 除 WebSocket 外都没有应答。

## doctor

doctor-looks-at-this-server-as = 以访客的角度检查这台服务器，从此浏览器和服务器自身两方面查看，并说明需要更改什么。
doctor-as-visitors-type-it = 按访客输入的样子填写。
doctor-this-page-came-from-another = 此页面来自其他地址，因此只有服务器在检查。打开那个地址，也从浏览器检查。
doctor-the-examination-took-too-long = 检查耗时过长，已结束。
doctor-from-this-browser = 从此浏览器
doctor-from-the-server-itself = 从服务器自身
doctor-nothing-to-change = 无需更改。

## kept

kept-also-written-on-another-device = 另一台设备上也写了：
kept-put-into-the-box = 放入框中
kept-discard-what-the-other-device = 丢弃另一台设备写的内容
kept-send-later = 稍后发送
kept-files-first = 请等文件上传完成，再安排稍后发送。
kept-remind-me = 提醒我
kept-message = 消息
kept-of-what = 内容
kept-when = 时间
kept-choose-a-day-and-a = 请选择日期和时间。
kept-that-time-has-passed = 该时间已过。
kept-schedule = 定时
kept-scheduling = 正在设置
kept-keeping-it = 正在保存
kept-scheduled-messages-and-reminders = 定时消息和提醒
kept-nothing-is-scheduled-choose-the = 没有定时内容。点击“发送”旁的时钟，或输入 /later 或 /remind。
kept-being-sent = 正在发送
kept-reminder = 提醒：
kept-a-scheduled-message-was-not = 一条定时消息未发送：
kept-change = 更改
kept-send-now = 立即发送
kept-show-message = 显示消息
kept-done = 完成
kept-remind-me-2 = 提醒我…
kept-reminder-2 = 提醒
kept-read-by = 已读成员…
kept-read-by-2 = 已读成员
kept-asking-who-has-read-it = 正在查询谁读过…
kept-nobody-else-has-read-this = 还没有其他人读过，或未公开。
kept-reading = 已读状态
kept-show-others-how-far-i = 向他人显示我读到哪里
kept-without-it-you-do-not = 关闭后你也看不到他人的

## lives

lives-a-websocket-begins-as-an = WebSocket 以一个普通的 HTTP 请求开始，它请求升级，并列出自己会说的语言。
lives-the-server-answers-101-names = 服务器应答 101，说明选定的语言；从那个字节起，双方都可以随时发送。
lives-then-the-client-says-hello = 然后客户端带着 Cookie 发出 hello，服务器以欢迎帧告知对方是谁、有哪些房间。
lives-frames = 帧
lives-everything-after-the-handshake-is = 握手之后都是帧：2 到 14 字节的头，接着是文本。
lives-a-browser-masks-what-it = 浏览器会对发出的内容加掩码，以免途中的代理误认；服务器则直接发送。
lives-here-each-frame-is-one = 这里每一帧都是任何人都能读的一个 JSON 对象。
lives-ping-and-pong = ping 与 pong
lives-a-cable-that-is-pulled = 被拔掉的网线不会出声，因此静默不能证明什么。
lives-the-server-pings-the-client = 服务器发 ping，客户端回 pong，其间的时间就是往返时间。
lives-who-hears-nothing-for-longer = 若超过欢迎帧中约定的时间什么都没收到，就认为连接已断，另开一条。
lives-close-codes = 关闭代码
lives-a-connection-that-ends-in = 正常结束的连接会用一个数字说明原因。
lives-1000-is-done-1001-is = 1000 是完成，1001 是页面或服务器离开，1012 是重启；4000 至 4499 要求此客户端重新连接，4500 至 4999 要求它不再连接。
lives-1006-is-no-number-that = 1006 不是任何一方发送的代码：连接没有任何说明就结束了。
lives-errors = 错误
lives-a-browser-tells-a-page = 浏览器只告诉页面 WebSocket 失败了，从不说原因，以免页面探测网络。
lives-what-can-be-told-is = 能知道的是它走到哪一步：没有应答、有应答但未升级，或之后断开的连接。
lives-after-two-upgrades-that-were = 两次升级被拒后，此客户端改用普通请求，并不时查看 WebSocket 能否打开。
lives-coming-back = 恢复
lives-every-line-of-a-room = 房间的每一行都有编号，客户端知道自己拥有的最后一个。
lives-a-new-connection-asks-for = 新连接请求其后的内容，并以同一标识重新发送未确认的内容。
lives-so-a-cut-costs-time = 因此断线只损失时间，绝不损失消息。

## search

search-search = 搜索
search-close-search-esc = 关闭搜索 (Esc)
search-search-messages = 搜索消息
search-search-and-results = 搜索和结果
search-newest-first = 最新优先
search-best-first = 最相关优先
search-searching = 正在搜索…
search-also = 还可用：
search-no-message-has-this = 没有消息包含此内容。

## switcher

switcher-go-to = 前往
switcher-a-room-a-person-a = 房间、成员、面板
switcher-messages-of = 的消息

## thread

thread-thread = 话题
thread-close-thread-esc = 关闭话题 (Esc)
thread-thread-messages = 话题消息
thread-reply-in-thread = 在话题中回复
thread-send-reply = 发送回复
thread-write-a-reply = 写回复
thread-fetching-the-thread = 正在获取话题…
thread-the-first-message-of-this = 此话题的第一条消息已被删除。
thread-nobody-can-reply = 这里已不能再回复。
thread-only-the-first-4-000 = 这里只读取前 4,000 条回复。
thread-this-works-in-the-rooms = 这要在房间自己的消息框中使用。
thread-forward = 转发
thread-forward-to-a-room = 转发到房间
thread-find-a-room = 查找房间
thread-no-room-of-yours-is = 你没有这个名称的房间。
thread-no-replies-yet = 还没有回复

## Everywhere

list-comma = {"、"}
list-and = {$before}和{$last}
milliseconds = {$number} ms

## The strip above the room

banner-offline-since = 自 {$time} 起离线。
banner-next-try = 下次尝试：{$left}

## A room without messages

blank-new = #{$room} 是新房间。第一条消息将是 {$number}。
blank-trying-again = {$left} 后重试。
blank-no-answer = 服务器没有应答。

## The message box

composer-name = 发消息到 #{$room}
composer-replying = 回复 {$name}
not-stored-because = 未保存。{$why}
edit-box-keys = {$enter} 保存 {$escape} 取消
foot-keys = {$sends} 发送 {$breaks} 换行
foot-fetching = 正在获取 {$numbers}…
history-here = 此处：{$numbers}
history-complete = 完整至 {$number}
history-fetching = 正在获取 {$numbers}
foot-as-of = 截至 {$time}
dot-connection = 连接：{$state}

## The connection panel

wire-compare-measuring = 正在测量：{$way}
wire-compare-blocked = 受阻。{$why}
wire-facts-oldest = 最早 {$age}
wire-facts-messages = 条消息
wire-facts-failed = 条等待，{$count} 条失败
wire-handshake-answer = {$answer}，{$protocol}，{$time} 后打开
wire-handshake-after = {$time} 后
wire-handshake-heard = {$ago} 前收到，静默 {$silence} 后视为断开
wire-handshake-server = 服务器 {$version}，{$protocol}
wire-history-rooms = {$all} 个打开的房间中 {$complete} 个完整
wire-history-only-here = {$count} 条仅在此设备
wire-history-other = 服务器 {$head}，{$state}
wire-lives-yours = 你的：{$address}
wire-lives-answer = 应答：{$answer}
wire-lives-welcome = 欢迎帧：{$when}
wire-lives-over-http = 这里没有 WebSocket 能通过，因此你的连接使用{$transport}，其应答为 201：同样的帧放在普通请求中。
wire-lives-last-in = 最近收到：{$kind}，{$size}，{$time}
wire-lives-last-out = 最近发出：{$kind}，{$size}，{$time}
wire-lives-count = 自此页面打开以来：收到 {$here}，发出 {$there}。
wire-lives-round-trip = 最近一次往返用时 {$time}。
wire-lives-server = 服务器：{$heartbeat}
wire-lives-cursor = 你的：#{$room} 完整至 {$number}；新连接会请求其后的内容。
wire-now-since = 已持续 {$time}，自 {$at} 起
wire-recording-last = 最近 {$time}，{$size}
wire-tries-since = 自此页面打开以来 {$count} 次
wire-tries-next = {$time} 后进行下次尝试
wire-tries-closed = 已关闭 {$code}，{$why}
wire-tries-failed = 失败 {$code}，{$why}
wire-tries-given-up = 由本端放弃，{$why}
wire-tries-lasted = 持续了 {$time}。
wire-tries-because = “{$why}”。
wire-tries-online = 在线，WebSocket 在 {$time} 后打开
wire-tries-welcome = {$time} 后收到欢迎帧
unit-ms = ms
wire-trips-median = 中位数 {$time}
wire-trips-worst = 最慢 {$time}
wire-trips-said = 五分钟的往返时间：中位数 {$median}，最慢 {$worst}
wire-trips-down = 断开 {$time}
wire-frames-in = 收到
wire-frames-out = 发出
transport-websocket = WebSocket
transport-events = 服务器发送事件
transport-poll = 长轮询
transport-events-title = 服务器发送事件
transport-poll-title = 长轮询
transport-automatic = 自动
transport-requests = 普通请求
transport-events-and-post = 事件 + POST

## Jumping to the newest

jump-pill-count = 跳到最新，{$count} 条新消息
jump-pill-new = {$count} 条新消息

## The room’s messages

log-name = #{$room} 的消息
log-new-aloud = 自 {$time} 起的新消息
log-new = {$time} 起的新消息
me-settings = 设置 ({$keys})

## A message

message-pinned-aloud = 已置顶
message-edit-waits = 编辑尚未保存
message-edited-at = 编辑于 {$time}
message-edited-show = 编辑于 {$time}，显示以前的内容
message-edit-failed = 编辑：{$why}
message-number = 编号 {$number}
message-mentions-you = 提到了你
message-stored = 已保存
message-kept-sending = 在此设备上，正在发送
message-unkept-sending = 仅在此页面，正在发送
message-kept-waiting = 在此设备上，等待连接
message-unkept-waiting = 仅在此页面，等待连接
message-not-stored = 未保存
message-sending = 正在发送…
message-stored-as = 服务器已保存为 {$number}
message-stored-as-number = 服务器已保存，编号 {$number}
message-menu-name = {$name} 的消息，{$time}
react-with = 用 {$emoji} 回应
copy-link-to = 复制 {$number} 的链接
never-confirmed-draft = 草稿
new-room-becomes = 它将是 #{$room}。
people-list-too-many = {$count} 人，太多无法列出。
presence-online = 在线
presence-away = 离开
presence-offline = 离线

## The room’s head

room-head-menu = 房间和成员，{$count} 条未读
room-head-room = 房间
room-head-people = {$count} 人在此

## The owner’s page

server-counted-another-code = 其他代码
server-doctor-finding-line = {$place} 的配置行
server-times-said = {$title}：计时 {$count} 次，半数为 {$half}
server-times-half = 半数 {$time}
server-times-most = 100 次中 99 次 {$time}
server-times-longer = 更久
unit-us = µs
unit-s = 秒
server-traffic-connections = {$count} 个连接
server-traffic-said = 每秒保存的消息：最多 {$number}
server-traffic-each-second = 每秒
server-traffic-of-a-core = %（单核）
per-second = {$unit}/秒

## Settings

settings-language = 语言
settings-language-of-browser = 跟随浏览器
settings-enter-sends = {$enter} 发送，{$other} 换行
settings-enter-breaks = {$enter} 换行，{$other} 发送
shortcuts-or = 或
sign-out-failed = 你仍处于登录状态。{$why}
sign-out-means = 此浏览器会忘记你是谁。你的消息和名字会保留，但没有人能再以你的身份登录。
sign-out-files-go = 你未发送的 {$count} 个文件会从此浏览器移除。
status-help = 最多 {$count} 个字符。所有人都能看到。
until = 直到 {$time}
status-not-disturbed-aloud = 不希望被打扰
status-name = 你的状态：{$status}
text-code-in = 代码，{$language}
told-quiet = 从 {$from} 到 {$to}
told-as-in-settings = 与设置相同：{$tell}
told-about-room = 在 #{$room} 通知我
told-muted-until = 静音至 {$time}。

## The first page

welcome-say = 你说的话在哪里，{$break}你始终知道。
welcome-lead = {$host} 上的每个人都能看到公开房间。
kept-delete = 删除

## Numbers and people

words-unread-above = 上方有 {$count} 条未读消息
words-others = 另外 {$count} 人
words-not-there = 消息 {$number} 不在此房间，或已被删除。
words-no-such-room = 这里没有房间 #{$room}。
words-chars = {$count} / {$most} 个字符
seconds = {$number} 秒
words-catching-up-on = 正在同步，{$numbers}
words-online = 在线
words-online-events = 在线（服务器发送事件）
words-online-poll = 在线（长轮询）
words-slow = 在线，较慢
words-slow-events = 在线，较慢（服务器发送事件）
words-slow-poll = 在线，较慢（长轮询）
words-stretch = {$first} 至 {$last}
words-part = {$numbers}，共 {$head}
words-test = （测试：{$faults}）
words-silent = 静默
words-minutes = {$minutes} 分 {$seconds} 秒
words-hours = {$hours} 小时 {$minutes} 分
words-days = {$count} 天
unit-b = B
unit-kb = KB
unit-mb = MB
decimal-point = .
words-unkept = {$count} 条消息仅在此页面：此浏览器没有空间保存。
words-waiting = 此设备上有 {$count} 条消息待发送，会自动发出。
words-unkept-short = {$count} 条消息仅在此页面。
words-waiting-short = {$count} 条消息待发送。
words-all-go-out = 连接恢复后，全部 {$count} 条按此顺序各发一次。
words-left-behind = {$what}未保存，也不会再发送。如果保留，会提供给下一位在此浏览器登录的人。
words-left-of = {$name} 的{$what}保留在此设备上。
words-left = 以前登录的{$what}保留在此设备上。
words-unsent = {$count} 条未发送的消息
words-drafts = {$count} 份草稿
words-signed-out-unsent = 你已退出登录。你的 {$count} 条未发送消息保留在此设备上。
words-back-stored = 已保存 {$count} 条
words-back-fetched = 已获取 {$count} 条
words-back-complete = 完整至 {$number}
words-back-online-with = 已恢复在线。{$what}。
words-hole-one = 这里缺少 {$number}。正在重新获取。
words-hole = 这里缺少 {$numbers}。正在重新获取。
words-typing-one = {$name} 正在输入
words-typing-two = {$first} 和 {$second} 正在输入
words-typing-three = {$first}、{$second} 和 {$third} 正在输入
words-new = {$count} 条新消息
words-new-from = {$count} 条新消息，来自 {$names}
words-unread = {$count} 条未读
words-mentions = {$count} 次提及
words-not-in-the-last = 你在这里的最后一条消息没有“{$text}”。
words-jump-from = {$day}，跳到日期
words-of-bytes = {$here} / {$all}
words-retry-file = 重试 {$name}
words-remove-file = 移除 {$name}
words-progress = 上传 {$name}
words-open-picture = 打开图片 {$name}
words-too-many-files = 共 {$count} 个文件，而一条消息最多带 {$most} 个。请移除一些。
kept-scheduled-here = 这里有 {$count} 条定时消息
kept-due = {$count} 条提醒
kept-refused = {$count} 条定时消息未发送
kept-all = 全部定时内容：{$count}
kept-message-at = 消息，{$time}
kept-reminder-at = 提醒，{$time}
kept-was-due = 提醒，原定 {$time}
kept-not-sent = 未发送。{$why}
kept-will-be-sent = 将于 {$time} 发送
kept-will-be-reminded = 将于 {$time} 提醒你
kept-more-readers = 以及另外 {$count} 人
kept-or-more-readers = 以及另外至少 {$count} 人
thread-replies = {$count} 条回复
thread-deleted = {$count} 条已删除
thread-last-at = 最近 {$time}
thread-forwarded-from = 转发自 #{$room}，作者 {$name}
thread-forwarded = 已转发，作者 {$name}
thread-forwarded-to = 已转发到 #{$room}
thread-open = 打开话题
search-found = {$count} 条消息。
search-first = 目前 {$count} 条消息。
search-behind = 最新 {$count} 行尚未搜索。
search-all = 你能读的内容都已搜索。
switcher-search-for = 在消息中搜索“{$text}”
doctor-good = 正常：
doctor-bad = 需要更改：
doctor-unknown = 未知：
doctor-running = 正在检查。观察静默的 WebSocket {$count} 秒。
doctor-to-change = 有 {$count} 处需要更改。
compare-takes = {$way}在这里用时是 WebSocket 的 {$times} 倍。
compare-carries = {$way}在这里传送的消息只有 WebSocket 的 {$times} 分之一。
compare-weighs = {$way}在这里的字节数是 WebSocket 的 {$times} 倍。
compare-behind = 在此连接上 WebSocket 不是最好的：这次{$way}领先。
compare-shares = 同时发送的内容共用请求。

## What a close code means

closing-done = 完成，双方同意
closing-away = 服务器或页面已离开
closing-protocol = 一帧违反了 WebSocket 协议
closing-kind = 对方无法读取这类帧
closing-no-code = 没有代码的关闭帧
closing-no-frame = 没有关闭帧：网络或对方消失了
closing-utf8 = 文本帧不是 UTF-8
closing-policy = 违反服务器规则
closing-too-big = 消息太大
closing-extension = 缺少扩展
closing-fault = 服务器出错
closing-restart = 服务器重启
closing-busy = 服务器繁忙
closing-gateway = 网关收到错误应答
closing-tls = 没有安全连接 (TLS)
closing-slow = 此接收方太慢；之后会补齐
closing-silent = 心跳没有得到应答
closing-no-hello = 没有及时收到 hello
closing-version = 那里不使用此版本
closing-not-signed-in = 未登录
closing-none = 不是关闭代码
closing-reserved = 协议保留
closing-library = 由程序库注册
closing-come-back = 要求重新连接
closing-stay-away = 要求不再连接
closing-comes-back = 此客户端会自动重新连接
closing-stays = 此客户端不会自动重新连接

## Commands of the message box

command-away = 说明你离开了，或在哪里
command-away-said = 离开
command-back = 不再显示你的状态
command-help = 列出命令
command-invite = 邀请某人；不带名字则复制房间链接
command-invite-takes = @名字 话
command-invites = {$name} 邀请 {$people}
command-invites-with = {$name} 邀请 {$people} ：{$words}
command-join = 打开房间
command-join-takes = 房间
command-later = 在指定时间发送
command-later-takes = 18:00 文字
command-me = 以第三人称描述你
command-me-takes = 你在做什么
command-poll = 提问，用回应作答
command-poll-takes = 问题？ | 选项一 | 选项二
command-remind = 提醒你
command-remind-takes = me in 20 minutes 文字
command-shrug = 加上 ¯\_(ツ)_/¯
command-spoiler = 隐藏，直到有人想看
command-spoiler-takes = 文字
command-status = 显示在你的名字旁
command-status-takes = 你在做什么
command-topic = 说明这个房间的内容；- 将其移除
command-topic-takes = 内容
command-unknown = 没有命令 /{$name}。开头用两个斜杠可以原样发送。
command-no-time = /{$name} 后面要有时间和文字：18:00、in 20 minutes、tomorrow 9:00。
command-no-poll = 投票要有一个问题和 2 至 9 个答案：/poll 喝茶？ | 是 | 否。
command-twice-in-poll = 答案 {$answer} 出现了两次。
command-nobody = 在这里或在这里写过消息的人中，没有人叫 {$name}。
command-oneself = 你已经在这里了。
command-alone = /{$name} 后面要有内容：/{$name} {$takes}。

## Skin tones

tone-none = 默认肤色
tone-light = 浅色
tone-medium-light = 中浅色
tone-medium = 中等
tone-medium-dark = 中深色
tone-dark = 深色

## Days

clock-today = 今天
clock-yesterday = 昨天
clock-tomorrow-at = 明天 {$time}
clock-day-at = {$day} {$time}

## Before and after the program runs

failure-stopped = Confab 已停止
failure-means = 程序出错，此页面已停止。你写的内容没有丢失。
boot-opening = 正在打开 Confab
boot-late = 耗时较长。
boot-reload-page = 重新加载页面
boot-cannot = Confab 无法启动
boot-could-not = Confab 未能启动
boot-stopped = Confab 已停止
boot-no-webassembly = 此浏览器在这里不运行 WebAssembly。请更新它，或为此网站允许 WebAssembly。
boot-not-loaded = 服务器没有发送完整的程序。它可能正在重启，或网络已断。
boot-not-started = 程序已到达，但未能启动。
boot-means = 程序在此页面停止。服务器已保存的内容是安全的。重新加载即可继续。
boot-reload = 重新加载
http-no-answer = 服务器没有应答。请稍后重试。

## Notifications

telling-mentions = {$name} 在 #{$room} 提到了你
telling-writes = {$name}，#{$room}
telling-others = 其他人
telling-mention-you = 其中 {$count} 条提到了你

## What the server and the machine say in English: said again in this language
## (a sentence is known by its English words)

said-file-no-name = 文件没有名称。
said-file-name-long = 文件名超过 255 字节。
said-file-name-path = 文件名是路径。请用普通名称发送。
said-file-name-unseen = 文件名含有看不见的字符。
said-emoji-before-words = 文字前只能有一个表情。
said-status-empty = 状态需要文字。
said-status-long = 状态最多 {$number} 个字符。
said-status-sign = 状态不能包含 {$sign}。
said-topic-empty = 主题需要看得见的文字。
said-topic-long = 主题最多 {$number} 个字符。
said-topic-sign = 主题不能包含 {$sign}。
said-message-empty = 消息需要一些文字。
said-message-long = {$chars} / {$most} 个字符。
said-message-control = 文字中有无法发送的控制字符 ({$sign})。
said-one-emoji = 回应是一个表情。
said-room-empty = 房间需要名称。
said-room-long = 房间名称最多 {$number} 个字符。
said-room-sign = 房间名称由字母、数字、- 和 _ 组成；{$sign} 不在其中。
said-room-start = 房间名称以字母或数字开头。
said-name-empty = 请选择名字。
said-name-long = 名字最多 {$number} 个字符。
said-name-sign = 名字不能包含 {$sign}。
said-sign-quoted = “{$letter}”
said-name-letter = 名字至少有一个字母或数字。
said-name-script = 名字只用一种文字书写，以免冒充他人。
said-name-taken = 这里已有人叫这个名字。请加一个字或地名。
said-room-taken = 已有这个名称的房间。
said-server-full = 服务器的连接数已满。请稍后重试。
said-address-full = 来自你的地址的连接太多。请关闭一个，或稍后重试。
said-connecting-full = 同时连接的人太多。请稍后重试。
said-address-fast = 你的地址连接太频繁。请稍后重试。
said-owner-rooms = 在这台服务器上只有所有者能创建房间。
said-owner-sees = 只有所有者能看到服务器的情况。
said-owner-examines = 只有所有者能检查这台服务器。
said-owner-deletes = 只有作者和所有者能撤回消息。
said-owner-changes = 只有所有者能更改房间。
said-no-room = 没有这个房间。
said-room-unread = 现在无法读取此房间。请稍后再试。
said-not-now = 服务器现在无法执行。请稍后再试。
said-files-most = 一条消息最多带 {$number} 个文件。
said-too-fast = 帧发送得太多太快。请等一秒再继续。
said-restarts = 服务器正在重启。请重新连接后再试。
said-rooms-most = 这台服务器有 {$number} 个房间，已达上限。
said-draft-long = {$number} 个字符的草稿留在其设备上。
said-code-wrong = 此代码有误、已被使用或已过期。请在另一台设备上获取新代码。
said-plan-far = 最多提前一年定时。
said-plan-gone = 它已被发送或删除，没有作任何更改。
said-plan-leaves = 它正在发送。
said-too-often = 你操作太频繁。请稍等。
said-sign-in = 请先登录。
said-login-ended = 此登录已结束；请重新登录。
said-sign-in-crowd = 现在登录的人很多；请稍后重试。
said-examined = 检查已在进行。
said-address-form = 地址由 https:// 或 http:// 加主机组成，非默认端口需写明。
said-foreign-file = 此文件属于他人。
said-no-files = 这台服务器不接收文件。
said-file-large = 文件超过 {$size}。
said-files-large = 你的文件合计将超过 {$size}。
said-files-count = 你在这里有 {$number} 个文件，已达上限。
said-upload-elsewhere = 另一个请求正在继续此上传。
said-upload-more = 收到的字节比声明的多。
said-file-lies = 文件并非它声明的类型，实际是 {$kind}。
said-file-damaged = 文件已损坏：开头是 {$kind}，但 {$what}。
said-kind-picture = 图片
said-kind-film = 视频
said-kind-sound = 音频
said-kind-pdf = PDF
said-kind-text = 文本
said-kind-other = 其他内容
said-damage-early = 结束得太早
said-damage-size = 没有宽度或高度
said-damage-parts = 部分太多
said-damage-begin = 有一部分没有在应在的位置开始
said-damage-longer = 有一部分比文件还长
said-damage-length = 有一部分没有长度
said-damage-place = 在不该有的位置有一部分
said-damage-two = 有两个尺寸，或者有不存在的颜色类型
said-damage-before = 像素出现在尺寸之前
said-damage-no-pixels = 没有像素
said-damage-colours = 有不存在的颜色类型
said-damage-header = 不是以一个文件头开始
said-damage-unbegun = 像素没有开始
said-damage-misplaced = 有一部分太短或位置不对
said-damage-long = 太长
said-size-bytes = {$number} 字节
said-size-megabytes = {$number} MB
said-picture-large = {$width} × {$height} 像素的图片太大，无法显示。
said-disk-full-file = 服务器磁盘已满；文件未保存。
said-disk-full = 服务器磁盘已满；未保存任何内容。
said-no-file = 没有这个文件。
said-bytes-gone = 此浏览器已没有这个文件。请重新选择。
said-files-crowd = 传输中的文件太多；请稍后重试。
said-files-away = 服务器现在无法访问文件；请重试。
said-data-away = 服务器现在无法访问数据；请重试。
said-taken-back = 这条消息已被撤回。
said-foreign-message = 这条消息属于他人。
said-edited-since = 你看到之后，这条消息被编辑过。
said-so-already = 这条消息已经是这样了。
said-reactions-most = 一条消息最多有 {$number} 种不同的回应。
said-pins-most = 一个房间最多有 {$number} 条置顶消息。
said-file-elsewhere = 这条消息的一个文件已在另一条消息中。
said-no-message = 没有这条消息。
said-id-used = 这条消息的标识已用于另一段文字。
said-about-to-restart = 服务器即将重启。
said-upload-broke = 上传中断；会从停下的地方继续。
said-readers-hidden = 你没有公开自己读到哪里，因此也看不到他人的。
said-search-away = 服务器现在无法搜索；请重试。
said-search-long = 搜索最多 {$most} 个字符；现在有 {$chars} 个。
said-search-words = 搜索最多 {$number} 个词。
said-search-empty = 没有可搜索的内容。
said-search-no-date = “{$value}”不是日期。日期的写法：2026-11-01。
said-busy = 服务器繁忙；请稍后重试。
said-slow = 应答耗时过长。请重试。
said-unanswered = 服务器 20 秒没有应答。重试不会发送两次。
said-disk-full-kept = 服务器磁盘已满。你的文字保留在这里。
said-other-name = 它是以另一个名字写的。重试会以现在的名字发送。
said-room-offline = 创建房间需要服务器，而现在没有连接。
said-room-lost = 服务器应答前连接断开了。如果房间已创建，它会出现在列表中。
said-room-unanswered = 服务器 20 秒没有应答。如果房间已创建，它会出现在列表中。
said-stopped-here = 已在此设备上停止。
said-ended-for-good = 服务器永久结束了连接：{$why}。
said-close-none = 没有说明原因
said-close-done = 完成
said-close-away = 离开
said-close-text = 这里只读取文本帧
said-close-utf8 = 文本必须是 UTF-8
said-close-rules = 违反规则的帧太多
said-close-large = 消息超过 {$number} 字节
said-close-fault = 服务器出错
said-close-restarts = 服务器重启
said-close-busy = 服务器繁忙
said-close-slow = 读取太慢；请重新连接并补齐
said-close-silent = 一次 ping 没有应答
said-close-hello = 没有及时收到 hello
said-close-version = 这里不使用此版本；请更新客户端
said-close-sign-in = 请先登录
said-compare-no = 服务器不以这种方式应答。
said-no-stream = 浏览器在这里打不开流。
said-no-answer = 服务器没有应答。
said-link-gone = 连接已断开。
said-stream-bad = 流以无法读取的内容结束。
said-stream-broke = 流已中断。
said-cut-here = 已在连接面板中切断。
said-refused-here = 已在连接面板中拒绝，如同在没有 WebSocket 的网络中。
said-no-socket = 浏览器在这里打不开套接字。
said-link-broke = 连接已中断。
said-plans-most = 已有 {$number} 条定时消息和提醒在等待。
said-plan-files = 提醒不带文件。
said-drafts-most = 已保存 {$number} 份草稿。
said-uploads-most = 已有 {$number} 个文件在传输中，已达上限。
said-requests-most = 已有 {$number} 个请求在等待应答。
said-echoes = 回显连接太多；请重试。
said-examinations = 正在进行的检查太多。
said-examined-own = 服务器只检查自己的地址。如果 {$url} 是其中之一，请用 --allow-origin {$url} 启动它。
said-doctor-certificate-ends = 证书将在 {$number} 天后到期。
said-doctor-certificate-good = 证书还有 {$number} 天有效。
said-doctor-certificate-expired = 证书已过期：没有浏览器会连接。
said-doctor-certificate-early = 证书尚未生效：开始时间在以后，或者某个时钟不对。
said-doctor-certificate-chain = 证书到浏览器认可的机构之间没有完整的链：缺少中间证书，或者是自签名证书。
said-doctor-certificate-name = 证书对应的名称与地址中的不同。
said-doctor-no-tls = 没有 TLS：{$why}。
said-doctor-not-itself = 服务器在那里连不到自己：{$why}。有些网络内部无法访问公开地址；这时只有从外部查看才算数。
said-doctor-nobody = 那里没有应答：{$why}。
said-doctor-proxy = 代理连不到 Confab：它以 {$number} 应答。
said-doctor-own-name = Confab 不认识到达它的主机名。
said-doctor-other = 在那里应答的不是 Confab，状态码 {$number}。
said-doctor-answers-as = Confab {$version} 应答。
said-doctor-answers = Confab 应答。
said-doctor-host = 主机名能传达。
said-doctor-host-lost = 主机名没有传达：服务器看到的是 {$seen} 而不是 {$host}，会把自己的页面当作外来页面。
said-doctor-upgrade-lost = 升级请求传不过来：代理去掉了 Upgrade 和 Connection 头，所以打不开 WebSocket。
said-doctor-upgrade = WebSocket 能打开并传送消息。
said-doctor-page-foreign = 服务器把 {$url} 的页面当作其他网站的页面而拒绝。
said-doctor-refused = 服务器拒绝 WebSocket：它不认识这个主机名。
said-doctor-upgrade-status = 打不开 WebSocket：升级的应答是 {$number} 而不是 101。
said-doctor-upgrade-none = 打不开 WebSocket。浏览器不会说明原因；多半是代理去掉了 Upgrade 和 Connection 头。
said-doctor-upgrade-empty = WebSocket 能打开，但传不了内容：{$why}。
said-doctor-large = {$number} 字节的消息能传达。
said-doctor-large-lost = {$number} 字节的消息无法通过 WebSocket 传达。
said-doctor-idle-short = 静默的 WebSocket 能维持 {$number} 秒；未测试它所需的 {$needed} 秒。
said-doctor-idle = 静默的 WebSocket 能维持 {$number} 秒。
said-doctor-idle-cut = 静默的 WebSocket 在 {$number} 秒后被切断；它需要维持 {$needed} 秒。
said-doctor-slow-cut = 慢速应答在结束前被切断。
said-doctor-held-back = 应答被扣住直到完整：事件流在结束前什么都收不到。
said-doctor-slow = 慢速应答逐段到达。
said-doctor-body = 内容为 {$number} 字节的请求能传达。
said-doctor-body-large = 内容为 {$number} 字节的请求因太大而被拒绝。
said-doctor-body-status = 内容为 {$number} 字节的请求得到的应答是 {$status}。
said-doctor-clocks = 服务器的时钟与这里的时钟相差 {$number} 秒；其中一个不对。
said-doctor-clock = 服务器的时钟正确。
said-doctor-disk-low = 磁盘只剩 {$number} MiB。
said-doctor-disk = 磁盘还剩 {$number} MiB。
said-doctor-files-few = 服务器最多可打开 {$number} 个文件，因此连接数更少。
said-doctor-files = 服务器最多可打开 {$number} 个文件。
said-doctor-why-late = 没有及时收到应答
said-doctor-why-none = 没有应答
said-doctor-why-unconnected = 没有及时建立连接
said-doctor-why-elsewhere = 该名称不指向这台服务器的任何地址
said-doctor-why-echo = 没有回显返回
said-fix-machine = 主机
said-fix-renew = 更新证书，然后：{$line}
said-fix-renews = 删除带文件的 tls 行，让 Caddy 自动更新
said-fix-certificate = {$line} 并使用该名称的证书
said-fix-site = {$line} 作为网站地址
said-fix-keep = 删除 {$line}；保留 mode http
said-fix-headers = 从 customRequestHeaders 中删除 Upgrade 和 Connection
said-fix-remove-both = 删除 {$line} 和 {$other}
said-fix-buffering = 删除 buffering 中间件
said-fix-remove = 删除 {$line}
said-fix-disk = 在更大的磁盘上用 --data FOLDER；先停止服务器并移动文件夹
said-fix-service = 在服务的 [Service] 部分写 {$line}
said-host-unknown = 这台服务器不认识该主机名。请用 --allow-origin 加页面地址启动它，例如 --allow-origin https://chat.example。
said-page-foreign = 发出请求的页面属于其他网站。如果允许它使用这台服务器，请用 --allow-origin 加该页面的来源启动服务器。
said-server-closes = 服务器即将关闭。

## Marked unread
mark-unread = 从这里标为未读
unread-marked = 已从这里标为未读
unread-only-own = 从这里起都是你自己的消息，自己的消息不会算作未读。

## Threads that are followed
thread-followed = 已关注
thread-follow = 关注
thread-follow-means = 新回复会计入“话题”，并通知你
thread-list-threads = 话题
thread-list-close = 关闭话题列表 (Esc)
thread-list-none = 还没有话题。你发起、回复或关注的话题会在这里。
thread-list-new-in = {$count} 个话题有新回复
