# The words of Confab's pages: Portuguese. The keys are those of the English file.

## shared

try-now = Tentar agora
close = Fechar
show = Mostrar
emoji = Emoji
cancel = Cancelar
save = Salvar
you-can-go-on-writing = Você pode continuar escrevendo.
back-to-the-room = Voltar à sala
close-esc = Fechar (Esc)
copied = Copiado
frames-in = Quadros recebidos
frames-out = Quadros enviados
bytes-in = Bytes recebidos
bytes-out = Bytes enviados
handshake = Handshake
connecting = Conectando
round-trip = Ida e volta
last-5-min = últimos 5 min
settings = Configurações
server = Servidor
discard = Descartar
you = Você
on-this-device = Neste dispositivo
retry = Tentar de novo
react = Reagir
pinned-messages = Mensagens fixadas
topic = Tópico
topic-of-the-room = Tópico: {$topic}
topic-set = {$name} definiu o tópico: {$topic}
topic-removed = {$name} removeu o tópico
log-too-old = Algo que esta página é antiga demais para mostrar. Recarregue-a.
topic-about = Sobre o que é esta sala
topic-help = Uma linha. Todos aqui a veem acima das mensagens.
topic-remove = Remover
topic-save = Definir o tópico
unpin = Desafixar
text-copied = Texto copiado
message-actions = Ações da mensagem
reply = Responder
new-room = Nova sala
rooms = Salas
people-here = Pessoas aqui
add-a-reaction = Adicionar uma reação
nothing-yet = Nada ainda.
writing = Escrita
attach-files = Anexar arquivos
code = Código
connection-panel = Painel de conexão
keyboard-shortcuts = Atalhos de teclado
for-an-hour = Por uma hora
show-more = Mostrar mais

## acts

acts-link-copied = Link copiado
acts-room-link-copied = Link da sala copiado
acts-this-browser-did-not-let = Este navegador não deixou a página copiar

## banner

banner-sign-in = Entrar
banner-the-server-has-a-newer = O servidor tem uma versão mais nova. Recarregue para continuar; nada do que você escreveu se perde.
banner-reload = Recarregar
banner-this-browser-keeps-nothing-unsent = Este navegador não guarda nada: mensagens não enviadas se perdem ao recarregar.
banner-too-many-messages-wait-on = Há mensagens demais esperando neste dispositivo. A última está de volta na caixa de mensagem.
banner-no-link-to-the-server = Sem conexão com o servidor.
banner-trying-now = Tentando agora

## blank

blank-nothing-here-yet = Nada aqui ainda
blank-loading-the-newest-messages = Carregando as mensagens mais recentes
blank-this-room-did-not-load = Esta sala não carregou
blank-nothing-you-wrote-is-lost = Nada do que você escreveu se perdeu.

## chat

chat-skip-to-the-message-box = Ir para a caixa de mensagem

## composer

composer-send-message = Enviar mensagem
composer-write-a-message = Escrever uma mensagem
composer-do-not-reply = Cancelar resposta
composer-insert-emoji = Inserir emoji

## edit-box

edit-box-edit-your-message = Edite sua mensagem
edit-box-edit-message = Editar mensagem
edit-box-message-is-gone = A mensagem foi apagada entretanto. O que você escreveu está na caixa de mensagem.

## emoji-picker

emoji-picker-search-emoji = Buscar emoji
emoji-picker-skin-tone = Tom de pele
emoji-picker-fetching-the-emoji = Carregando os emojis…
emoji-picker-no-emoji-has-this-name = Nenhum emoji tem este nome.
emoji-picker-found = Encontrados
emoji-picker-last-used = Usados recentemente
emoji-smileys = Carinhas
emoji-people = Pessoas
emoji-nature = Natureza
emoji-food = Comida
emoji-travel = Viagens
emoji-activities = Atividades
emoji-objects = Objetos
emoji-symbols = Símbolos
emoji-flags = Bandeiras
emoji-flag-of = Bandeira: {$country}

## fold

fold-show-less = Mostrar menos
fold-show-all = Mostrar tudo

## wire

wire-connection = Conexão
wire-connection-details = Detalhes da conexão
wire-copy-as-text = Copiar como texto
wire-not-copied-this-browser-does = Não copiado: este navegador não permite
wire-a-report-for-a-bug = Um relatório para um rastreador de erros; o que as pessoas escreveram fica de fora

## wire-break-it

wire-break-it-break-it = Tente quebrar
wire-break-it-try-to-lose-a-message = Tente perder uma mensagem. Só esta aba é afetada.
wire-break-it-drop-the-link = Cortar a conexão
wire-break-it-go-silent = Ficar em silêncio
wire-break-it-add-2-s-delay = Adicionar 2 s de atraso
wire-break-it-lose-10 = Perder 10%
wire-break-it-refuse-websocket = Recusar WebSocket

## wire-compare

wire-compare-compare-the-transports = Comparar os transportes
wire-compare-stop = Parar
wire-compare-some-hundred-small-messages-by = Algumas centenas de mensagens pequenas por cada caminho, em conexões próprias ao lado desta. Leva alguns segundos.
wire-compare-a-requests-headers-are-counted = Os cabeçalhos de uma requisição são contados como o servidor os viu, antes que o HTTP/2 os comprima; os quadros de um WebSocket, byte a byte.
wire-compare-compare = Comparação

## wire-facts

wire-facts-outbox = Caixa de saída
wire-facts-clock-offset = Diferença do relógio
wire-facts-this-page = Esta página

## wire-frames

wire-frames-last-frames = Últimos quadros
wire-frames-blank-text = Ocultar o texto
wire-frames-pause = Pausa
wire-frames-filter-by-kind-post-entries = Filtrar por tipo: post, entries, ping
wire-frames-filter-frames-by-kind = Filtrar quadros por tipo
wire-frames-no-such-frame-yet = Nenhum quadro assim ainda.
wire-frames-it-is-not-kept-any = Não é mais guardado.
wire-frames-what-the-frame-carries = O que o quadro carrega

## wire-handshake

wire-handshake-not-tried-yet = ainda não tentado
wire-handshake-address = Endereço
wire-handshake-welcome = Boas-vindas
wire-handshake-heartbeat = Sinal de vida
wire-handshake-versions = Versões
wire-handshake-asked-no-answer-yet = pedido, ainda sem resposta
wire-handshake-did-not-open = não abriu
wire-handshake-not-yet = ainda não
wire-handshake-did-not-come = não veio
wire-handshake-no-link-to-listen-to = nenhuma conexão para escutar
wire-handshake-not-known-yet = ainda não se sabe

## wire-history

wire-history-server-has = O servidor tem
wire-history-you-have = Você tem
wire-history-missing = Faltam
wire-history-history = Histórico

## wire-lives

wire-lives-how-this-connection-lives = Como esta conexão vive
wire-lives-nothing-was-tried-yet = Nada foi tentado ainda.
wire-lives-no-ping-was-answered-yet = Nenhum ping foi respondido ainda.
wire-lives-no-connection-of-this-page = Nenhuma conexão desta página terminou ainda.
wire-lives-no-try-of-this-page = Nenhuma tentativa desta página falhou.
wire-lives-no-room-is-here-yet = Nenhuma sala aqui ainda.

## wire-now

wire-now-state = Estado

## wire-recording

wire-recording-flight-recorder = Caixa-preta
wire-recording-all-that-this-page-was = Tudo o que esta página recebeu e fez, sem o que as pessoas escreveram. Pode ser reproduzido com o mesmo cliente.
wire-recording-save-recording = Salvar gravação

## wire-tries

wire-tries-connections = Conexões
wire-tries-the-next-at-once = Próxima tentativa em seguida

## wire-trips

wire-trips-now = agora
wire-trips-not-measured = não medido

## wire-way

wire-way-transport = Transporte
wire-way-the-best-that-there-is = O melhor que há. Onde uma rede o bloqueia, outro caminho é usado.
wire-way-websocket-does-not-get-through = WebSocket não passa aqui. As mensagens chegam como um fluxo de eventos e saem como requisições. WebSocket é tentado de novo automaticamente.
wire-way-neither-websocket-nor-a-stream = Nem WebSocket nem um fluxo passam aqui. Cada resposta é pedida, então tudo custa um pouco mais. WebSocket é tentado de novo automaticamente.
wire-way-chosen-on-this-device-no = Escolhido neste dispositivo. Nenhum outro caminho é tentado.

## jump-pill

jump-pill-jump-to-newest = Ir para as mais recentes
jump-pill-newest = Mais recentes
jump-pill-mark-read = Marcar como lidas

## log

log-fetching-older-messages = Carregando mensagens anteriores…
log-the-beginning-of-this-room = O começo desta sala

## message

message-edited = editada
message-edit-again = Editar de novo
message-pinned = Fixada
message-only-in-this-page = Só nesta página

## message-dialogs

message-dialogs-delete-this-message-for-everyone = Excluir esta mensagem para todos?
message-dialogs-it-is-gone-already = Ela já não existe.
message-dialogs-message-deleted = Mensagem excluída
message-dialogs-keep = Manter
message-dialogs-delete-message = Excluir mensagem
message-dialogs-its-text-also-what-it = O texto, também o que dizia antes, é apagado para todos. Não dá para desfazer.
message-dialogs-what-it-said-before = O que dizia antes
message-dialogs-the-message-was-deleted = A mensagem foi excluída.
message-dialogs-fetching-what-it-said-before = Carregando o que dizia antes…
message-dialogs-fetching-what-is-pinned = Carregando o que está fixado…
message-dialogs-nothing-is-pinned-to-this = Nada está fixado nesta sala. Fixe o que as pessoas devem encontrar de novo: abra o menu de uma mensagem e escolha “Fixar na sala”.
message-dialogs-go-to-it = Ir até ela

## message-menu

message-menu-more-reactions = Mais reações
message-menu-edit = Editar
message-menu-pin-to-room = Fixar na sala
message-menu-copy-text = Copiar texto
message-menu-delete-for-everyone = Excluir para todos…

## never-confirmed

never-confirmed-never-confirmed = Nunca confirmadas
never-confirmed-discard-all = Descartar tudo
never-confirmed-later = Depois
never-confirmed-these-were-written-under-a = Foram escritas em uma sessão que já terminou, por isso não são enviadas. Alguma que estava a caminho pode já estar salva: confira antes de enviar de novo.
never-confirmed-put-into-the-message-box = Colocar na caixa de mensagem
never-confirmed-somebody = Alguém
never-confirmed-a-room-that-is-not = uma sala que não está aqui

## new-room

new-room-name = Nome
new-room-letters-digits-and-everybody-here = Letras, números, - e _. Todos aqui podem entrar.
new-room-make-room = Criar sala
new-room-making-the-room = Criando a sala

## offers

offers-commands = Comandos
offers-people = Pessoas

## people-list

people-list-not-known-while-the-link = não se sabe enquanto não há conexão
people-list-you = você

## plans

plans-in-20-minutes = Em 20 minutos
plans-in-3-hours = Em 3 horas

## quote

quote-jump-to-the-original = Ir para a mensagem original
quote-in-reply-to = Em resposta a
quote-a-message-that-was-deleted = Uma mensagem excluída

## room-head

room-head-rooms-and-people = Salas e pessoas

## room-list

room-list-draft = Rascunho
room-list-has-a-draft = tem um rascunho
room-list-muted = Silenciada
room-list-muted-2 = silenciada

## server

server-server-details = Detalhes do servidor

## server-counted

server-counted-ended = Encerradas
server-counted-not-opened = Não abertas
server-counted-not-delivered = Não entregues
server-counted-came-back = Voltaram
server-counted-since-the-start = desde o início
server-counted-by-the-server = pelo servidor
server-counted-by-the-client = pelo cliente
server-counted-by-the-network = pela rede
server-counted-asked-for-under-another-host = pedido com outro nome de host
server-counted-from-a-page-of-another = de uma página de outro site
server-counted-without-a-request-for-an = sem pedido de upgrade
server-counted-in-another-version-of-websocket = em outra versão do WebSocket
server-counted-without-a-good-key = sem uma chave válida
server-counted-in-another-subprotocol = em outro subprotocolo
server-counted-with-a-name-or-room = com um nome ou uma sala inválidos
server-counted-beyond-the-number-of-connections = além do máximo de conexões
server-counted-beyond-the-number-of-one = além do máximo por endereço
server-counted-too-many-at-once = conexões demais ao mesmo tempo
server-counted-too-many-at-once-from = conexões demais ao mesmo tempo de um endereço
server-counted-signals-typing-presence-to-readers = sinais (digitação, presença) para leitores atrasados
server-counted-readers-closed-as-too-slow = leitores fechados por lentidão; voltam e se atualizam
server-counted-rooms-went-on-where-the = salas que seguiram de onde o leitor estava
server-counted-rooms-began-with-the-newest = salas que começaram pela página mais recente
server-counted-rooms-began-anew-another-log = salas que recomeçaram: outro registro ou atraso demais

## server-doctor

server-doctor-doctor = Diagnóstico
server-doctor-public-address = Endereço público
server-doctor-examining = Examinando
server-doctor-examine = Examinar
server-doctor-lines-for = Linhas para

## server-doctor-finding

server-doctor-finding-copy = Copiar
server-doctor-finding-not-copied = Não copiado

## server-times

server-times-from-a-ping-to-its = de um ping à sua resposta
server-times-storing = Salvamento
server-times-until-a-message-is-on = até uma mensagem estar no disco
server-times-fan-out = Distribuição
server-times-until-it-is-on-its = até estar a caminho de cada leitor

## server-traffic

server-traffic-by-websocket = por WebSocket
server-traffic-by-lines = por linhas
server-traffic-by-event-stream = por fluxo de eventos
server-traffic-by-polling = por polling
server-traffic-messages-stored = Mensagens salvas
server-traffic-most-waiting-for-one = Máximo em espera para um leitor
server-traffic-memory = Memória
server-traffic-processor = Processador
server-traffic-right-now = Agora mesmo

## settings

settings-system = Sistema
settings-light = Claro
settings-dark = Escuro
settings-theme = Tema
settings-sign-out-here = Sair neste navegador
settings-ends-the-login-of-this = Encerra a sessão deste navegador.
settings-this-browser = Este navegador

## shortcuts

shortcuts-getting-about = Navegar
shortcuts-to-a-room-person-or = Ir para uma sala, pessoa ou painel
shortcuts-next-or-previous-room = Sala seguinte ou anterior
shortcuts-next-or-previous-unread = Sala não lida seguinte ou anterior
shortcuts-next-or-previous-region = Região seguinte ou anterior
shortcuts-send = Enviar
shortcuts-new-line-2 = Nova linha
shortcuts-edit-my-last-in-an = Editar minha última mensagem, com a caixa vazia
shortcuts-to-the-message-box = Ir para a caixa de mensagem
shortcuts-any-letter = qualquer letra
shortcuts-people-rooms-emoji-commands = Pessoas, salas, emoji, comandos
shortcuts-bold-italic = Negrito, itálico
shortcuts-struck-out = Riscado
shortcuts-the-rest = O resto
shortcuts-close-what-is-open-then = Fechar o que está aberto, depois marcar a sala como lida
shortcuts-search-this-room-everywhere = Buscar nesta sala, em todas
shortcuts-this-list = Esta lista
shortcuts-among-messages = Entre mensagens
shortcuts-older-or-newer-message = Mensagem mais antiga ou mais nova
shortcuts-oldest-or-newest-message = Primeira ou última mensagem
shortcuts-what-can-be-done-with = O que se pode fazer com a mensagem
shortcuts-reply-react = Responder, reagir
shortcuts-reply-in-thread-forward = Responder no tópico, encaminhar
shortcuts-edit-delete = Editar, excluir
shortcuts-pin-or-unpin = Fixar ou desafixar
shortcuts-copy-its-link-its-text = Copiar o link, o texto

## sidebar

sidebar-close-menu = Fechar menu
sidebar-workspace = Espaço de trabalho

## sign-out

sign-out-sign-out = Sair?
sign-out-stay = Ficar
sign-out-sign-out-2 = Sair
sign-out-signing-out = Saindo
sign-out-discard-and-sign-out = Descartar e sair
sign-out-keep-and-sign-out = Manter e sair

## start-failed

start-failed-confab-did-not-start = O Confab não iniciou

## status

status-your-status = Seu status
status-in-words = Texto do status
status-clear = Limpar
status-do-not-disturb = Não perturbe
status-nothing-is-told-to-you = Você não recebe avisos, e os outros veem isso
status-saving = Salvando
status-until-i-change-it = Até eu mudar
status-for-30-minutes = Por 30 minutos
status-for-4-hours = Por 4 horas
status-for-how-long = Por quanto tempo
status-does-not-want-to-be = Não quer interrupções

## text

text-show-or-hide = Mostrar ou ocultar
text-spoiler = Spoiler
text-copy-code = Copiar código

## told

told-show-notifications-on-this-device = Mostrar notificações neste dispositivo
told-tell-me-about = Avise-me sobre
told-notifications = Notificações
told-words-that-count-as-a = Palavras que contam como menção
told-with-commas-between-them = Separadas por vírgulas.
told-quiet-from = Silêncio a partir de
told-quiet-to = Silêncio até
told-quiet-hours = Horário de silêncio
told-nothing-is-told-in-them = Nesse período você não recebe avisos
told-sound = Som
told-notifications-of-this-room = Notificações desta sala
told-or-nothing-at-all-for = Ou nada por um tempo:
told-unmute = Reativar notificações
told-for-8-hours = Por 8 horas
told-notifications-of-this-room-none = Notificações desta sala: nenhuma
told-this-browser-blocks-notifications-from = Este navegador bloqueia notificações daqui. Permita-as nas configurações do site, à esquerda do endereço.
told-this-browser-shows-notifications-only = Este navegador só mostra notificações de páginas que vêm por https.
told-mentions = Menções
told-everything = Tudo
told-nothing = Nada
told-do-not-disturb = não perturbe
told-none = Nenhum
told-drop = Gota
told-chime = Sino
told-knock = Batida

## tools

tools-copy-link = Copiar link
tools-react = Reagir (+)
tools-reply-r = Responder (R)
tools-more-actions = Mais ações
tools-more = Mais

## welcome

welcome-kept-from-the-moment-you = Guardada desde que você aperta Enter, mesmo sem rede.
welcome-stored-as-1 = Salva como #1
welcome-shown-only-once-it-is = Só aparece quando está no disco do servidor.
welcome-not-stored = Não salva
welcome-you-keep-the-text-retry = Você fica com o texto. Tentar de novo nunca a publica duas vezes.
welcome-as-the-others-will-see = Como os outros vão ver.
welcome-set-up-your-server = Prepare seu servidor
welcome-nobody-has-been-here-before = Ninguém esteve aqui antes de você, então este servidor será seu.
welcome-your-name = Seu nome
welcome-open-confab = Abrir o Confab
welcome-opening = Abrindo
welcome-no-e-mail-address-no = Sem e-mail, sem senha, sem cadastro em lugar nenhum. Tudo fica neste servidor.
welcome-join-confab = Entrar no Confab
welcome-what-should-we-call-you = Como devemos chamar você?
welcome-join = Entrar
welcome-joining = Entrando
welcome-no-account-needed-this-browser = Não precisa de conta: este navegador se lembra de você.
devices = Seus dispositivos
devices-why = Seja a mesma pessoa também em outro dispositivo: suas salas, rascunhos e o que você leu vão junto.
devices-get = Obter um código
devices-getting = Obtendo um código…
devices-get-another = Obter outro código
devices-over = O código já expirou.
devices-how = No outro dispositivo, escolha “{$choice}” e digite-o lá, ou abra o link lá. Vale uma vez, por {$minutes ->
    [one] {$minutes} minuto
   *[other] {$minutes} minutos
}.
devices-already-here = Já estou aqui em outro dispositivo
devices-title = Entrar neste dispositivo
devices-lead = Onde você já entrou, abra as configurações e obtenha um código em “Seus dispositivos”.
devices-code = Seu código
devices-code-help = Dez letras e dígitos, como seu outro dispositivo mostra.
devices-sign-in = Entrar
devices-signing-in = Entrando…
devices-new-here = É minha primeira vez aqui

## words

words-catching-up = Atualizando
words-offline-trying-again = Offline · tentando de novo
words-offline-no-network = Offline · sem rede
words-signed-out = Sessão encerrada
words-this-page-is-out-of = Esta página está desatualizada
words-stopped = Parado
words-link-cut = conexão cortada
words-2-s-delay = atraso de 2 s
words-10-lost = 10% perdidos
words-no-websocket = sem WebSocket
words-no-network-on-this-device = Este dispositivo está sem rede. Nova tentativa assim que houver uma.
words-what-you-write-waits-on = O que você escreve espera neste dispositivo.
words-it-goes-out-when-the = É enviada quando a conexão voltar, uma só vez.
words-both-go-out-when-the = As duas são enviadas quando a conexão voltar, nesta ordem, uma só vez.
words-you-were-signed-out = Sua sessão foi encerrada.
words-back-online = Online de novo.
words-several-people-are-typing = Várias pessoas estão digitando
words-attach-files-or-drop-them = Anexe arquivos ou solte-os em qualquer lugar
words-drop-to-attach = Solte para anexar
words-files-for-this-message = Arquivos desta mensagem
words-waiting-for-its-turn = Esperando a vez
words-interrupted-it-goes-on-by = Interrompido. Continua automaticamente.
words-file-goes-with-the-page = Este navegador não o guarda: ele se perde se você recarregar antes do fim do envio.
words-remove = Remover
words-a-file-was-refused-retry = Um arquivo foi recusado. Primeiro tente de novo ou remova-o.
words-a-file-was-refused = Um arquivo foi recusado. Remova-o primeiro.
words-goes-out-when-its-files = É enviada quando os arquivos chegarem ao servidor.
words-files-in-this-room = Arquivos desta sala
words-nobody-has-sent-a-file = Ninguém enviou um arquivo aqui ainda. Solte um em qualquer lugar ou aperte o clipe.
words-attach-it-as-a-file = Anexar como arquivo
words-picture = Imagem
words-fetching-what-was-sent-here = Carregando o que foi enviado aqui…
words-jump-to-a-date = Ir para uma data
words-day = Dia
words-go-there = Ir
words-nothing-was-written-since-that = Nada foi escrito desde esse dia.
words-choose-a-day-first = Escolha primeiro um dia.

## compare

compare-round-trip-median-and-p99 = Ida e volta, mediana e p99
compare-messages-per-second = Mensagens por segundo
compare-bytes-per-message-there-and = Bytes por mensagem, ida e volta
compare-no-websocket-gets-through-here = Nenhum WebSocket passa aqui, então não há com que comparar.
compare-nothing-but-the-websocket-answered = Só o WebSocket respondeu.

## doctor

doctor-looks-at-this-server-as = Examina este servidor como os visitantes o acessam, a partir deste navegador e do próprio servidor, e diz o que mudar.
doctor-as-visitors-type-it = Como os visitantes digitam.
doctor-this-page-came-from-another = Esta página veio de outro endereço, então o exame é feito só a partir do servidor. Abra aquele endereço para examinar também de um navegador.
doctor-the-examination-took-too-long = O exame demorou demais e foi encerrado.
doctor-from-this-browser = Deste navegador
doctor-from-the-server-itself = Do próprio servidor
doctor-nothing-to-change = Nada a mudar.

## kept

kept-also-written-on-another-device = Também escrito em outro dispositivo:
kept-put-into-the-box = Colocar na caixa
kept-discard-what-the-other-device = Descartar o que o outro dispositivo escreveu
kept-send-later = Enviar depois
kept-files-first = Espere até os arquivos chegarem e então agende.
kept-remind-me = Criar lembrete
kept-message = Mensagem
kept-of-what = O que lembrar
kept-when = Quando
kept-choose-a-day-and-a = Escolha um dia e uma hora.
kept-that-time-has-passed = Essa hora já passou.
kept-schedule = Agendar
kept-scheduling = Agendando
kept-keeping-it = Guardando
kept-scheduled-messages-and-reminders = Mensagens agendadas e lembretes
kept-nothing-is-scheduled-choose-the = Nada está agendado. Escolha o relógio ao lado de Enviar, ou escreva /later ou /remind.
kept-being-sent = Sendo enviada
kept-reminder = Lembrete:
kept-a-scheduled-message-was-not = Uma mensagem agendada não foi enviada:
kept-change = Mudar
kept-send-now = Enviar agora
kept-show-message = Mostrar mensagem
kept-done = Feito
kept-remind-me-2 = Criar lembrete…
kept-reminder-2 = Lembrete
kept-read-by = Lida por…
kept-read-by-2 = Lida por
kept-asking-who-has-read-it = Perguntando quem leu…
kept-nobody-else-has-read-this = Ninguém mais leu isto ainda, ou não mostra.
kept-reading = Leitura
kept-show-others-how-far-i = Mostrar aos outros até onde li
kept-without-it-you-do-not = Se não mostrar, você também não vê até onde os outros leram

## lives

lives-a-websocket-begins-as-an = Um WebSocket começa como uma requisição HTTP comum que pede um upgrade e oferece as linguagens que fala.
lives-the-server-answers-101-names = O servidor responde 101, diz a linguagem escolhida, e desse byte em diante os dois lados podem enviar quando quiserem.
lives-then-the-client-says-hello = Então o cliente diz olá com seu cookie, e as boas-vindas do servidor dizem quem ele é e que salas existem.
lives-frames = Quadros
lives-everything-after-the-handshake-is = Depois do handshake tudo são quadros: de dois a catorze bytes de cabeçalho, depois o texto.
lives-a-browser-masks-what-it = Um navegador mascara o que envia, para que nenhum proxy no caminho o tome por outra coisa; o servidor envia às claras.
lives-here-each-frame-is-one = Aqui cada quadro é um objeto JSON que qualquer um pode ler.
lives-ping-and-pong = Ping e pong
lives-a-cable-that-is-pulled = Um cabo desligado não diz nada, então o silêncio não prova nada.
lives-the-server-pings-the-client = O servidor manda ping, o cliente responde pong, e o tempo entre os dois é a ida e volta.
lives-who-hears-nothing-for-longer = Quem não ouve nada por mais tempo que o combinado nas boas-vindas considera a conexão perdida e abre outra.
lives-close-codes = Códigos de fechamento
lives-a-connection-that-ends-in = Uma conexão que termina em ordem diz por quê com um número.
lives-1000-is-done-1001-is = 1000 significa concluído; 1001, que a página ou o servidor vai embora; 1012, um reinício; 4000 a 4499 pedem a este cliente que volte, 4500 a 4999 que não.
lives-1006-is-no-number-that = O 1006 não foi enviado por ninguém: a conexão terminou sem dizer nada.
lives-errors = Erros
lives-a-browser-tells-a-page = Um navegador só diz à página que um WebSocket falhou, nunca por quê, para que páginas não explorem uma rede.
lives-what-can-be-told-is = O que se pode saber é até onde foi: nenhuma resposta, uma resposta sem upgrade, ou uma conexão que caiu depois.
lives-after-two-upgrades-that-were = Depois de dois upgrades recusados, este cliente usa requisições simples e verifica de vez em quando se um WebSocket já abre.
lives-coming-back = Voltar
lives-every-line-of-a-room = Cada linha de uma sala tem um número, e o cliente conhece o último que tem.
lives-a-new-connection-asks-for = Uma nova conexão pede o que veio depois e envia de novo o que não foi confirmado, com o mesmo id.
lives-so-a-cut-costs-time = Assim um corte custa tempo e nunca uma mensagem.

## search

search-search = Busca
search-close-search-esc = Fechar a busca (Esc)
search-search-messages = Buscar mensagens
search-search-and-results = Busca e resultados
search-newest-first = Mais recentes primeiro
search-best-first = Mais relevantes primeiro
search-searching = Buscando…
search-also = Também:
search-no-message-has-this = Nenhuma mensagem contém isto.

## switcher

switcher-go-to = Ir para
switcher-a-room-a-person-a = Uma sala, uma pessoa, um painel
switcher-messages-of = mensagens desta pessoa

## thread

thread-thread = Tópico
thread-close-thread-esc = Fechar o tópico (Esc)
thread-thread-messages = Mensagens do tópico
thread-reply-in-thread = Responder no tópico
thread-send-reply = Enviar resposta
thread-write-a-reply = Escrever uma resposta
thread-fetching-the-thread = Carregando o tópico…
thread-the-first-message-of-this = A primeira mensagem deste tópico foi excluída.
thread-nobody-can-reply = Ninguém mais pode responder aqui.
thread-only-the-first-4-000 = Aqui só são lidas as primeiras 4.000 respostas.
thread-this-works-in-the-rooms = Isto funciona na caixa de mensagem da sala.
thread-forward = Encaminhar
thread-forward-to-a-room = Encaminhar para uma sala
thread-find-a-room = Encontrar uma sala
thread-no-room-of-yours-is = Nenhuma sala sua tem este nome.
thread-no-replies-yet = Nenhuma resposta ainda

## Everywhere

list-comma = {", "}
list-and = {$before} e {$last}
milliseconds = {$number} ms

## The strip above the room

banner-offline-since = Offline desde as {$time}.
banner-next-try = Próxima tentativa em {$left}

## A room without messages

blank-new = #{$room} é nova. A primeira mensagem será {$number}.
blank-trying-again = Nova tentativa em {$left}.
blank-no-answer = O servidor não respondeu.

## The message box

composer-name = Mensagem em #{$room}
composer-replying = Respondendo a {$name}
not-stored-because = Não salva. {$why}
edit-box-keys = {$enter} salva {$escape} cancela
foot-keys = {$sends} envia {$breaks} nova linha
foot-fetching = Carregando {$numbers}…
history-here = Aqui: {$numbers}
history-complete = Completo até {$number}
history-fetching = Carregando {$numbers}
foot-as-of = às {$time}
dot-connection = Conexão: {$state}

## The connection panel

wire-compare-measuring = Medindo: {$way}
wire-compare-blocked = Bloqueado. {$why}
wire-facts-oldest = a mais antiga {$age}
wire-facts-messages = mensagens
wire-facts-failed = esperando, {$count} com falha
wire-handshake-answer = {$answer}, {$protocol}, aberta após {$time}
wire-handshake-after = após {$time}
wire-handshake-heard = último sinal há {$ago}; considerada perdida após {$silence} de silêncio
wire-handshake-server = servidor {$version}, {$protocol}
wire-history-rooms = {$complete} de {$all} salas abertas completas
wire-history-only-here = {$count} só neste dispositivo
wire-history-other = servidor {$head}, {$state}
wire-lives-yours = A sua: {$address}
wire-lives-answer = Resposta: {$answer}
wire-lives-welcome = Boas-vindas: {$when}
wire-lives-over-http = Nenhum WebSocket passa aqui, então a sua é uma conexão por {$transport} e sua resposta é 201: os mesmos quadros em requisições comuns.
wire-lives-last-in = O último recebido: {$kind}, {$size}, {$time}
wire-lives-last-out = O último enviado: {$kind}, {$size}, {$time}
wire-lives-count = Desde que esta página abriu: {$here} recebidos, {$there} enviados.
wire-lives-round-trip = A última ida e volta levou {$time}.
wire-lives-server = O servidor: {$heartbeat}
wire-lives-cursor = A sua: #{$room} está completa até {$number}; uma nova conexão pede o que vem depois.
wire-now-since = há {$time}, desde as {$at}
wire-recording-last = duração {$time}, {$size}
wire-tries-since = {$count} desde que esta página abriu
wire-tries-next = Próxima tentativa após {$time}
wire-tries-closed = Fechada com {$code}, {$why}
wire-tries-failed = Falhou com {$code}, {$why}
wire-tries-given-up = Abandonada aqui, {$why}
wire-tries-lasted = Durou {$time}.
wire-tries-because = “{$why}”.
wire-tries-online = Online, WebSocket aberto após {$time}
wire-tries-welcome = Boas-vindas após {$time}
unit-ms = ms
wire-trips-median = mediana {$time}
wire-trips-worst = pior {$time}
wire-trips-said = Ida e volta em cinco minutos: mediana {$median}, pior {$worst}
wire-trips-down = sem conexão por {$time}
wire-frames-in = recebido
wire-frames-out = enviado
transport-websocket = WebSocket
transport-events = eventos enviados pelo servidor
transport-poll = long polling
transport-events-title = Eventos enviados pelo servidor
transport-poll-title = Long polling
transport-automatic = Automático
transport-requests = Requisições simples
transport-events-and-post = Eventos + POST

## Jumping to the newest

jump-pill-count =
    { $count ->
        [one] Ir para as mais recentes, {$count} mensagem nova
       *[other] Ir para as mais recentes, {$count} mensagens novas
    }
jump-pill-new = Novas: {$count}

## The room’s messages

log-name = Mensagens em #{$room}
log-new-aloud = Mensagens novas desde as {$time}
log-new = Novas desde as {$time}
me-settings = Configurações ({$keys})

## A message

message-pinned-aloud = fixada
message-edit-waits = edição ainda não salva
message-edited-at = Editada às {$time}
message-edited-show = Editada às {$time}, mostrar o que dizia antes
message-edit-failed = Edição: {$why}
message-number = número {$number}
message-mentions-you = menciona você
message-stored = salva
message-kept-sending = neste dispositivo, enviando
message-unkept-sending = só nesta página, enviando
message-kept-waiting = neste dispositivo, esperando a conexão
message-unkept-waiting = só nesta página, esperando a conexão
message-not-stored = não salva
message-sending = enviando…
message-stored-as = Salva pelo servidor como {$number}
message-stored-as-number = Salva pelo servidor com o número {$number}
message-menu-name = Mensagem de {$name}, {$time}
react-with = Reagir com {$emoji}
copy-link-to = Copiar link para {$number}
never-confirmed-draft = rascunho
new-room-becomes = Será #{$room}.
people-list-too-many =
    { $count ->
        [one] {$count} pessoa, demais para uma lista.
       *[other] {$count} pessoas, demais para uma lista.
    }
presence-online = online
presence-away = ausente
presence-offline = offline

## The room’s head

room-head-menu =
    { $count ->
        [one] Salas e pessoas, {$count} não lida
       *[other] Salas e pessoas, {$count} não lidas
    }
room-head-room = Sala
room-head-people =
    { $count ->
        [one] {$count} pessoa aqui
       *[other] {$count} pessoas aqui
    }

## The owner’s page

server-counted-another-code = Outro código
server-doctor-finding-line = a linha para {$place}
server-times-said = {$title}: {$count} medidos, metade deles {$half}
server-times-half = metade {$time}
server-times-most = 99 de 100 {$time}
server-times-longer = mais
unit-us = µs
unit-s = s
server-traffic-connections =
    { $count ->
        [one] {$count} conexão
       *[other] {$count} conexões
    }
server-traffic-said = Mensagens salvas por segundo: no máximo {$number}
server-traffic-each-second = por segundo
server-traffic-of-a-core = % de um núcleo
per-second = {$unit}/s

## Settings

settings-language = Idioma
settings-language-of-browser = O do navegador
settings-enter-sends = {$enter} envia, {$other} faz uma nova linha
settings-enter-breaks = {$enter} faz uma nova linha, {$other} envia
shortcuts-or = ou
sign-out-failed = Sua sessão continua aberta. {$why}
sign-out-means = Este navegador esquece quem você é. Suas mensagens e seu nome ficam, mas ninguém pode entrar de novo como você.
sign-out-files-go =
    { $count ->
        [one] {$count} arquivo que você não enviou é removido deste navegador.
        [many] {$count} de arquivos que você não enviou são removidos deste navegador.
       *[other] {$count} arquivos que você não enviou são removidos deste navegador.
    }
status-help = No máximo {$count} caracteres. Todos veem.
until = Até {$time}
status-not-disturbed-aloud = não quer interrupções
status-name = Seu status: {$status}
text-code-in = Código, {$language}
told-quiet = De {$from} a {$to}
told-as-in-settings = Como nas configurações: {$tell}
told-about-room = Avise-me sobre #{$room}
told-muted-until = Silenciada até {$time}.

## The first page

welcome-say = Você sempre sabe {$break}onde estão suas palavras.
welcome-lead = Todos em {$host} veem as salas abertas.
kept-delete = Excluir

## Numbers and people

words-unread-above =
    { $count ->
        [one] {$count} mensagem não lida acima
       *[other] {$count} mensagens não lidas acima
    }
words-others =
    { $count ->
        [one] {$count} outra pessoa
       *[other] {$count} outras pessoas
    }
words-not-there = A mensagem {$number} não está nesta sala, ou foi excluída.
words-no-such-room = Não há sala #{$room} aqui.
words-chars = {$count} de {$most} caracteres
seconds = {$number} s
words-catching-up-on = Atualizando, {$numbers}
words-online = Online
words-online-events = Online por eventos do servidor
words-online-poll = Online por long polling
words-slow = Online, lento
words-slow-events = Online, lento por eventos do servidor
words-slow-poll = Online, lento por long polling
words-stretch = {$first} a {$last}
words-part = {$numbers} de {$head}
words-test = (teste: {$faults})
words-silent = em silêncio
words-minutes = {$minutes} min {$seconds} s
words-hours = {$hours} h {$minutes} min
words-days =
    { $count ->
        [one] {$count} dia
       *[other] {$count} dias
    }
unit-b = B
unit-kb = KB
unit-mb = MB
decimal-point = ,
words-unkept =
    { $count ->
        [one] {$count} mensagem está só nesta página: este navegador não tem espaço para guardá-la.
       *[other] {$count} mensagens estão só nesta página: este navegador não tem espaço para guardá-las.
    }
words-waiting =
    { $count ->
        [one] {$count} mensagem espera neste dispositivo e é enviada automaticamente.
       *[other] {$count} mensagens esperam neste dispositivo e são enviadas automaticamente.
    }
words-unkept-short =
    { $count ->
        [one] {$count} mensagem só nesta página.
       *[other] {$count} mensagens só nesta página.
    }
words-waiting-short =
    { $count ->
        [one] {$count} mensagem espera.
       *[other] {$count} mensagens esperam.
    }
words-all-go-out = Todas as {$count} são enviadas quando a conexão voltar, nesta ordem, uma só vez.
words-left-behind =
    { $count ->
        [one] {$what}: o servidor não salvou e não haverá novo envio. Ao manter, o texto é oferecido a quem entrar em seguida neste navegador.
       *[other] {$what}: o servidor não salvou e não haverá novo envio. Ao manter, os textos são oferecidos a quem entrar em seguida neste navegador.
    }
words-left-of =
    { $count ->
        [one] {$what} de {$name} continua neste dispositivo.
       *[other] {$what} de {$name} continuam neste dispositivo.
    }
words-left =
    { $count ->
        [one] {$what} de sessões anteriores continua neste dispositivo.
       *[other] {$what} de sessões anteriores continuam neste dispositivo.
    }
words-unsent =
    { $count ->
        [one] {$count} mensagem não enviada
       *[other] {$count} mensagens não enviadas
    }
words-drafts =
    { $count ->
        [one] {$count} rascunho
       *[other] {$count} rascunhos
    }
words-signed-out-unsent =
    { $count ->
        [one] Sua sessão foi encerrada. Sua mensagem não enviada está guardada neste dispositivo.
       *[other] Sua sessão foi encerrada. Suas {$count} mensagens não enviadas estão guardadas neste dispositivo.
    }
words-back-stored =
    { $count ->
        [one] {$count} salva
       *[other] {$count} salvas
    }
words-back-fetched =
    { $count ->
        [one] {$count} recebida
       *[other] {$count} recebidas
    }
words-back-complete = completo até {$number}
words-back-online-with = Online de novo. {$what}.
words-hole-one = Falta {$number} aqui. Carregando de novo.
words-hole = Faltam {$numbers} aqui. Carregando de novo.
words-typing-one = {$name} está digitando
words-typing-two = {$first} e {$second} estão digitando
words-typing-three = {$first}, {$second} e {$third} estão digitando
words-new =
    { $count ->
        [one] {$count} nova
       *[other] {$count} novas
    }
words-new-from =
    { $count ->
        [one] {$count} nova de {$names}
       *[other] {$count} novas de {$names}
    }
words-unread =
    { $count ->
        [one] {$count} não lida
       *[other] {$count} não lidas
    }
words-mentions =
    { $count ->
        [one] {$count} menção
       *[other] {$count} menções
    }
words-not-in-the-last = Sua última mensagem aqui não diz “{$text}”.
words-jump-from = {$day}, ir para uma data
words-of-bytes = {$here} de {$all}
words-retry-file = Tentar {$name} de novo
words-remove-file = Remover {$name}
words-progress = Envio de {$name}
words-open-picture = Abrir a imagem {$name}
words-too-many-files = {$count} arquivos, e uma mensagem leva no máximo {$most}. Remova alguns.
kept-scheduled-here =
    { $count ->
        [one] {$count} mensagem está agendada aqui
       *[other] {$count} mensagens estão agendadas aqui
    }
kept-due =
    { $count ->
        [one] {$count} lembrete
       *[other] {$count} lembretes
    }
kept-refused =
    { $count ->
        [one] {$count} mensagem agendada não foi enviada
       *[other] {$count} mensagens agendadas não foram enviadas
    }
kept-all = Tudo o que está agendado: {$count}
kept-message-at = Mensagem, {$time}
kept-reminder-at = Lembrete, {$time}
kept-was-due = Lembrete, era para: {$time}
kept-not-sent = Não enviada. {$why}
kept-will-be-sent = Será enviada: {$time}
kept-will-be-reminded = Você vai receber um lembrete: {$time}
kept-more-readers =
    { $count ->
        [one] e {$count} outra pessoa
       *[other] e {$count} outras pessoas
    }
kept-or-more-readers = e pelo menos {$count} outras pessoas
thread-replies =
    { $count ->
        [one] {$count} resposta
       *[other] {$count} respostas
    }
thread-deleted =
    { $count ->
        [one] {$count} excluída
       *[other] {$count} excluídas
    }
thread-last-at = última {$time}
thread-forwarded-from = Encaminhada de #{$room}, escrita por {$name}
thread-forwarded = Encaminhada, escrita por {$name}
thread-forwarded-to = Encaminhada para #{$room}
thread-open = Abrir o tópico
search-found =
    { $count ->
        [one] {$count} mensagem.
       *[other] {$count} mensagens.
    }
search-first =
    { $count ->
        [one] {$count} mensagem até aqui.
       *[other] {$count} mensagens até aqui.
    }
search-behind =
    { $count ->
        [one] Falta buscar na linha mais recente.
       *[other] Falta buscar nas {$count} linhas mais recentes.
    }
search-all = A busca cobriu tudo o que você pode ler.
switcher-search-for = Buscar “{$text}” nas mensagens
doctor-good = Certo:
doctor-bad = A mudar:
doctor-unknown = Não se sabe:
doctor-running = Examinando. Um WebSocket em silêncio é observado por {$count} s.
doctor-to-change =
    { $count ->
        [one] {$count} coisa a mudar.
       *[other] {$count} coisas a mudar.
    }
compare-takes = {$way} leva aqui {$times} vezes o tempo de um WebSocket.
compare-carries = {$way} leva aqui {$times} vezes menos mensagens que um WebSocket.
compare-weighs = {$way} pesa aqui {$times} vezes o que pesa um WebSocket.
compare-behind = Nesta conexão um WebSocket não foi o melhor: {$way} ficou à frente desta vez.
compare-shares = O que é enviado ao mesmo tempo divide as requisições.

## What a close code means

closing-done = concluído, os dois lados concordam
closing-away = o servidor ou a página vai embora
closing-protocol = um quadro violou o protocolo WebSocket
closing-kind = o outro lado não sabe ler este tipo de quadro
closing-no-code = um quadro de fechamento sem código
closing-no-frame = nenhum quadro de fechamento: a rede ou o outro lado sumiu
closing-utf8 = um quadro de texto não era UTF-8
closing-policy = contra as regras do servidor
closing-too-big = uma mensagem era grande demais
closing-extension = faltava uma extensão
closing-fault = uma falha do servidor
closing-restart = o servidor está reiniciando
closing-busy = o servidor está ocupado
closing-gateway = um gateway recebeu uma resposta ruim
closing-tls = sem conexão segura (TLS)
closing-slow = este leitor era lento demais; ele se atualiza
closing-silent = um sinal de vida ficou sem resposta
closing-no-hello = nenhum olá veio a tempo
closing-version = esta versão não é falada lá
closing-not-signed-in = sem sessão aberta
closing-none = não é um código de fechamento
closing-reserved = reservado pelo protocolo
closing-library = registrado por uma biblioteca
closing-come-back = volte
closing-stay-away = não volte
closing-comes-back = Este cliente se reconecta automaticamente
closing-stays = Este cliente não se reconecta automaticamente

## Commands of the message box

command-away = Diz que você está ausente, ou onde
command-away-said = Ausente
command-back = Não mostra mais nada sobre você
command-help = Lista os comandos
command-invite = Convida alguém; sem nome, copia o link da sala
command-invite-takes = @nome palavras
command-invites = {$name} convida {$people}
command-invites-with = {$name} convida {$people}: {$words}
command-join = Abre uma sala
command-join-takes = sala
command-later = Envia em uma hora marcada
command-later-takes = 18:00 texto
command-me = Fala de você na terceira pessoa
command-me-takes = o que você faz
command-poll = Pergunta, para responder com reações
command-poll-takes = Pergunta? | uma | outra
command-remind = Lembra você disso
command-remind-takes = me in 20 minutes texto
command-shrug = Acrescenta ¯\_(ツ)_/¯
command-spoiler = Esconde até alguém pedir
command-spoiler-takes = texto
command-status = Mostra ao lado do seu nome
command-status-takes = o que você faz
command-topic = Diz sobre o que é esta sala; - remove
command-topic-takes = sobre o que é
command-unknown = Não há comando /{$name}. Duas barras no começo enviam como está.
command-no-time = Depois de /{$name} vêm uma hora e um texto: 18:00, in 20 minutes, tomorrow 9:00.
command-no-poll = Uma enquete tem uma pergunta e de 2 a 9 respostas: /poll Chá? | Sim | Não.
command-twice-in-poll = A resposta {$answer} aparece duas vezes.
command-nobody = Ninguém que está ou escreveu aqui se chama {$name}.
command-oneself = Você já está aqui.
command-alone = Depois de /{$name} vem o conteúdo: /{$name} {$takes}.

## Skin tones

tone-none = Sem tom de pele
tone-light = Claro
tone-medium-light = Médio claro
tone-medium = Médio
tone-medium-dark = Médio escuro
tone-dark = Escuro

## Days

clock-today = Hoje
clock-yesterday = Ontem
clock-tomorrow-at = amanhã, {$time}
clock-day-at = {$day}, {$time}

## Before and after the program runs

failure-stopped = O Confab parou
failure-means = Uma falha no programa parou esta página. Nada do que você escreveu se perdeu.
boot-opening = Abrindo o Confab
boot-late = Está demorando.
boot-reload-page = Recarregar a página
boot-cannot = O Confab não pode iniciar
boot-could-not = O Confab não conseguiu iniciar
boot-stopped = O Confab parou
boot-no-webassembly = Este navegador não executa WebAssembly aqui. Atualize-o ou permita WebAssembly para este site.
boot-not-loaded = O servidor não enviou o programa inteiro. Ele pode estar reiniciando, ou a rede pode ter caído.
boot-not-started = O programa chegou, mas não iniciou.
boot-means = O programa parou nesta página. O que o servidor salvou está seguro. Recarregue para continuar.
boot-reload = Recarregar
http-no-answer = O servidor não responde. Tente de novo em instantes.

## Notifications

telling-mentions = {$name} menciona você em #{$room}
telling-writes = {$name} em #{$room}
telling-others = outras pessoas
telling-mention-you =
    { $count ->
        [one] {$count} menciona você
       *[other] {$count} mencionam você
    }

## What the server and the machine say in English: said again in this language

## (a sentence is known by its English words)

said-file-no-name = O arquivo não tem nome.
said-file-name-long = O nome do arquivo passa de 255 bytes.
said-file-name-path = O nome do arquivo é um caminho. Envie-o com um nome simples.
said-file-name-unseen = O nome do arquivo tem caracteres que não se veem.
said-emoji-before-words = Antes do texto vem um só emoji.
said-status-empty = Um status precisa de texto.
said-status-long = Um status tem no máximo {$number} caracteres.
said-status-sign = Um status não pode conter {$sign}.
said-topic-empty = Um tópico precisa de palavras visíveis.
said-topic-long = Um tópico tem no máximo {$number} caracteres.
said-topic-sign = Um tópico não pode conter {$sign}.
said-message-empty = Uma mensagem precisa de algum texto.
said-message-long = {$chars} de {$most} caracteres.
said-message-control = O texto tem um caractere de controle ({$sign}) que não pode ser enviado.
said-one-emoji = Uma reação é um só emoji.
said-room-empty = Uma sala precisa de um nome.
said-room-long = O nome de uma sala tem no máximo {$number} caracteres.
said-room-sign = O nome de uma sala é feito de letras, números, - e _; {$sign} não é nada disso.
said-room-start = O nome de uma sala começa com uma letra ou um número.
said-name-empty = Escolha um nome.
said-name-long = Um nome tem no máximo {$number} caracteres.
said-name-sign = Um nome não pode conter {$sign}.
said-sign-quoted = “{$letter}”
said-name-letter = Um nome tem pelo menos uma letra ou um número.
said-name-script = Um nome é escrito em um só alfabeto, para não se passar por outro.
said-name-taken = Alguém aqui tem este nome. Acrescente uma letra ou um lugar.
said-room-taken = Já existe uma sala com este nome.
said-server-full = O servidor já tem todas as conexões que aceita. Tente de novo em instantes.
said-address-full = Vêm conexões demais do seu endereço. Feche uma, ou tente de novo em instantes.
said-connecting-full = Há gente demais se conectando ao mesmo tempo. Tente de novo em instantes.
said-address-fast = Seu endereço se conecta com frequência demais. Tente de novo em instantes.
said-owner-rooms = Só o dono cria salas neste servidor.
said-owner-sees = Só o dono vê como está o servidor.
said-owner-examines = Só o dono examina este servidor.
said-owner-deletes = Só quem escreveu e o dono retiram uma mensagem.
said-owner-changes = Só o dono muda uma sala.
said-no-room = Essa sala não existe.
said-room-unread = A sala não pode ser lida agora. Siga-a de novo mais tarde.
said-not-now = O servidor não pode fazer isto agora. Tente mais tarde.
said-files-most = Uma mensagem leva no máximo {$number} arquivos.
said-too-fast = Quadros demais, rápido demais. Espere um segundo e continue.
said-restarts = O servidor está reiniciando. Conecte-se de novo e repita.
said-rooms-most = Este servidor tem {$number} salas, e esse é o máximo.
said-draft-long = Um rascunho de {$number} caracteres fica no seu dispositivo.
said-code-wrong = Este código está errado, já foi usado ou expirou. Obtenha um novo no seu outro dispositivo.
said-plan-far = Nada é agendado com mais de um ano de antecedência.
said-plan-gone = Entretanto foi enviado ou excluído, e nada foi alterado.
said-plan-leaves = Está sendo enviada neste momento.
said-too-often = Você faz isto com frequência demais. Espere um momento.
said-sign-in = Entre primeiro.
said-login-ended = Esta sessão terminou; entre de novo.
said-sign-in-crowd = Muitas pessoas estão entrando agora; tente de novo em instantes.
said-examined = Um exame já está em andamento.
said-address-form = Um endereço é https:// ou http://, um host, e uma porta se for incomum.
said-foreign-file = Este arquivo é de outra pessoa.
said-no-files = Este servidor não aceita arquivos.
said-file-large = O arquivo passa de {$size}.
said-files-large = Seus arquivos passariam de {$size} juntos.
said-files-count = Você tem {$number} arquivos aqui, e esse é o máximo.
said-upload-elsewhere = Outra requisição continua este envio.
said-upload-more = Vieram mais bytes que o anunciado.
said-file-lies = O arquivo não é o que diz ser, e sim {$kind}.
said-file-damaged = O arquivo está danificado: começa como {$kind}, mas {$what}.
said-kind-picture = uma imagem
said-kind-film = um vídeo
said-kind-sound = um áudio
said-kind-pdf = um PDF
said-kind-text = um texto
said-kind-other = outra coisa
said-damage-early = termina cedo demais
said-damage-size = não tem largura ou não tem altura
said-damage-parts = tem partes demais
said-damage-begin = uma parte não começa onde deveria
said-damage-longer = uma parte é maior que o arquivo
said-damage-length = tem uma parte sem comprimento
said-damage-place = tem uma parte onde não pode haver nenhuma
said-damage-two = tem dois tamanhos, ou cores que não existem
said-damage-before = tem pixels antes do tamanho
said-damage-no-pixels = não tem pixels
said-damage-colours = tem cores que não existem
said-damage-header = não começa com um único cabeçalho
said-damage-unbegun = seus pixels não começam
said-damage-misplaced = uma parte é curta demais ou está fora do lugar
said-damage-long = é longo demais
said-size-bytes = {$number} bytes
said-size-megabytes = {$number} MB
said-picture-large = Uma imagem de {$width} por {$height} pixels é grande demais para ser mostrada.
said-disk-full-file = O disco do servidor está cheio; o arquivo não foi salvo.
said-disk-full = O disco do servidor está cheio; nada foi salvo.
said-no-file = Esse arquivo não existe.
said-bytes-gone = Este navegador não tem mais o arquivo. Escolha-o de novo.
said-files-crowd = Há arquivos demais a caminho; tente de novo em instantes.
said-files-away = O servidor não alcança seus arquivos agora; tente de novo.
said-data-away = O servidor não alcança seus dados agora; tente de novo.
said-taken-back = Esta mensagem foi retirada.
said-foreign-message = Esta mensagem é de outra pessoa.
said-edited-since = Esta mensagem foi editada depois que você a viu.
said-so-already = Esta mensagem já está assim.
said-reactions-most = Uma mensagem tem no máximo {$number} reações diferentes.
said-pins-most = Uma sala tem no máximo {$number} mensagens fixadas.
said-file-elsewhere = Um arquivo desta mensagem já está em outra.
said-no-message = Essa mensagem não existe.
said-id-used = O id desta mensagem foi usado para outro texto.
said-about-to-restart = O servidor está prestes a reiniciar.
said-upload-broke = O envio foi cortado; continua de onde parou.
said-readers-hidden = Você não mostra até onde leu, então também não vê até onde os outros leram.
said-search-away = O servidor não pode buscar agora; tente de novo.
said-search-long = Uma busca tem no máximo {$most} caracteres; esta tem {$chars}.
said-search-words = Uma busca tem no máximo {$number} palavras.
said-search-empty = Não há nada para buscar.
said-search-no-date = “{$value}” não é uma data. Datas se escrevem assim: 2026-11-01.
said-busy = O servidor está ocupado; tente de novo em instantes.
said-slow = A resposta demorou demais. Tente de novo.
said-unanswered = O servidor não respondeu por 20 s. Tentar de novo não a publica duas vezes.
said-disk-full-kept = O disco do servidor está cheio. Seu texto fica guardado aqui.
said-other-name = Foi escrita com outro nome. Tentar de novo a envia com este.
said-room-offline = Uma sala precisa do servidor, e não há conexão com ele agora.
said-room-lost = A conexão se perdeu antes da resposta do servidor. Se a sala foi criada, estará na lista.
said-room-unanswered = O servidor não respondeu por 20 s. Se a sala foi criada, estará na lista.
said-stopped-here = Parado neste dispositivo.
said-ended-for-good = O servidor encerrou a conexão de vez: {$why}.
said-close-none = nenhum motivo foi dado
said-close-done = concluído
said-close-away = vai embora
said-close-text = aqui só se leem quadros de texto
said-close-utf8 = o texto deve ser UTF-8
said-close-rules = quadros demais contra as regras
said-close-large = a mensagem passa de {$number} bytes
said-close-fault = uma falha do servidor
said-close-restarts = o servidor está reiniciando
said-close-busy = o servidor está ocupado
said-close-slow = leitura lenta demais; volte e atualize-se
said-close-silent = um ping ficou sem resposta
said-close-hello = nenhum olá veio a tempo
said-close-version = esta versão não é falada aqui; atualize o cliente
said-close-sign-in = entre primeiro
said-compare-no = O servidor não responde por este caminho.
said-no-stream = O navegador não abre nenhum fluxo aqui.
said-no-answer = O servidor não respondeu.
said-link-gone = A conexão não existe mais.
said-stream-bad = O fluxo terminou em algo ilegível.
said-stream-broke = O fluxo caiu.
said-cut-here = A conexão foi cortada no painel de conexão.
said-refused-here = A conexão foi recusada no painel de conexão, como em uma rede sem WebSocket.
said-no-socket = O navegador não abre nenhum socket aqui.
said-link-broke = A conexão caiu.
said-plans-most = Já há {$number} mensagens e lembretes à espera.
said-plan-files = Um lembrete não leva arquivos.
said-drafts-most = Já há {$number} rascunhos guardados.
said-uploads-most = Já há {$number} arquivos a caminho, e esse é o máximo.
said-requests-most = Já há {$number} requisições à espera de resposta.
said-echoes = Há ecos demais em andamento; tente de novo.
said-examinations = Há exames demais em andamento.
said-examined-own = O servidor só examina os próprios endereços. Se {$url} for um deles, inicie-o com --allow-origin {$url}.
said-doctor-certificate-ends = O certificado expira em {$number} dias.
said-doctor-certificate-good = O certificado vale por mais {$number} dias.
said-doctor-certificate-expired = O certificado expirou: nenhum navegador se conecta.
said-doctor-certificate-early = O certificado ainda não é válido: ele começa mais tarde, ou um relógio está errado.
said-doctor-certificate-chain = Nenhuma cadeia leva do certificado a uma autoridade que os navegadores conheçam: faltam os certificados intermediários, ou ele é autoassinado.
said-doctor-certificate-name = O certificado é para outro nome que não o do endereço.
said-doctor-no-tls = Não há TLS: {$why}.
said-doctor-not-itself = O servidor não alcança a si mesmo ali: {$why}. Em algumas redes ninguém de dentro alcança o endereço público; então só conta um olhar de fora.
said-doctor-nobody = Ninguém responde ali: {$why}.
said-doctor-proxy = O proxy não alcança o Confab: responde com {$number}.
said-doctor-own-name = O Confab não se reconhece pelo nome de host que chega a ele.
said-doctor-other = Ali responde algo que não é o Confab, com {$number}.
said-doctor-answers-as = O Confab {$version} responde.
said-doctor-answers = O Confab responde.
said-doctor-host = O nome de host chega.
said-doctor-host-lost = O nome de host não chega: o servidor vê {$seen} em vez de {$host}, e toma páginas próprias por alheias.
said-doctor-upgrade-lost = As mudanças de protocolo não chegam: o proxy tira os cabeçalhos Upgrade e Connection, por isso nenhum WebSocket se abre.
said-doctor-upgrade = Um WebSocket se abre e leva mensagens.
said-doctor-page-foreign = O servidor toma a página de {$url} pela de outro site e a recusa.
said-doctor-refused = O servidor recusa o WebSocket: não se reconhece por este nome de host.
said-doctor-upgrade-status = Nenhum WebSocket se abre: a resposta à mudança de protocolo é {$number} em vez de 101.
said-doctor-upgrade-none = Nenhum WebSocket se abre. Um navegador não diz por quê; quase sempre um proxy tira os cabeçalhos Upgrade e Connection.
said-doctor-upgrade-empty = Um WebSocket se abre, mas não leva nada: {$why}.
said-doctor-large = Uma mensagem de {$number} bytes chega.
said-doctor-large-lost = Uma mensagem de {$number} bytes não chega por um WebSocket.
said-doctor-idle-short = Um WebSocket em silêncio vive {$number} s; se vive os {$needed} s necessários não foi testado.
said-doctor-idle = Um WebSocket em silêncio vive {$number} s.
said-doctor-idle-cut = Um WebSocket em silêncio é cortado após {$number} s; precisa viver {$needed} s.
said-doctor-slow-cut = Uma resposta lenta é cortada antes do fim.
said-doctor-held-back = As respostas são retidas até estarem inteiras: um fluxo de eventos não traz nada até terminar.
said-doctor-slow = Uma resposta lenta chega pedaço por pedaço.
said-doctor-body = Uma requisição com {$number} bytes de conteúdo chega.
said-doctor-body-large = Requisições com {$number} bytes de conteúdo são recusadas por serem grandes demais.
said-doctor-body-status = Uma requisição com {$number} bytes de conteúdo recebe {$status}.
said-doctor-clocks = O relógio do servidor e este diferem em {$number} s; um deles está errado.
said-doctor-clock = O relógio do servidor está certo.
said-doctor-disk-low = Restam só {$number} MiB no disco.
said-doctor-disk = Restam {$number} MiB no disco.
said-doctor-files-few = O servidor pode manter {$number} arquivos abertos, e assim menos conexões.
said-doctor-files = O servidor pode manter {$number} arquivos abertos.
said-doctor-why-late = nenhuma resposta chega a tempo
said-doctor-why-none = nenhuma resposta chega
said-doctor-why-unconnected = nenhuma conexão se estabelece a tempo
said-doctor-why-elsewhere = o nome não leva a nenhum endereço deste servidor
said-doctor-why-echo = nenhum eco volta
said-fix-machine = a máquina
said-fix-renew = renove-o, depois: {$line}
said-fix-renews = remova a linha tls com arquivos, para que o Caddy renove sozinho
said-fix-certificate = {$line} com o certificado desse nome
said-fix-site = {$line} como endereço do site
said-fix-keep = remova {$line}; mantenha mode http
said-fix-headers = remova Upgrade e Connection de customRequestHeaders
said-fix-remove-both = remova {$line} e {$other}
said-fix-buffering = remova o middleware buffering
said-fix-remove = remova {$line}
said-fix-disk = --data PASTA em um disco maior; antes pare o servidor e mova a pasta
said-fix-service = {$line} na seção [Service] do serviço
said-host-unknown = Este servidor não é conhecido por esse nome de host. Inicie-o com --allow-origin e o endereço da página, por exemplo --allow-origin https://chat.example.
said-page-foreign = A página que pergunta é de outro site. Inicie o servidor com --allow-origin e a origem dessa página se ela puder usar este servidor.
said-server-closes = O servidor está prestes a fechar.

## Marked unread
mark-unread = Marcar como não lida daqui
unread-marked = Não lida daqui em diante
unread-only-own = Daqui em diante tudo é seu, e suas próprias mensagens nunca ficam como não lidas.

## Threads that are followed
thread-followed = Seguindo
thread-follow = Seguir
thread-follow-means = As respostas novas contam em Tópicos, e você é avisado
thread-list-threads = Tópicos
thread-list-close = Fechar os tópicos (Esc)
thread-list-none = Ainda não há tópicos. Aqui ficam os que você inicia, em que responde ou que segue.
thread-list-new-in =
    { $count ->
        [one] {$count} tópico com respostas novas
       *[other] {$count} tópicos com respostas novas
    }
