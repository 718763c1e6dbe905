# The words of Confab's pages: Spanish. The keys are those of the English file.

## shared

try-now = Reintentar ahora
close = Cerrar
show = Mostrar
emoji = Emoji
cancel = Cancelar
save = Guardar
you-can-go-on-writing = Puedes seguir escribiendo.
back-to-the-room = Volver a la sala
close-esc = Cerrar (Esc)
copied = Copiado
frames-in = Tramas recibidas
frames-out = Tramas enviadas
bytes-in = Bytes recibidos
bytes-out = Bytes enviados
handshake = Handshake
connecting = Conectando
round-trip = Ida y vuelta
last-5-min = últimos 5 min
settings = Ajustes
server = Servidor
discard = Descartar
you = Tú
on-this-device = En este dispositivo
retry = Reintentar
react = Reaccionar
pinned-messages = Mensajes fijados
topic = Tema
topic-of-the-room = Tema: {$topic}
topic-set = {$name} puso el tema: {$topic}
topic-removed = {$name} quitó el tema
log-too-old = Algo que esta página es demasiado antigua para mostrar. Recárgala.
topic-about = De qué trata esta sala
topic-help = Una línea. Todos aquí la ven encima de los mensajes.
topic-remove = Quitar
topic-save = Poner el tema
unpin = Desfijar
text-copied = Texto copiado
message-actions = Acciones del mensaje
reply = Responder
new-room = Sala nueva
rooms = Salas
people-here = Personas aquí
add-a-reaction = Añadir una reacción
nothing-yet = Nada todavía.
writing = Escritura
attach-files = Adjuntar archivos
code = Código
connection-panel = Panel de conexión
keyboard-shortcuts = Atajos de teclado
for-an-hour = Durante una hora
show-more = Mostrar más

## acts

acts-link-copied = Enlace copiado
acts-room-link-copied = Enlace de la sala copiado
acts-this-browser-did-not-let = Este navegador no permitió que la página copiara

## banner

banner-sign-in = Iniciar sesión
banner-the-server-has-a-newer = El servidor tiene una versión más nueva. Recarga para seguir; nada de lo que escribiste se pierde.
banner-reload = Recargar
banner-this-browser-keeps-nothing-unsent = Este navegador no conserva nada: los mensajes sin enviar se pierden al recargar.
banner-too-many-messages-wait-on = Hay demasiados mensajes esperando en este dispositivo. El último está otra vez en el cuadro de mensaje.
banner-no-link-to-the-server = Sin conexión con el servidor.
banner-trying-now = Reintentando

## blank

blank-nothing-here-yet = Aquí no hay nada todavía
blank-loading-the-newest-messages = Cargando los mensajes más recientes
blank-this-room-did-not-load = Esta sala no se cargó
blank-nothing-you-wrote-is-lost = Nada de lo que escribiste se ha perdido.

## chat

chat-skip-to-the-message-box = Ir al cuadro de mensaje

## composer

composer-send-message = Enviar mensaje
composer-write-a-message = Escribir un mensaje
composer-do-not-reply = Cancelar la respuesta
composer-insert-emoji = Insertar emoji

## edit-box

edit-box-edit-your-message = Edita tu mensaje
edit-box-edit-message = Editar mensaje
edit-box-message-is-gone = El mensaje se eliminó mientras tanto. Lo que escribiste está en el cuadro de mensaje.

## emoji-picker

emoji-picker-search-emoji = Buscar emoji
emoji-picker-skin-tone = Tono de piel
emoji-picker-fetching-the-emoji = Cargando los emojis…
emoji-picker-no-emoji-has-this-name = Ningún emoji se llama así.
emoji-picker-found = Encontrados
emoji-picker-last-used = Usados hace poco
emoji-smileys = Caritas
emoji-people = Personas
emoji-nature = Naturaleza
emoji-food = Comida
emoji-travel = Viajes
emoji-activities = Actividades
emoji-objects = Objetos
emoji-symbols = Símbolos
emoji-flags = Banderas
emoji-flag-of = Bandera: {$country}

## fold

fold-show-less = Mostrar menos
fold-show-all = Mostrar todo

## wire

wire-connection = Conexión
wire-connection-details = Detalles de la conexión
wire-copy-as-text = Copiar como texto
wire-not-copied-this-browser-does = No se copió: este navegador no lo permite
wire-a-report-for-a-bug = Un informe para un gestor de incidencias; no incluye lo que la gente escribió

## wire-break-it

wire-break-it-break-it = Rómpelo
wire-break-it-try-to-lose-a-message = Intenta perder un mensaje. Solo afecta a esta pestaña.
wire-break-it-drop-the-link = Cortar la conexión
wire-break-it-go-silent = Quedarse en silencio
wire-break-it-add-2-s-delay = Añadir 2 s de retraso
wire-break-it-lose-10 = Perder un 10 %
wire-break-it-refuse-websocket = Rechazar WebSocket

## wire-compare

wire-compare-compare-the-transports = Comparar los transportes
wire-compare-stop = Parar
wire-compare-some-hundred-small-messages-by = Unos cientos de mensajes pequeños por cada vía, en conexiones propias aparte de esta. Tarda unos segundos.
wire-compare-a-requests-headers-are-counted = Las cabeceras de una petición se cuentan como las vio el servidor, antes de que HTTP/2 las comprima; las tramas de un WebSocket, al byte.
wire-compare-compare = Comparación

## wire-facts

wire-facts-outbox = Bandeja de salida
wire-facts-clock-offset = Desfase del reloj
wire-facts-this-page = Esta página

## wire-frames

wire-frames-last-frames = Últimas tramas
wire-frames-blank-text = Ocultar el texto
wire-frames-pause = Pausa
wire-frames-filter-by-kind-post-entries = Filtrar por tipo: post, entries, ping
wire-frames-filter-frames-by-kind = Filtrar tramas por tipo
wire-frames-no-such-frame-yet = Todavía no hay ninguna trama así.
wire-frames-it-is-not-kept-any = Ya no se conserva.
wire-frames-what-the-frame-carries = Lo que lleva la trama

## wire-handshake

wire-handshake-not-tried-yet = sin probar aún
wire-handshake-address = Dirección
wire-handshake-welcome = Bienvenida
wire-handshake-heartbeat = Latido
wire-handshake-versions = Versiones
wire-handshake-asked-no-answer-yet = pedido, aún sin respuesta
wire-handshake-did-not-open = no se abrió
wire-handshake-not-yet = aún no
wire-handshake-did-not-come = no llegó
wire-handshake-no-link-to-listen-to = no hay conexión que escuchar
wire-handshake-not-known-yet = aún no se sabe

## wire-history

wire-history-server-has = El servidor tiene
wire-history-you-have = Tú tienes
wire-history-missing = Faltan
wire-history-history = Historial

## wire-lives

wire-lives-how-this-connection-lives = Cómo vive esta conexión
wire-lives-nothing-was-tried-yet = Aún no se ha probado nada.
wire-lives-no-ping-was-answered-yet = Aún no se ha respondido ningún ping.
wire-lives-no-connection-of-this-page = Aún no ha terminado ninguna conexión de esta página.
wire-lives-no-try-of-this-page = No ha fallado ningún intento de esta página.
wire-lives-no-room-is-here-yet = Aún no hay ninguna sala aquí.

## wire-now

wire-now-state = Estado

## wire-recording

wire-recording-flight-recorder = Caja negra
wire-recording-all-that-this-page-was = Todo lo que esta página recibió e hizo, sin lo que escribió la gente. Se puede reproducir con el mismo cliente.
wire-recording-save-recording = Guardar la grabación

## wire-tries

wire-tries-connections = Conexiones
wire-tries-the-next-at-once = Próximo intento enseguida

## wire-trips

wire-trips-now = ahora
wire-trips-not-measured = sin medir

## wire-way

wire-way-transport = Transporte
wire-way-the-best-that-there-is = El mejor que hay. Donde una red lo bloquea, se usa otra vía.
wire-way-websocket-does-not-get-through = WebSocket no pasa por aquí. Los mensajes llegan como un flujo de eventos y salen como peticiones. WebSocket se vuelve a probar automáticamente.
wire-way-neither-websocket-nor-a-stream = Por aquí no pasan ni WebSocket ni un flujo. Cada respuesta se pide, así que todo cuesta un poco más. WebSocket se vuelve a probar automáticamente.
wire-way-chosen-on-this-device-no = Elegido en este dispositivo. No se prueba ninguna otra vía.

## jump-pill

jump-pill-jump-to-newest = Ir a lo más reciente
jump-pill-newest = Lo más reciente
jump-pill-mark-read = Marcar como leído

## log

log-fetching-older-messages = Cargando mensajes anteriores…
log-the-beginning-of-this-room = El comienzo de esta sala

## message

message-edited = editado
message-edit-again = Editar otra vez
message-pinned = Fijado
message-only-in-this-page = Solo en esta página

## message-dialogs

message-dialogs-delete-this-message-for-everyone = ¿Eliminar este mensaje para todos?
message-dialogs-it-is-gone-already = Ya no está.
message-dialogs-message-deleted = Mensaje eliminado
message-dialogs-keep = Conservar
message-dialogs-delete-message = Eliminar mensaje
message-dialogs-its-text-also-what-it = Su texto, también lo que decía antes, se borra para todos. No se puede deshacer.
message-dialogs-what-it-said-before = Lo que decía antes
message-dialogs-the-message-was-deleted = El mensaje se eliminó.
message-dialogs-fetching-what-it-said-before = Cargando lo que decía antes…
message-dialogs-fetching-what-is-pinned = Cargando lo fijado…
message-dialogs-nothing-is-pinned-to-this = No hay nada fijado en esta sala. Fija lo que la gente deba volver a encontrar: abre el menú de un mensaje y elige «Fijar en la sala».
message-dialogs-go-to-it = Ir al mensaje

## message-menu

message-menu-more-reactions = Más reacciones
message-menu-edit = Editar
message-menu-pin-to-room = Fijar en la sala
message-menu-copy-text = Copiar texto
message-menu-delete-for-everyone = Eliminar para todos…

## never-confirmed

never-confirmed-never-confirmed = Nunca confirmados
never-confirmed-discard-all = Descartar todo
never-confirmed-later = Más tarde
never-confirmed-these-were-written-under-a = Se escribieron en una sesión que ya terminó, así que no se envían. Alguno que estaba en camino puede estar ya guardado: compruébalo antes de enviarlo otra vez.
never-confirmed-put-into-the-message-box = Poner en el cuadro de mensaje
never-confirmed-somebody = Alguien
never-confirmed-a-room-that-is-not = una sala que no está aquí

## new-room

new-room-name = Nombre
new-room-letters-digits-and-everybody-here = Letras, números, - y _. Cualquiera de aquí puede unirse.
new-room-make-room = Crear sala
new-room-making-the-room = Creando la sala

## offers

offers-commands = Comandos
offers-people = Personas

## people-list

people-list-not-known-while-the-link = no se sabe mientras no hay conexión
people-list-you = tú

## plans

plans-in-20-minutes = Dentro de 20 minutos
plans-in-3-hours = Dentro de 3 horas

## quote

quote-jump-to-the-original = Ir al original
quote-in-reply-to = En respuesta a
quote-a-message-that-was-deleted = Un mensaje eliminado

## room-head

room-head-rooms-and-people = Salas y personas

## room-list

room-list-draft = Borrador
room-list-has-a-draft = tiene un borrador
room-list-muted = Silenciada
room-list-muted-2 = silenciada

## server

server-server-details = Detalles del servidor

## server-counted

server-counted-ended = Terminadas
server-counted-not-opened = No abiertas
server-counted-not-delivered = No entregado
server-counted-came-back = Volvieron
server-counted-since-the-start = desde el arranque
server-counted-by-the-server = por el servidor
server-counted-by-the-client = por el cliente
server-counted-by-the-network = por la red
server-counted-asked-for-under-another-host = pedido con otro nombre de host
server-counted-from-a-page-of-another = desde una página de otro sitio
server-counted-without-a-request-for-an = sin petición de cambio de protocolo
server-counted-in-another-version-of-websocket = en otra versión de WebSocket
server-counted-without-a-good-key = sin una clave válida
server-counted-in-another-subprotocol = en otro subprotocolo
server-counted-with-a-name-or-room = con un nombre o una sala no válidos
server-counted-beyond-the-number-of-connections = por encima del máximo de conexiones
server-counted-beyond-the-number-of-one = por encima del máximo por dirección
server-counted-too-many-at-once = demasiadas a la vez
server-counted-too-many-at-once-from = demasiadas a la vez desde una dirección
server-counted-signals-typing-presence-to-readers = señales (escritura, presencia) a lectores retrasados
server-counted-readers-closed-as-too-slow = lectores cerrados por lentos; vuelven y se ponen al día
server-counted-rooms-went-on-where-the = salas que siguieron donde estaba el lector
server-counted-rooms-began-with-the-newest = salas que empezaron por la página más reciente
server-counted-rooms-began-anew-another-log = salas que empezaron de nuevo: otro registro o demasiado retraso

## server-doctor

server-doctor-doctor = Diagnóstico
server-doctor-public-address = Dirección pública
server-doctor-examining = Examinando
server-doctor-examine = Examinar
server-doctor-lines-for = Líneas para

## server-doctor-finding

server-doctor-finding-copy = Copiar
server-doctor-finding-not-copied = No copiado

## server-times

server-times-from-a-ping-to-its = de un ping a su respuesta
server-times-storing = Guardado
server-times-until-a-message-is-on = hasta que un mensaje está en el disco
server-times-fan-out = Difusión
server-times-until-it-is-on-its = hasta que va camino de cada lector

## server-traffic

server-traffic-by-websocket = por WebSocket
server-traffic-by-lines = por líneas
server-traffic-by-event-stream = por flujo de eventos
server-traffic-by-polling = por sondeo
server-traffic-messages-stored = Mensajes guardados
server-traffic-most-waiting-for-one = Máximo en espera para un lector
server-traffic-memory = Memoria
server-traffic-processor = Procesador
server-traffic-right-now = Ahora mismo

## settings

settings-system = Sistema
settings-light = Claro
settings-dark = Oscuro
settings-theme = Tema
settings-sign-out-here = Cerrar sesión aquí
settings-ends-the-login-of-this = Termina la sesión de este navegador.
settings-this-browser = Este navegador

## shortcuts

shortcuts-getting-about = Moverse
shortcuts-to-a-room-person-or = Ir a una sala, persona o panel
shortcuts-next-or-previous-room = Sala siguiente o anterior
shortcuts-next-or-previous-unread = Sala sin leer siguiente o anterior
shortcuts-next-or-previous-region = Zona siguiente o anterior
shortcuts-send = Enviar
shortcuts-new-line-2 = Línea nueva
shortcuts-edit-my-last-in-an = Editar mi último mensaje, con el cuadro vacío
shortcuts-to-the-message-box = Ir al cuadro de mensaje
shortcuts-any-letter = cualquier letra
shortcuts-people-rooms-emoji-commands = Personas, salas, emoji, comandos
shortcuts-bold-italic = Negrita, cursiva
shortcuts-struck-out = Tachado
shortcuts-the-rest = Lo demás
shortcuts-close-what-is-open-then = Cerrar lo abierto y luego marcar la sala como leída
shortcuts-search-this-room-everywhere = Buscar en esta sala, en todas
shortcuts-this-list = Esta lista
shortcuts-among-messages = Entre mensajes
shortcuts-older-or-newer-message = Mensaje anterior o posterior
shortcuts-oldest-or-newest-message = Primer o último mensaje
shortcuts-what-can-be-done-with = Qué se puede hacer con el mensaje
shortcuts-reply-react = Responder, reaccionar
shortcuts-reply-in-thread-forward = Responder en el hilo, reenviar
shortcuts-edit-delete = Editar, eliminar
shortcuts-pin-or-unpin = Fijar o desfijar
shortcuts-copy-its-link-its-text = Copiar su enlace, su texto

## sidebar

sidebar-close-menu = Cerrar el menú
sidebar-workspace = Espacio de trabajo

## sign-out

sign-out-sign-out = ¿Cerrar sesión?
sign-out-stay = Quedarme
sign-out-sign-out-2 = Cerrar sesión
sign-out-signing-out = Cerrando sesión
sign-out-discard-and-sign-out = Descartar y cerrar sesión
sign-out-keep-and-sign-out = Conservar y cerrar sesión

## start-failed

start-failed-confab-did-not-start = Confab no arrancó

## status

status-your-status = Tu estado
status-in-words = Texto del estado
status-clear = Borrar
status-do-not-disturb = No molestar
status-nothing-is-told-to-you = No se te avisa de nada, y los demás lo ven
status-saving = Guardando
status-until-i-change-it = Hasta que lo cambie
status-for-30-minutes = Durante 30 minutos
status-for-4-hours = Durante 4 horas
status-for-how-long = Cuánto tiempo
status-does-not-want-to-be = No quiere que le molesten

## text

text-show-or-hide = Mostrar u ocultar
text-spoiler = Spoiler
text-copy-code = Copiar código

## told

told-show-notifications-on-this-device = Mostrar notificaciones en este dispositivo
told-tell-me-about = Avísame de
told-notifications = Notificaciones
told-words-that-count-as-a = Palabras que cuentan como mención
told-with-commas-between-them = Separadas por comas.
told-quiet-from = Silencio desde
told-quiet-to = Silencio hasta
told-quiet-hours = Horario de silencio
told-nothing-is-told-in-them = Durante ese tiempo no se avisa de nada
told-sound = Sonido
told-notifications-of-this-room = Notificaciones de esta sala
told-or-nothing-at-all-for = O nada durante un rato:
told-unmute = Dejar de silenciar
told-for-8-hours = Durante 8 horas
told-notifications-of-this-room-none = Notificaciones de esta sala: ninguna
told-this-browser-blocks-notifications-from = Este navegador bloquea las notificaciones de aquí. Permítelas en los ajustes del sitio, a la izquierda de la dirección.
told-this-browser-shows-notifications-only = Este navegador solo muestra notificaciones de páginas que llegan por https.
told-mentions = Menciones
told-everything = Todo
told-nothing = Nada
told-do-not-disturb = no molestar
told-none = Ninguno
told-drop = Gota
told-chime = Campana
told-knock = Toque

## tools

tools-copy-link = Copiar enlace
tools-react = Reaccionar (+)
tools-reply-r = Responder (R)
tools-more-actions = Más acciones
tools-more = Más

## welcome

welcome-kept-from-the-moment-you = Se conserva desde que pulsas Enter, incluso sin red.
welcome-stored-as-1 = Guardado como #1
welcome-shown-only-once-it-is = Se muestra solo cuando está en el disco del servidor.
welcome-not-stored = No guardado
welcome-you-keep-the-text-retry = Conservas el texto. Reintentar nunca lo publica dos veces.
welcome-as-the-others-will-see = Como lo verán los demás.
welcome-set-up-your-server = Prepara tu servidor
welcome-nobody-has-been-here-before = Nadie ha estado aquí antes que tú, así que este servidor será tuyo.
welcome-your-name = Tu nombre
welcome-open-confab = Abrir Confab
welcome-opening = Abriendo
welcome-no-e-mail-address-no = Sin correo, sin contraseña, sin registro en ninguna parte. Todo se queda en este servidor.
welcome-join-confab = Únete a Confab
welcome-what-should-we-call-you = ¿Cómo te llamamos?
welcome-join = Unirme
welcome-joining = Entrando
welcome-no-account-needed-this-browser = No hace falta cuenta: este navegador te recuerda.
devices = Tus dispositivos
devices-why = Sé la misma persona también en otro dispositivo: tus salas, borradores y lo que has leído te acompañan.
devices-get = Obtener un código
devices-getting = Obteniendo un código…
devices-get-another = Obtener otro código
devices-over = El código ya ha caducado.
devices-how = En el otro dispositivo elige «{$choice}» y escríbelo allí, o abre el enlace allí. Sirve una vez, durante {$minutes ->
    [one] {$minutes} minuto
   *[other] {$minutes} minutos
}.
devices-already-here = Ya estoy aquí en otro dispositivo
devices-title = Inicia sesión en este dispositivo
devices-lead = Donde ya tienes la sesión iniciada, abre los ajustes y obtén un código en «Tus dispositivos».
devices-code = Tu código
devices-code-help = Diez letras y cifras, tal como las muestra tu otro dispositivo.
devices-sign-in = Iniciar sesión
devices-signing-in = Iniciando sesión…
devices-new-here = Es mi primera vez aquí

## words

words-catching-up = Poniéndose al día
words-offline-trying-again = Sin conexión · reintentando
words-offline-no-network = Sin conexión · sin red
words-signed-out = Sesión cerrada
words-this-page-is-out-of = Esta página está desactualizada
words-stopped = Detenido
words-link-cut = conexión cortada
words-2-s-delay = retraso de 2 s
words-10-lost = 10 % perdido
words-no-websocket = sin WebSocket
words-no-network-on-this-device = Este dispositivo no tiene red. Se reintenta en cuanto vuelva.
words-what-you-write-waits-on = Lo que escribes espera en este dispositivo.
words-it-goes-out-when-the = Se envía cuando vuelva la conexión, una sola vez.
words-both-go-out-when-the = Ambos se envían cuando vuelva la conexión, en este orden, una sola vez.
words-you-were-signed-out = Se cerró tu sesión.
words-back-online = De nuevo en línea.
words-several-people-are-typing = Varias personas están escribiendo
words-attach-files-or-drop-them = Adjunta archivos o suéltalos en cualquier sitio
words-drop-to-attach = Suelta para adjuntar
words-files-for-this-message = Archivos de este mensaje
words-waiting-for-its-turn = Esperando su turno
words-interrupted-it-goes-on-by = Interrumpido. Continúa automáticamente.
words-file-goes-with-the-page = Este navegador no lo guarda: si recargas antes de que se suba, se pierde.
words-remove = Quitar
words-a-file-was-refused-retry = Se rechazó un archivo. Antes, reintenta o quítalo.
words-a-file-was-refused = Se rechazó un archivo. Quítalo antes.
words-goes-out-when-its-files = Se envía cuando sus archivos estén en el servidor.
words-files-in-this-room = Archivos de esta sala
words-nobody-has-sent-a-file = Nadie ha enviado un archivo aquí todavía. Suelta uno en cualquier sitio o pulsa el clip.
words-attach-it-as-a-file = Adjuntarlo como archivo
words-picture = Imagen
words-fetching-what-was-sent-here = Cargando lo enviado aquí…
words-jump-to-a-date = Ir a una fecha
words-day = Día
words-go-there = Ir
words-nothing-was-written-since-that = No se ha escrito nada desde ese día.
words-choose-a-day-first = Elige primero un día.

## compare

compare-round-trip-median-and-p99 = Ida y vuelta, mediana y p99
compare-messages-per-second = Mensajes por segundo
compare-bytes-per-message-there-and = Bytes por mensaje, ida y vuelta
compare-no-websocket-gets-through-here = Por aquí no pasa ningún WebSocket, así que no hay nada que comparar.
compare-nothing-but-the-websocket-answered = Solo respondió el WebSocket.

## doctor

doctor-looks-at-this-server-as = Examina este servidor tal como lo ven sus visitantes, desde este navegador y desde el propio servidor, y dice qué cambiar.
doctor-as-visitors-type-it = Como la escriben los visitantes.
doctor-this-page-came-from-another = Esta página vino de otra dirección, así que el examen se hace solo desde el servidor. Abre esa dirección para examinarlo también desde un navegador.
doctor-the-examination-took-too-long = El examen tardó demasiado y se interrumpió.
doctor-from-this-browser = Desde este navegador
doctor-from-the-server-itself = Desde el propio servidor
doctor-nothing-to-change = Nada que cambiar.

## kept

kept-also-written-on-another-device = También escrito en otro dispositivo:
kept-put-into-the-box = Poner en el cuadro
kept-discard-what-the-other-device = Descartar lo que escribió el otro dispositivo
kept-send-later = Enviar más tarde
kept-files-first = Espera a que sus archivos estén ahí y prográmalo entonces.
kept-remind-me = Recordármelo
kept-message = Mensaje
kept-of-what = Qué recordar
kept-when = Cuándo
kept-choose-a-day-and-a = Elige un día y una hora.
kept-that-time-has-passed = Esa hora ya pasó.
kept-schedule = Programar
kept-scheduling = Programando
kept-keeping-it = Guardando
kept-scheduled-messages-and-reminders = Mensajes programados y recordatorios
kept-nothing-is-scheduled-choose-the = No hay nada programado. Elige el reloj junto a Enviar, o escribe /later o /remind.
kept-being-sent = Enviándose
kept-reminder = Recordatorio:
kept-a-scheduled-message-was-not = No se envió un mensaje programado:
kept-change = Cambiar
kept-send-now = Enviar ahora
kept-show-message = Mostrar mensaje
kept-done = Hecho
kept-remind-me-2 = Recordármelo…
kept-reminder-2 = Recordatorio
kept-read-by = Leído por…
kept-read-by-2 = Leído por
kept-asking-who-has-read-it = Preguntando quién lo ha leído…
kept-nobody-else-has-read-this = Nadie más lo ha leído aún, o no lo muestra.
kept-reading = Lectura
kept-show-others-how-far-i = Mostrar a los demás hasta dónde he leído
kept-without-it-you-do-not = Si no lo muestras, tampoco ves hasta dónde han leído los demás

## lives

lives-a-websocket-begins-as-an = Un WebSocket empieza como una petición HTTP corriente que pide cambiar de protocolo y ofrece los idiomas que habla.
lives-the-server-answers-101-names = El servidor responde 101, nombra el idioma elegido, y desde ese byte ambos lados pueden enviar cuando quieran.
lives-then-the-client-says-hello = Luego el cliente saluda con su cookie, y la bienvenida del servidor dice quién es y qué salas hay.
lives-frames = Tramas
lives-everything-after-the-handshake-is = Tras el handshake todo son tramas: de dos a catorce bytes de cabecera y luego el texto.
lives-a-browser-masks-what-it = Un navegador enmascara lo que envía, para que ningún proxy lo tome por otra cosa; el servidor envía en claro.
lives-here-each-frame-is-one = Aquí cada trama es un objeto JSON que cualquiera puede leer.
lives-ping-and-pong = Ping y pong
lives-a-cable-that-is-pulled = Un cable desenchufado no dice nada, así que el silencio no prueba nada.
lives-the-server-pings-the-client = El servidor hace ping, el cliente responde pong, y el tiempo entre ambos es la ida y vuelta.
lives-who-hears-nothing-for-longer = Quien no oye nada durante más tiempo del acordado en la bienvenida da la conexión por perdida y abre otra.
lives-close-codes = Códigos de cierre
lives-a-connection-that-ends-in = Una conexión que termina en orden dice por qué con un número.
lives-1000-is-done-1001-is = 1000 significa terminado; 1001, que se va la página o el servidor; 1012, un reinicio; de 4000 a 4499 piden a este cliente que vuelva, de 4500 a 4999 que no.
lives-1006-is-no-number-that = El 1006 no lo envió nadie: la conexión terminó sin decir nada.
lives-errors = Errores
lives-a-browser-tells-a-page = Un navegador solo dice a una página que un WebSocket falló, nunca por qué, para que las páginas no puedan explorar una red.
lives-what-can-be-told-is = Lo que se puede saber es hasta dónde llegó: ninguna respuesta, una respuesta sin cambio de protocolo o una conexión que se cortó después.
lives-after-two-upgrades-that-were = Tras dos cambios de protocolo rechazados, este cliente usa peticiones simples y comprueba de vez en cuando si ya se abre un WebSocket.
lives-coming-back = Volver
lives-every-line-of-a-room = Cada línea de una sala tiene un número, y el cliente conoce el último que tiene.
lives-a-new-connection-asks-for = Una conexión nueva pide lo que vino después y envía otra vez lo no confirmado, con el mismo identificador.
lives-so-a-cut-costs-time = Así un corte cuesta tiempo y nunca un mensaje.

## search

search-search = Búsqueda
search-close-search-esc = Cerrar la búsqueda (Esc)
search-search-messages = Buscar mensajes
search-search-and-results = Búsqueda y resultados
search-newest-first = Más recientes primero
search-best-first = Más relevantes primero
search-searching = Buscando…
search-also = También:
search-no-message-has-this = Ningún mensaje contiene esto.

## switcher

switcher-go-to = Ir a
switcher-a-room-a-person-a = Una sala, una persona, un panel
switcher-messages-of = mensajes de esta persona

## thread

thread-thread = Hilo
thread-close-thread-esc = Cerrar el hilo (Esc)
thread-thread-messages = Mensajes del hilo
thread-reply-in-thread = Responder en el hilo
thread-send-reply = Enviar respuesta
thread-write-a-reply = Escribir una respuesta
thread-fetching-the-thread = Cargando el hilo…
thread-the-first-message-of-this = El primer mensaje de este hilo se eliminó.
thread-nobody-can-reply = Aquí ya nadie puede responder.
thread-only-the-first-4-000 = Aquí solo se leen las primeras 4000 respuestas.
thread-this-works-in-the-rooms = Esto funciona en el cuadro de mensaje de la sala.
thread-forward = Reenviar
thread-forward-to-a-room = Reenviar a una sala
thread-find-a-room = Buscar una sala
thread-no-room-of-yours-is = Ninguna de tus salas se llama así.
thread-no-replies-yet = Aún no hay respuestas

## Everywhere

list-comma = {", "}
list-and = {$before} y {$last}
milliseconds = {$number} ms

## The strip above the room

banner-offline-since = Sin conexión desde las {$time}.
banner-next-try = Próximo intento en {$left}

## A room without messages

blank-new = #{$room} es nueva. El primer mensaje será {$number}.
blank-trying-again = Se reintenta en {$left}.
blank-no-answer = El servidor no respondió.

## The message box

composer-name = Mensaje a #{$room}
composer-replying = Respondiendo a {$name}
not-stored-because = No guardado. {$why}
edit-box-keys = {$enter} guarda {$escape} cancela
foot-keys = {$sends} envía {$breaks} línea nueva
foot-fetching = Cargando {$numbers}…
history-here = Aquí: {$numbers}
history-complete = Completo hasta {$number}
history-fetching = Cargando {$numbers}
foot-as-of = a las {$time}
dot-connection = Conexión: {$state}

## The connection panel

wire-compare-measuring = Midiendo: {$way}
wire-compare-blocked = Bloqueado. {$why}
wire-facts-oldest = el más antiguo {$age}
wire-facts-messages = mensajes
wire-facts-failed = en espera, {$count} con error
wire-handshake-answer = {$answer}, {$protocol}, abierto tras {$time}
wire-handshake-after = tras {$time}
wire-handshake-heard = última señal hace {$ago}; se da por perdida tras {$silence} de silencio
wire-handshake-server = servidor {$version}, {$protocol}
wire-history-rooms = {$complete} de {$all} salas abiertas completas
wire-history-only-here = {$count} solo en este dispositivo
wire-history-other = servidor {$head}, {$state}
wire-lives-yours = La tuya: {$address}
wire-lives-answer = Respuesta: {$answer}
wire-lives-welcome = Bienvenida: {$when}
wire-lives-over-http = Por aquí no pasa ningún WebSocket, así que la tuya es una conexión por {$transport} y su respuesta es 201: las mismas tramas en peticiones corrientes.
wire-lives-last-in = La última recibida: {$kind}, {$size}, {$time}
wire-lives-last-out = La última enviada: {$kind}, {$size}, {$time}
wire-lives-count = Desde que se abrió esta página: {$here} recibidas, {$there} enviadas.
wire-lives-round-trip = La última ida y vuelta tardó {$time}.
wire-lives-server = El servidor: {$heartbeat}
wire-lives-cursor = La tuya: #{$room} está completa hasta {$number}; una conexión nueva pide lo que viene después.
wire-now-since = lleva {$time}, desde las {$at}
wire-recording-last = duración {$time}, {$size}
wire-tries-since = {$count} desde que se abrió esta página
wire-tries-next = Próximo intento tras {$time}
wire-tries-closed = Cerrada con {$code}, {$why}
wire-tries-failed = Falló con {$code}, {$why}
wire-tries-given-up = Abandonada aquí, {$why}
wire-tries-lasted = Duró {$time}.
wire-tries-because = «{$why}».
wire-tries-online = En línea, WebSocket abierto tras {$time}
wire-tries-welcome = Bienvenida tras {$time}
unit-ms = ms
wire-trips-median = mediana {$time}
wire-trips-worst = peor {$time}
wire-trips-said = Ida y vuelta en cinco minutos: mediana {$median}, peor {$worst}
wire-trips-down = sin conexión durante {$time}
wire-frames-in = recibida
wire-frames-out = enviada
transport-websocket = WebSocket
transport-events = eventos enviados por el servidor
transport-poll = sondeo largo
transport-events-title = Eventos enviados por el servidor
transport-poll-title = Sondeo largo
transport-automatic = Automático
transport-requests = Peticiones simples
transport-events-and-post = Eventos + POST

## Jumping to the newest

jump-pill-count =
    { $count ->
        [one] Ir a lo más reciente, {$count} mensaje nuevo
       *[other] Ir a lo más reciente, {$count} mensajes nuevos
    }
jump-pill-new = Nuevos: {$count}

## The room’s messages

log-name = Mensajes en #{$room}
log-new-aloud = Mensajes nuevos desde las {$time}
log-new = Nuevos desde las {$time}
me-settings = Ajustes ({$keys})

## A message

message-pinned-aloud = fijado
message-edit-waits = edición aún sin guardar
message-edited-at = Editado a las {$time}
message-edited-show = Editado a las {$time}, mostrar lo que decía antes
message-edit-failed = Edición: {$why}
message-number = número {$number}
message-mentions-you = te menciona
message-stored = guardado
message-kept-sending = en este dispositivo, enviando
message-unkept-sending = solo en esta página, enviando
message-kept-waiting = en este dispositivo, esperando la conexión
message-unkept-waiting = solo en esta página, esperando la conexión
message-not-stored = no guardado
message-sending = enviando…
message-stored-as = Guardado por el servidor como {$number}
message-stored-as-number = Guardado por el servidor con el número {$number}
message-menu-name = Mensaje de {$name}, {$time}
react-with = Reaccionar con {$emoji}
copy-link-to = Copiar enlace a {$number}
never-confirmed-draft = borrador
new-room-becomes = Será #{$room}.
people-list-too-many =
    { $count ->
        [one] {$count} persona, demasiadas para una lista.
       *[other] {$count} personas, demasiadas para una lista.
    }
presence-online = en línea
presence-away = ausente
presence-offline = sin conexión

## The room’s head

room-head-menu = Salas y personas, {$count} sin leer
room-head-room = Sala
room-head-people =
    { $count ->
        [one] {$count} persona aquí
       *[other] {$count} personas aquí
    }

## The owner’s page

server-counted-another-code = Otro código
server-doctor-finding-line = la línea para {$place}
server-times-said = {$title}: {$count} medidos, la mitad {$half}
server-times-half = la mitad {$time}
server-times-most = 99 de 100 {$time}
server-times-longer = más
unit-us = µs
unit-s = s
server-traffic-connections =
    { $count ->
        [one] {$count} conexión
       *[other] {$count} conexiones
    }
server-traffic-said = Mensajes guardados por segundo: como mucho {$number}
server-traffic-each-second = por segundo
server-traffic-of-a-core = % de un núcleo
per-second = {$unit}/s

## Settings

settings-language = Idioma
settings-language-of-browser = El del navegador
settings-enter-sends = {$enter} envía, {$other} hace una línea nueva
settings-enter-breaks = {$enter} hace una línea nueva, {$other} envía
shortcuts-or = o
sign-out-failed = La sesión sigue abierta. {$why}
sign-out-means = Este navegador olvida quién eres. Tus mensajes y tu nombre quedan, pero nadie podrá volver a iniciar sesión como tú.
sign-out-files-go =
    { $count ->
        [one] Se quita de este navegador {$count} archivo que no has enviado.
        [many] Se quitan de este navegador {$count} de archivos que no has enviado.
       *[other] Se quitan de este navegador {$count} archivos que no has enviado.
    }
status-help = Como mucho {$count} caracteres. Todos lo ven.
until = Hasta {$time}
status-not-disturbed-aloud = no quiere que le molesten
status-name = Tu estado: {$status}
text-code-in = Código, {$language}
told-quiet = De {$from} a {$to}
told-as-in-settings = Como en los ajustes: {$tell}
told-about-room = Avísame de #{$room}
told-muted-until = Silenciada hasta {$time}.

## The first page

welcome-say = Siempre sabes {$break}dónde están tus palabras.
welcome-lead = Todos en {$host} ven las salas abiertas.
kept-delete = Eliminar

## Numbers and people

words-unread-above =
    { $count ->
        [one] {$count} mensaje sin leer arriba
       *[other] {$count} mensajes sin leer arriba
    }
words-others =
    { $count ->
        [one] {$count} persona más
       *[other] {$count} personas más
    }
words-not-there = El mensaje {$number} no está en esta sala o se eliminó.
words-no-such-room = Aquí no hay ninguna sala #{$room}.
words-chars = {$count} de {$most} caracteres
seconds = {$number} s
words-catching-up-on = Poniéndose al día, {$numbers}
words-online = En línea
words-online-events = En línea por eventos del servidor
words-online-poll = En línea por sondeo largo
words-slow = En línea, lento
words-slow-events = En línea, lento por eventos del servidor
words-slow-poll = En línea, lento por sondeo largo
words-stretch = {$first} a {$last}
words-part = {$numbers} de {$head}
words-test = (prueba: {$faults})
words-silent = en silencio
words-minutes = {$minutes} min {$seconds} s
words-hours = {$hours} h {$minutes} min
words-days =
    { $count ->
        [one] {$count} día
       *[other] {$count} días
    }
unit-b = B
unit-kb = KB
unit-mb = MB
decimal-point = ,
words-unkept =
    { $count ->
        [one] {$count} mensaje está solo en esta página: este navegador no tiene espacio para conservarlo.
       *[other] {$count} mensajes están solo en esta página: este navegador no tiene espacio para conservarlos.
    }
words-waiting =
    { $count ->
        [one] {$count} mensaje espera en este dispositivo y se envía automáticamente.
       *[other] {$count} mensajes esperan en este dispositivo y se envían automáticamente.
    }
words-unkept-short =
    { $count ->
        [one] {$count} mensaje solo en esta página.
       *[other] {$count} mensajes solo en esta página.
    }
words-waiting-short =
    { $count ->
        [one] {$count} mensaje espera.
       *[other] {$count} mensajes esperan.
    }
words-all-go-out = Los {$count} se envían cuando vuelva la conexión, en este orden, una sola vez.
words-left-behind =
    { $count ->
        [one] {$what}: no se ha guardado y ya no se envía. Si se conserva, se ofrece a quien inicie sesión después en este navegador.
       *[other] {$what}: no se han guardado y ya no se envían. Si se conservan, se ofrecen a quien inicie sesión después en este navegador.
    }
words-left-of =
    { $count ->
        [one] {$what} de {$name} sigue en este dispositivo.
       *[other] {$what} de {$name} siguen en este dispositivo.
    }
words-left =
    { $count ->
        [one] {$what} de sesiones anteriores sigue en este dispositivo.
       *[other] {$what} de sesiones anteriores siguen en este dispositivo.
    }
words-unsent =
    { $count ->
        [one] {$count} mensaje sin enviar
       *[other] {$count} mensajes sin enviar
    }
words-drafts =
    { $count ->
        [one] {$count} borrador
       *[other] {$count} borradores
    }
words-signed-out-unsent =
    { $count ->
        [one] Se cerró tu sesión. Tu mensaje sin enviar queda en este dispositivo.
       *[other] Se cerró tu sesión. Tus {$count} mensajes sin enviar quedan en este dispositivo.
    }
words-back-stored =
    { $count ->
        [one] {$count} guardado
       *[other] {$count} guardados
    }
words-back-fetched =
    { $count ->
        [one] {$count} recibido
       *[other] {$count} recibidos
    }
words-back-complete = completo hasta {$number}
words-back-online-with = De nuevo en línea. {$what}.
words-hole-one = Aquí falta {$number}. Se carga otra vez.
words-hole = Aquí faltan {$numbers}. Se cargan otra vez.
words-typing-one = {$name} está escribiendo
words-typing-two = {$first} y {$second} están escribiendo
words-typing-three = {$first}, {$second} y {$third} están escribiendo
words-new =
    { $count ->
        [one] {$count} nuevo
       *[other] {$count} nuevos
    }
words-new-from =
    { $count ->
        [one] {$count} nuevo de {$names}
       *[other] {$count} nuevos de {$names}
    }
words-unread = {$count} sin leer
words-mentions =
    { $count ->
        [one] {$count} mención
       *[other] {$count} menciones
    }
words-not-in-the-last = Tu último mensaje aquí no dice «{$text}».
words-jump-from = {$day}, ir a una fecha
words-of-bytes = {$here} de {$all}
words-retry-file = Reintentar {$name}
words-remove-file = Quitar {$name}
words-progress = Subida de {$name}
words-open-picture = Abrir la imagen {$name}
words-too-many-files = {$count} archivos, y un mensaje lleva como mucho {$most}. Quita algunos.
kept-scheduled-here =
    { $count ->
        [one] Hay {$count} mensaje programado aquí
       *[other] Hay {$count} mensajes programados aquí
    }
kept-due =
    { $count ->
        [one] {$count} recordatorio
       *[other] {$count} recordatorios
    }
kept-refused =
    { $count ->
        [one] {$count} mensaje programado no se envió
       *[other] {$count} mensajes programados no se enviaron
    }
kept-all = Todo lo programado: {$count}
kept-message-at = Mensaje, {$time}
kept-reminder-at = Recordatorio, {$time}
kept-was-due = Recordatorio, era para: {$time}
kept-not-sent = No enviado. {$why}
kept-will-be-sent = Se enviará: {$time}
kept-will-be-reminded = Se te recordará: {$time}
kept-more-readers =
    { $count ->
        [one] y {$count} persona más
       *[other] y {$count} personas más
    }
kept-or-more-readers = y al menos {$count} personas más
thread-replies =
    { $count ->
        [one] {$count} respuesta
       *[other] {$count} respuestas
    }
thread-deleted =
    { $count ->
        [one] {$count} eliminada
       *[other] {$count} eliminadas
    }
thread-last-at = última {$time}
thread-forwarded-from = Reenviado de #{$room}, escrito por {$name}
thread-forwarded = Reenviado, escrito por {$name}
thread-forwarded-to = Reenviado a #{$room}
thread-open = Abrir el hilo
search-found =
    { $count ->
        [one] {$count} mensaje.
       *[other] {$count} mensajes.
    }
search-first =
    { $count ->
        [one] {$count} mensaje hasta aquí.
       *[other] {$count} mensajes hasta aquí.
    }
search-behind =
    { $count ->
        [one] Falta buscar en la línea más reciente.
       *[other] Falta buscar en las {$count} líneas más recientes.
    }
search-all = Se buscó en todo lo que puedes leer.
switcher-search-for = Buscar «{$text}» en los mensajes
doctor-good = Bien:
doctor-bad = Por cambiar:
doctor-unknown = No se sabe:
doctor-running = Examinando. Se observa un WebSocket en silencio durante {$count} s.
doctor-to-change =
    { $count ->
        [one] {$count} cosa por cambiar.
       *[other] {$count} cosas por cambiar.
    }
compare-takes = {$way} tarda aquí {$times} veces lo que un WebSocket.
compare-carries = {$way} lleva aquí {$times} veces menos mensajes que un WebSocket.
compare-weighs = {$way} pesa aquí {$times} veces lo que un WebSocket.
compare-behind = En esta conexión un WebSocket no fue lo mejor: {$way} iba por delante esta vez.
compare-shares = Lo que se envía a la vez comparte sus peticiones.

## What a close code means

closing-done = terminado, ambos lados de acuerdo
closing-away = el servidor o la página se va
closing-protocol = una trama infringió el protocolo WebSocket
closing-kind = el otro lado no sabe leer este tipo de trama
closing-no-code = una trama de cierre sin código
closing-no-frame = sin trama de cierre: la red o el otro lado desapareció
closing-utf8 = una trama de texto no era UTF-8
closing-policy = contra las reglas del servidor
closing-too-big = un mensaje era demasiado grande
closing-extension = faltaba una extensión
closing-fault = un fallo del servidor
closing-restart = el servidor se reinicia
closing-busy = el servidor está ocupado
closing-gateway = una pasarela recibió una mala respuesta
closing-tls = sin conexión segura (TLS)
closing-slow = este lector era demasiado lento; se pone al día
closing-silent = una señal de vida quedó sin respuesta
closing-no-hello = el saludo del cliente no llegó a tiempo
closing-version = allí no se habla esta versión
closing-not-signed-in = sin sesión iniciada
closing-none = no es un código de cierre
closing-reserved = reservado por el protocolo
closing-library = registrado por una biblioteca
closing-come-back = vuelve
closing-stay-away = no vuelvas
closing-comes-back = Este cliente vuelve a conectarse automáticamente
closing-stays = Este cliente no vuelve a conectarse automáticamente

## Commands of the message box

command-away = Dice que estás ausente, o dónde
command-away-said = Ausente
command-back = Ya no dice nada de ti
command-help = Lista los comandos
command-invite = Invita a alguien; sin nombre, copia el enlace de la sala
command-invite-takes = @nombre palabras
command-invites = {$name} invita a {$people}
command-invites-with = {$name} invita a {$people}: {$words}
command-join = Abre una sala
command-join-takes = sala
command-later = Lo envía a una hora
command-later-takes = 18:00 texto
command-me = Lo dice de ti, en tercera persona
command-me-takes = lo que haces
command-poll = Pregunta, y se responde con reacciones
command-poll-takes = ¿Pregunta? | una | otra
command-remind = Te lo recuerda
command-remind-takes = me in 20 minutes texto
command-shrug = Añade ¯\_(ツ)_/¯
command-spoiler = Lo oculta hasta que alguien lo pida
command-spoiler-takes = texto
command-status = Lo muestra junto a tu nombre
command-status-takes = lo que haces
command-topic = Dice de qué trata esta sala; - lo quita
command-topic-takes = de qué trata
command-unknown = No hay ningún comando /{$name}. Con dos barras al principio se envía tal cual.
command-no-time = Después de /{$name} van una hora y un texto: 18:00, in 20 minutes, tomorrow 9:00.
command-no-poll = Una encuesta tiene una pregunta y de 2 a 9 respuestas: /poll ¿Té? | Sí | No.
command-twice-in-poll = La respuesta {$answer} está dos veces.
command-nobody = Nadie que esté o haya escrito aquí se llama {$name}.
command-oneself = Ya estás aquí.
command-alone = Después de /{$name} va su contenido: /{$name} {$takes}.

## Skin tones

tone-none = Sin tono de piel
tone-light = Claro
tone-medium-light = Medio claro
tone-medium = Medio
tone-medium-dark = Medio oscuro
tone-dark = Oscuro

## Days

clock-today = Hoy
clock-yesterday = Ayer
clock-tomorrow-at = mañana, {$time}
clock-day-at = {$day}, {$time}

## Before and after the program runs

failure-stopped = Confab se ha detenido
failure-means = Un fallo del programa detuvo esta página. Nada de lo que escribiste se ha perdido.
boot-opening = Abriendo Confab
boot-late = Está tardando.
boot-reload-page = Recargar la página
boot-cannot = Confab no puede arrancar
boot-could-not = Confab no pudo arrancar
boot-stopped = Confab se ha detenido
boot-no-webassembly = Este navegador no ejecuta WebAssembly aquí. Actualízalo o permite WebAssembly para este sitio.
boot-not-loaded = El servidor no envió todo el programa. Puede que se esté reiniciando o que no haya red.
boot-not-started = El programa llegó, pero no arrancó.
boot-means = El programa se detuvo en esta página. Lo que el servidor ha guardado está a salvo. Recarga para seguir.
boot-reload = Recargar
http-no-answer = El servidor no responde. Inténtalo de nuevo en un momento.

## Notifications

telling-mentions = {$name} te menciona en #{$room}
telling-writes = {$name} en #{$room}
telling-others = otras personas
telling-mention-you =
    { $count ->
        [one] {$count} te menciona
       *[other] {$count} te mencionan
    }

## What the server and the machine say in English: said again in this language

## (a sentence is known by its English words)

said-file-no-name = El archivo no tiene nombre.
said-file-name-long = El nombre del archivo pasa de 255 bytes.
said-file-name-path = El nombre del archivo es una ruta. Envíalo con un nombre sencillo.
said-file-name-unseen = El nombre del archivo tiene caracteres que no se ven.
said-emoji-before-words = Delante del texto va un solo emoji.
said-status-empty = Un estado necesita texto.
said-status-long = Un estado tiene como mucho {$number} caracteres.
said-status-sign = Un estado no puede contener {$sign}.
said-topic-empty = Un tema necesita palabras que se vean.
said-topic-long = Un tema tiene como máximo {$number} caracteres.
said-topic-sign = Un tema no puede contener {$sign}.
said-message-empty = Un mensaje necesita algo de texto.
said-message-long = {$chars} de {$most} caracteres.
said-message-control = El texto tiene un carácter de control ({$sign}) que no se puede enviar.
said-one-emoji = Una reacción es un solo emoji.
said-room-empty = Una sala necesita un nombre.
said-room-long = El nombre de una sala tiene como mucho {$number} caracteres.
said-room-sign = El nombre de una sala lleva letras, números, - y _; {$sign} no es nada de eso.
said-room-start = El nombre de una sala empieza por una letra o un número.
said-name-empty = Elige un nombre.
said-name-long = Un nombre tiene como mucho {$number} caracteres.
said-name-sign = Un nombre no puede contener {$sign}.
said-sign-quoted = «{$letter}»
said-name-letter = Un nombre tiene al menos una letra o un número.
said-name-script = Un nombre se escribe en un solo alfabeto, para que no se haga pasar por otro.
said-name-taken = Alguien aquí tiene este nombre. Añade una letra o un lugar.
said-room-taken = Ya hay una sala con este nombre.
said-server-full = El servidor ya tiene todas las conexiones que admite. Inténtalo de nuevo en un momento.
said-address-full = Llegan demasiadas conexiones desde tu dirección. Cierra una o inténtalo en un momento.
said-connecting-full = Se conectan demasiadas personas a la vez. Inténtalo de nuevo en un momento.
said-address-fast = Tu dirección se conecta demasiado a menudo. Inténtalo de nuevo en un momento.
said-owner-rooms = En este servidor solo el propietario crea salas.
said-owner-sees = Solo el propietario ve cómo está el servidor.
said-owner-examines = Solo el propietario examina este servidor.
said-owner-deletes = Solo su autor y el propietario retiran un mensaje.
said-owner-changes = Solo el propietario cambia una sala.
said-no-room = No existe esa sala.
said-room-unread = La sala no se puede leer ahora. Vuelve a seguirla más tarde.
said-not-now = El servidor no puede hacerlo ahora. Inténtalo más tarde.
said-files-most = Un mensaje lleva como mucho {$number} archivos.
said-too-fast = Demasiadas tramas demasiado rápido. Espera un segundo y sigue.
said-restarts = El servidor se reinicia. Conéctate de nuevo y repítelo.
said-rooms-most = Este servidor tiene {$number} salas, y es el máximo.
said-draft-long = Un borrador de {$number} caracteres se queda en su dispositivo.
said-code-wrong = Este código es incorrecto, ya se usó o ha caducado. Obtén uno nuevo en tu otro dispositivo.
said-plan-far = Nada se programa a más de un año vista.
said-plan-gone = Entretanto se envió o se eliminó, y no se cambió nada.
said-plan-leaves = Se está enviando justo ahora.
said-too-often = Haces esto demasiado a menudo. Espera un momento.
said-sign-in = Inicia sesión primero.
said-login-ended = Esta sesión ha terminado; inicia sesión otra vez.
said-sign-in-crowd = Muchas personas inician sesión ahora mismo; inténtalo en un momento.
said-examined = Ya hay un examen en marcha.
said-address-form = Una dirección es https:// o http://, un host, y un puerto si no es el habitual.
said-foreign-file = Este archivo es de otra persona.
said-no-files = Este servidor no acepta archivos.
said-file-large = El archivo pasa de {$size}.
said-files-large = Tus archivos juntos pasarían de {$size}.
said-files-count = Tienes {$number} archivos aquí, y es el máximo.
said-upload-elsewhere = Otra petición continúa esta subida.
said-upload-more = Llegaron más bytes de los anunciados.
said-file-lies = El archivo no es lo que dice ser, sino {$kind}.
said-file-damaged = El archivo está dañado: empieza como {$kind}, pero {$what}.
said-kind-picture = una imagen
said-kind-film = un vídeo
said-kind-sound = un audio
said-kind-pdf = un PDF
said-kind-text = un texto
said-kind-other = otra cosa
said-damage-early = termina demasiado pronto
said-damage-size = no tiene ancho o no tiene alto
said-damage-parts = tiene demasiadas partes
said-damage-begin = una parte no empieza donde debería
said-damage-longer = una parte es más larga que el archivo
said-damage-length = tiene una parte sin longitud
said-damage-place = tiene una parte donde no puede haberla
said-damage-two = tiene dos tamaños, o colores que no existen
said-damage-before = tiene píxeles antes de su tamaño
said-damage-no-pixels = no tiene píxeles
said-damage-colours = tiene colores que no existen
said-damage-header = no empieza con una única cabecera
said-damage-unbegun = sus píxeles no empiezan
said-damage-misplaced = una parte es demasiado corta o está fuera de lugar
said-damage-long = es demasiado largo
said-size-bytes = {$number} bytes
said-size-megabytes = {$number} MB
said-picture-large = Una imagen de {$width} por {$height} píxeles es demasiado grande para mostrarse.
said-disk-full-file = El disco del servidor está lleno; el archivo no se guardó.
said-disk-full = El disco del servidor está lleno; no se guardó nada.
said-no-file = No existe ese archivo.
said-bytes-gone = Este navegador ya no tiene el archivo. Elígelo de nuevo.
said-files-crowd = Hay demasiados archivos en camino; inténtalo en un momento.
said-files-away = El servidor no alcanza sus archivos ahora; inténtalo otra vez.
said-data-away = El servidor no alcanza sus datos ahora; inténtalo otra vez.
said-taken-back = Este mensaje se retiró.
said-foreign-message = Este mensaje es de otra persona.
said-edited-since = Este mensaje se editó después de que lo vieras.
said-so-already = Este mensaje ya está así.
said-reactions-most = Un mensaje tiene como mucho {$number} reacciones distintas.
said-pins-most = Una sala tiene como mucho {$number} mensajes fijados.
said-file-elsewhere = Un archivo de este mensaje ya está en otro mensaje.
said-no-message = No existe ese mensaje.
said-id-used = El identificador de este mensaje se usó para otro texto.
said-about-to-restart = El servidor está a punto de reiniciarse.
said-upload-broke = La subida se cortó; sigue desde donde se detuvo.
said-readers-hidden = No muestras hasta dónde has leído, así que tampoco lo sabes de los demás.
said-search-away = El servidor no puede buscar ahora; inténtalo otra vez.
said-search-long = Una búsqueda tiene como mucho {$most} caracteres; esta tiene {$chars}.
said-search-words = Una búsqueda tiene como mucho {$number} palabras.
said-search-empty = No hay nada que buscar.
said-search-no-date = «{$value}» no es una fecha. Las fechas se escriben así: 2026-11-01.
said-busy = El servidor está ocupado; inténtalo en un momento.
said-slow = La respuesta tardó demasiado. Inténtalo otra vez.
said-unanswered = El servidor no respondió en 20 s. Reintentar no puede publicarlo dos veces.
said-disk-full-kept = El disco del servidor está lleno. Tu texto se conserva aquí.
said-other-name = Se escribió con otro nombre. Reintentar lo envía con este.
said-room-offline = Una sala necesita el servidor, y ahora no hay conexión con él.
said-room-lost = La conexión se perdió antes de que respondiera el servidor. Si la sala se creó, estará en la lista.
said-room-unanswered = El servidor no respondió en 20 s. Si la sala se creó, estará en la lista.
said-stopped-here = Detenido en este dispositivo.
said-ended-for-good = El servidor terminó la conexión definitivamente: {$why}.
said-close-none = no se dio ningún motivo
said-close-done = terminado
said-close-away = se va
said-close-text = aquí solo se leen tramas de texto
said-close-utf8 = el texto debe ser UTF-8
said-close-rules = demasiadas tramas contra las reglas
said-close-large = el mensaje pasa de {$number} bytes
said-close-fault = un fallo del servidor
said-close-restarts = el servidor se reinicia
said-close-busy = el servidor está ocupado
said-close-slow = lectura demasiado lenta; vuelve y ponte al día
said-close-silent = un ping quedó sin respuesta
said-close-hello = el saludo no llegó a tiempo
said-close-version = aquí no se habla esta versión; actualiza el cliente
said-close-sign-in = inicia sesión primero
said-compare-no = El servidor no responde por esta vía.
said-no-stream = El navegador no abre ningún flujo aquí.
said-no-answer = El servidor no respondió.
said-link-gone = La conexión ya no existe.
said-stream-bad = El flujo terminó en algo ilegible.
said-stream-broke = El flujo se cortó.
said-cut-here = Se cortó en el panel de conexión.
said-refused-here = Se rechazó en el panel de conexión, como en una red sin WebSocket.
said-no-socket = El navegador no abre ningún socket aquí.
said-link-broke = La conexión se cortó.
said-plans-most = Ya esperan {$number} mensajes y recordatorios.
said-plan-files = Un recordatorio no lleva archivos.
said-drafts-most = Ya se guardan {$number} borradores.
said-uploads-most = Ya hay {$number} archivos en camino, y es el máximo.
said-requests-most = Ya hay {$number} peticiones esperando respuesta.
said-echoes = Hay demasiados ecos en marcha; inténtalo de nuevo.
said-examinations = Hay demasiados exámenes en marcha.
said-examined-own = El servidor solo examina direcciones propias. Si {$url} lo es, inícialo con --allow-origin {$url}.
said-doctor-certificate-ends = El certificado caduca en {$number} días.
said-doctor-certificate-good = El certificado vale {$number} días más.
said-doctor-certificate-expired = El certificado ha caducado: ningún navegador se conecta.
said-doctor-certificate-early = El certificado aún no es válido: empieza más tarde, o un reloj está mal.
said-doctor-certificate-chain = Ninguna cadena lleva del certificado a una autoridad que los navegadores conozcan: faltan los certificados intermedios, o está autofirmado.
said-doctor-certificate-name = El certificado es para otro nombre que el de la dirección.
said-doctor-no-tls = No hay TLS: {$why}.
said-doctor-not-itself = El servidor no se alcanza a sí mismo allí: {$why}. En algunas redes nadie de dentro alcanza la dirección pública; entonces solo cuenta una mirada desde fuera.
said-doctor-nobody = Nadie responde allí: {$why}.
said-doctor-proxy = El proxy no alcanza Confab: responde con {$number}.
said-doctor-own-name = Confab no se reconoce con el nombre de host que le llega.
said-doctor-other = Allí responde algo que no es Confab, con {$number}.
said-doctor-answers-as = Responde Confab {$version}.
said-doctor-answers = Responde Confab.
said-doctor-host = El nombre de host llega.
said-doctor-host-lost = El nombre de host no llega: el servidor ve {$seen} en vez de {$host}, y toma páginas propias por ajenas.
said-doctor-upgrade-lost = Los cambios de protocolo no llegan: el proxy quita las cabeceras Upgrade y Connection, así que no se abre ningún WebSocket.
said-doctor-upgrade = Se abre un WebSocket y lleva mensajes.
said-doctor-page-foreign = El servidor toma la página de {$url} por la de otro sitio y la rechaza.
said-doctor-refused = El servidor rechaza el WebSocket: no se reconoce con este nombre de host.
said-doctor-upgrade-status = No se abre ningún WebSocket: la respuesta al cambio de protocolo es {$number} en vez de 101.
said-doctor-upgrade-none = No se abre ningún WebSocket. Un navegador no dice por qué; casi siempre un proxy quita las cabeceras Upgrade y Connection.
said-doctor-upgrade-empty = Se abre un WebSocket, pero no lleva nada: {$why}.
said-doctor-large = Un mensaje de {$number} bytes llega.
said-doctor-large-lost = Un mensaje de {$number} bytes no llega por un WebSocket.
said-doctor-idle-short = Un WebSocket en silencio vive {$number} s; si vive los {$needed} s que necesita no se probó.
said-doctor-idle = Un WebSocket en silencio vive {$number} s.
said-doctor-idle-cut = Un WebSocket en silencio se corta a los {$number} s; tiene que vivir {$needed} s.
said-doctor-slow-cut = Una respuesta lenta se corta antes de su fin.
said-doctor-held-back = Las respuestas se retienen hasta estar enteras: un flujo de eventos no trae nada hasta que acaba.
said-doctor-slow = Una respuesta lenta llega trozo a trozo.
said-doctor-body = Una petición con {$number} bytes de contenido llega.
said-doctor-body-large = Las peticiones con {$number} bytes de contenido se rechazan por demasiado grandes.
said-doctor-body-status = Una petición con {$number} bytes de contenido recibe {$status}.
said-doctor-clocks = El reloj del servidor y este difieren en {$number} s; uno de los dos está mal.
said-doctor-clock = El reloj del servidor va bien.
said-doctor-disk-low = Al disco solo le quedan {$number} MiB.
said-doctor-disk = Al disco le quedan {$number} MiB.
said-doctor-files-few = El servidor puede tener {$number} archivos abiertos, y así menos conexiones.
said-doctor-files = El servidor puede tener {$number} archivos abiertos.
said-doctor-why-late = ninguna respuesta llega a tiempo
said-doctor-why-none = ninguna respuesta llega
said-doctor-why-unconnected = ninguna conexión se establece a tiempo
said-doctor-why-elsewhere = el nombre no lleva a ninguna dirección de este servidor
said-doctor-why-echo = ningún eco vuelve
said-fix-machine = la máquina
said-fix-renew = renuévalo, y luego: {$line}
said-fix-renews = quita la línea tls con archivos, para que Caddy renueve solo
said-fix-certificate = {$line} con el certificado de ese nombre
said-fix-site = {$line} como dirección del sitio
said-fix-keep = quita {$line}; deja mode http
said-fix-headers = quita Upgrade y Connection de customRequestHeaders
said-fix-remove-both = quita {$line} y {$other}
said-fix-buffering = quita el middleware buffering
said-fix-remove = quita {$line}
said-fix-disk = --data CARPETA en un disco mayor; antes detén el servidor y mueve la carpeta
said-fix-service = {$line} en la sección [Service] del servicio
said-host-unknown = Este servidor no se conoce por ese nombre de host. Inícialo con --allow-origin y la dirección de la página, por ejemplo --allow-origin https://chat.example.
said-page-foreign = La página que pregunta es de otro sitio. Inicia el servidor con --allow-origin y el origen de esa página si puede usar este servidor.
said-server-closes = El servidor está a punto de cerrarse.

## Marked unread
mark-unread = Marcar sin leer desde aquí
unread-marked = Sin leer desde aquí
unread-only-own = Desde aquí todo es tuyo, y tus propios mensajes nunca quedan sin leer.

## Threads that are followed
thread-followed = Siguiendo
thread-follow = Seguir
thread-follow-means = Las respuestas nuevas se cuentan en Hilos y recibes avisos
thread-list-threads = Hilos
thread-list-close = Cerrar los hilos (Esc)
thread-list-none = Aún no hay hilos. Aquí están los que empiezas, los que respondes y los que sigues.
thread-list-new-in =
    { $count ->
        [one] {$count} hilo con respuestas nuevas
       *[other] {$count} hilos con respuestas nuevas
    }
