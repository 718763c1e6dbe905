# The words of Confab's pages: French. The keys are those of the English file.

## shared

try-now = Réessayer maintenant
close = Fermer
show = Afficher
emoji = Émoji
cancel = Annuler
save = Enregistrer
you-can-go-on-writing = Vous pouvez continuer à écrire.
back-to-the-room = Retour au salon
close-esc = Fermer (Esc)
copied = Copié
frames-in = Trames reçues
frames-out = Trames envoyées
bytes-in = Octets reçus
bytes-out = Octets envoyés
handshake = Poignée de main
connecting = Connexion en cours
round-trip = Aller-retour
last-5-min = 5 dernières min
settings = Réglages
server = Serveur
discard = Abandonner
you = Vous
on-this-device = Sur cet appareil
retry = Réessayer
react = Réagir
pinned-messages = Messages épinglés
topic = Sujet
topic-of-the-room = Sujet : {$topic}
topic-set = {$name} a défini le sujet : {$topic}
topic-removed = {$name} a retiré le sujet
log-too-old = Quelque chose que cette page est trop ancienne pour montrer. Rechargez-la.
topic-about = De quoi parle ce salon
topic-help = Une ligne. Tout le monde ici la voit au-dessus des messages.
topic-remove = Retirer
topic-save = Définir le sujet
unpin = Désépingler
text-copied = Texte copié
message-actions = Actions sur le message
reply = Répondre
new-room = Nouveau salon
rooms = Salons
people-here = Personnes présentes
add-a-reaction = Ajouter une réaction
nothing-yet = Rien pour l’instant.
writing = Écriture
attach-files = Joindre des fichiers
code = Code
connection-panel = Panneau de connexion
keyboard-shortcuts = Raccourcis clavier
for-an-hour = Pendant une heure
show-more = Afficher plus

## acts

acts-link-copied = Lien copié
acts-room-link-copied = Lien du salon copié
acts-this-browser-did-not-let = Ce navigateur n’a pas laissé la page copier

## banner

banner-sign-in = Se connecter
banner-the-server-has-a-newer = Le serveur a une version plus récente. Rechargez pour continuer ; rien de ce que vous avez écrit n’est perdu.
banner-reload = Recharger
banner-this-browser-keeps-nothing-unsent = Ce navigateur ne garde rien : les messages non envoyés ne survivent pas à un rechargement.
banner-too-many-messages-wait-on = Trop de messages attendent sur cet appareil. Le dernier est de nouveau dans la zone de message.
banner-no-link-to-the-server = Pas de connexion au serveur.
banner-trying-now = Tentative en cours

## blank

blank-nothing-here-yet = Rien ici pour l’instant
blank-loading-the-newest-messages = Chargement des derniers messages
blank-this-room-did-not-load = Ce salon ne s’est pas chargé
blank-nothing-you-wrote-is-lost = Rien de ce que vous avez écrit n’est perdu.

## chat

chat-skip-to-the-message-box = Aller à la zone de message

## composer

composer-send-message = Envoyer le message
composer-write-a-message = Écrire un message
composer-do-not-reply = Ne pas répondre
composer-insert-emoji = Insérer un émoji

## edit-box

edit-box-edit-your-message = Modifier votre message
edit-box-edit-message = Modifier le message
edit-box-message-is-gone = Le message a été supprimé entre-temps. Ce que vous avez écrit est dans la zone de message.

## emoji-picker

emoji-picker-search-emoji = Chercher un émoji
emoji-picker-skin-tone = Couleur de peau
emoji-picker-fetching-the-emoji = Récupération des émojis…
emoji-picker-no-emoji-has-this-name = Aucun émoji ne porte ce nom.
emoji-picker-found = Trouvés
emoji-picker-last-used = Utilisés récemment
emoji-smileys = Smileys
emoji-people = Personnes
emoji-nature = Nature
emoji-food = Nourriture
emoji-travel = Voyages
emoji-activities = Activités
emoji-objects = Objets
emoji-symbols = Symboles
emoji-flags = Drapeaux
emoji-flag-of = Drapeau : {$country}

## fold

fold-show-less = Afficher moins
fold-show-all = Tout afficher

## wire

wire-connection = Connexion
wire-connection-details = Détails de la connexion
wire-copy-as-text = Copier en texte
wire-not-copied-this-browser-does = Pas copié : ce navigateur ne le permet pas
wire-a-report-for-a-bug = Un rapport pour un suivi de bogues ; ce que les gens ont écrit n’y figure pas

## wire-break-it

wire-break-it-break-it = Mettre à l’épreuve
wire-break-it-try-to-lose-a-message = Essayez de perdre un message. Seul cet onglet est touché.
wire-break-it-drop-the-link = Couper la connexion
wire-break-it-go-silent = Cesser de répondre
wire-break-it-add-2-s-delay = Ajouter 2 s de délai
wire-break-it-lose-10 = Perdre 10 %
wire-break-it-refuse-websocket = Refuser WebSocket

## wire-compare

wire-compare-compare-the-transports = Comparer les transports
wire-compare-stop = Arrêter
wire-compare-some-hundred-small-messages-by = Quelques centaines de petits messages par chaque voie, sur des connexions distinctes de celle-ci. Cela prend quelques secondes.
wire-compare-a-requests-headers-are-counted = Les en-têtes d’une requête sont comptés tels que le serveur les a vus, avant que HTTP/2 ne les compresse ; les trames d’un WebSocket, à l’octet près.
wire-compare-compare = Comparaison

## wire-facts

wire-facts-outbox = Boîte d’envoi
wire-facts-clock-offset = Décalage d’horloge
wire-facts-this-page = Cette page

## wire-frames

wire-frames-last-frames = Dernières trames
wire-frames-blank-text = Masquer le texte
wire-frames-pause = Pause
wire-frames-filter-by-kind-post-entries = Filtrer par type : post, entries, ping
wire-frames-filter-frames-by-kind = Filtrer les trames par type
wire-frames-no-such-frame-yet = Aucune trame de ce type pour l’instant.
wire-frames-it-is-not-kept-any = Elle n’est plus conservée.
wire-frames-what-the-frame-carries = Contenu de la trame

## wire-handshake

wire-handshake-not-tried-yet = pas encore essayé
wire-handshake-address = Adresse
wire-handshake-welcome = Bienvenue
wire-handshake-heartbeat = Battement
wire-handshake-versions = Versions
wire-handshake-asked-no-answer-yet = demandé, pas encore de réponse
wire-handshake-did-not-open = ne s’est pas ouvert
wire-handshake-not-yet = pas encore
wire-handshake-did-not-come = n’est pas venu
wire-handshake-no-link-to-listen-to = pas de connexion à écouter
wire-handshake-not-known-yet = pas encore connu

## wire-history

wire-history-server-has = Le serveur a
wire-history-you-have = Vous avez
wire-history-missing = Manquants
wire-history-history = Historique

## wire-lives

wire-lives-how-this-connection-lives = Comment vit cette connexion
wire-lives-nothing-was-tried-yet = Rien n’a encore été essayé.
wire-lives-no-ping-was-answered-yet = Aucun ping n’a encore eu de réponse.
wire-lives-no-connection-of-this-page = Aucune connexion de cette page n’est encore terminée.
wire-lives-no-try-of-this-page = Aucune tentative de cette page n’a échoué.
wire-lives-no-room-is-here-yet = Aucun salon ici pour l’instant.

## wire-now

wire-now-state = État

## wire-recording

wire-recording-flight-recorder = Enregistreur de vol
wire-recording-all-that-this-page-was = Tout ce que cette page a reçu et fait, sans ce que les gens ont écrit. Cela peut être rejoué avec le même client.
wire-recording-save-recording = Enregistrer le fichier

## wire-tries

wire-tries-connections = Connexions
wire-tries-the-next-at-once = La suivante tout de suite

## wire-trips

wire-trips-now = maintenant
wire-trips-not-measured = non mesuré

## wire-way

wire-way-transport = Transport
wire-way-the-best-that-there-is = Le meilleur qui soit. Là où un réseau le bloque, une autre voie est prise.
wire-way-websocket-does-not-get-through = WebSocket ne passe pas ici. Les messages arrivent en flux d’événements et partent en requêtes. WebSocket est retenté tout seul.
wire-way-neither-websocket-nor-a-stream = Ni WebSocket ni un flux ne passent ici. Chaque réponse est demandée, et tout coûte donc un peu plus. WebSocket est retenté tout seul.
wire-way-chosen-on-this-device-no = Choisi sur cet appareil. Aucune autre voie n’est essayée.

## jump-pill

jump-pill-jump-to-newest = Aller au plus récent
jump-pill-newest = Plus récent
jump-pill-mark-read = Marquer comme lu

## log

log-fetching-older-messages = Récupération des messages précédents…
log-the-beginning-of-this-room = Le début de ce salon

## message

message-edited = modifié
message-edit-again = Modifier à nouveau
message-pinned = Épinglé
message-only-in-this-page = Seulement dans cette page

## message-dialogs

message-dialogs-delete-this-message-for-everyone = Supprimer ce message pour tout le monde ?
message-dialogs-it-is-gone-already = Il a déjà disparu.
message-dialogs-message-deleted = Message supprimé
message-dialogs-keep = Garder
message-dialogs-delete-message = Supprimer le message
message-dialogs-its-text-also-what-it = Son texte, y compris ses versions précédentes, est effacé pour tout le monde. C’est irréversible.
message-dialogs-what-it-said-before = Versions précédentes
message-dialogs-the-message-was-deleted = Le message a été supprimé.
message-dialogs-fetching-what-it-said-before = Récupération des versions précédentes…
message-dialogs-fetching-what-is-pinned = Récupération des messages épinglés…
message-dialogs-nothing-is-pinned-to-this = Rien n’est épinglé dans ce salon. Épinglez ce qu’on doit retrouver : ouvrez le menu d’un message et choisissez « Épingler au salon ».
message-dialogs-go-to-it = Y aller

## message-menu

message-menu-more-reactions = Autres réactions
message-menu-edit = Modifier
message-menu-pin-to-room = Épingler au salon
message-menu-copy-text = Copier le texte
message-menu-delete-for-everyone = Supprimer pour tout le monde…

## never-confirmed

never-confirmed-never-confirmed = Jamais confirmés
never-confirmed-discard-all = Tout abandonner
never-confirmed-later = Plus tard
never-confirmed-these-were-written-under-a = Ces messages ont été écrits sous une session terminée, donc rien ne les envoie. L’un d’eux, s’il était en route, est peut-être déjà enregistré : vérifiez avant de le renvoyer.
never-confirmed-put-into-the-message-box = Mettre dans la zone de message
never-confirmed-somebody = Quelqu’un
never-confirmed-a-room-that-is-not = un salon qui n’est pas ici

## new-room

new-room-name = Nom
new-room-letters-digits-and-everybody-here = Lettres, chiffres, - et _. Tout le monde ici peut le rejoindre.
new-room-make-room = Créer le salon
new-room-making-the-room = Création du salon

## offers

offers-commands = Commandes
offers-people = Personnes

## people-list

people-list-not-known-while-the-link = inconnu tant que la connexion est coupée
people-list-you = vous

## plans

plans-in-20-minutes = Dans 20 minutes
plans-in-3-hours = Dans 3 heures

## quote

quote-jump-to-the-original = Aller à l’original
quote-in-reply-to = En réponse à
quote-a-message-that-was-deleted = Un message supprimé

## room-head

room-head-rooms-and-people = Salons et personnes

## room-list

room-list-draft = Brouillon
room-list-has-a-draft = a un brouillon
room-list-muted = En sourdine
room-list-muted-2 = en sourdine

## server

server-server-details = Détails du serveur

## server-counted

server-counted-ended = Terminées
server-counted-not-opened = Non ouvertes
server-counted-not-delivered = Non livrés
server-counted-came-back = Revenus
server-counted-since-the-start = depuis le démarrage
server-counted-by-the-server = par le serveur
server-counted-by-the-client = par le client
server-counted-by-the-network = par le réseau
server-counted-asked-for-under-another-host = demandé sous un autre nom d’hôte
server-counted-from-a-page-of-another = depuis une page d’un autre site
server-counted-without-a-request-for-an = sans demande de mise à niveau
server-counted-in-another-version-of-websocket = dans une autre version de WebSocket
server-counted-without-a-good-key = sans clé valable
server-counted-in-another-subprotocol = dans un autre sous-protocole
server-counted-with-a-name-or-room = avec un nom ou un salon impossible
server-counted-beyond-the-number-of-connections = au-delà du nombre de connexions
server-counted-beyond-the-number-of-one = au-delà du nombre pour une adresse
server-counted-too-many-at-once = trop en même temps
server-counted-too-many-at-once-from = trop en même temps depuis une adresse
server-counted-signals-typing-presence-to-readers = signaux (saisie, présence) pour des lecteurs en retard
server-counted-readers-closed-as-too-slow = lecteurs fermés car trop lents ; ils reviennent et rattrapent leur retard
server-counted-rooms-went-on-where-the = salons repris là où le lecteur en était
server-counted-rooms-began-with-the-newest = salons commencés par la dernière page
server-counted-rooms-began-anew-another-log = salons recommencés : autre journal, ou trop de retard

## server-doctor

server-doctor-doctor = Diagnostic
server-doctor-public-address = Adresse publique
server-doctor-examining = Examen en cours
server-doctor-examine = Examiner
server-doctor-lines-for = Lignes pour

## server-doctor-finding

server-doctor-finding-copy = Copier
server-doctor-finding-not-copied = Pas copié

## server-times

server-times-from-a-ping-to-its = d’un ping à sa réponse
server-times-storing = Enregistrement
server-times-until-a-message-is-on = jusqu’à ce qu’un message soit sur le disque
server-times-fan-out = Diffusion
server-times-until-it-is-on-its = jusqu’à ce qu’il parte vers chaque lecteur

## server-traffic

server-traffic-by-websocket = par WebSocket
server-traffic-by-lines = par lignes
server-traffic-by-event-stream = par flux d’événements
server-traffic-by-polling = par long polling
server-traffic-messages-stored = Messages enregistrés
server-traffic-most-waiting-for-one = Plus longue file d’attente
server-traffic-memory = Mémoire
server-traffic-processor = Processeur
server-traffic-right-now = En ce moment

## settings

settings-system = Système
settings-light = Clair
settings-dark = Sombre
settings-theme = Thème
settings-sign-out-here = Se déconnecter ici
settings-ends-the-login-of-this = Termine la session de ce navigateur.
settings-this-browser = Ce navigateur

## shortcuts

shortcuts-getting-about = Navigation
shortcuts-to-a-room-person-or = Vers un salon, une personne ou un panneau
shortcuts-next-or-previous-room = Salon suivant ou précédent
shortcuts-next-or-previous-unread = Non lu suivant ou précédent
shortcuts-next-or-previous-region = Zone suivante ou précédente
shortcuts-send = Envoyer
shortcuts-new-line-2 = Nouvelle ligne
shortcuts-edit-my-last-in-an = Modifier mon dernier message, zone vide
shortcuts-to-the-message-box = Vers la zone de message
shortcuts-any-letter = n’importe quelle lettre
shortcuts-people-rooms-emoji-commands = Personnes, salons, émojis, commandes
shortcuts-bold-italic = Gras, italique
shortcuts-struck-out = Barré
shortcuts-the-rest = Le reste
shortcuts-close-what-is-open-then = Fermer ce qui est ouvert, puis marquer le salon comme lu
shortcuts-search-this-room-everywhere = Chercher : dans ce salon, partout
shortcuts-this-list = Cette liste
shortcuts-among-messages = Parmi les messages
shortcuts-older-or-newer-message = Message plus ancien ou plus récent
shortcuts-oldest-or-newest-message = Premier ou dernier message
shortcuts-what-can-be-done-with = Actions sur le message
shortcuts-reply-react = Répondre, réagir
shortcuts-reply-in-thread-forward = Répondre dans le fil, transférer
shortcuts-edit-delete = Modifier, supprimer
shortcuts-pin-or-unpin = Épingler ou désépingler
shortcuts-copy-its-link-its-text = Copier son lien, son texte

## sidebar

sidebar-close-menu = Fermer le menu
sidebar-workspace = Espace de travail

## sign-out

sign-out-sign-out = Se déconnecter ?
sign-out-stay = Rester
sign-out-sign-out-2 = Se déconnecter
sign-out-signing-out = Déconnexion
sign-out-discard-and-sign-out = Abandonner et se déconnecter
sign-out-keep-and-sign-out = Garder et se déconnecter

## start-failed

start-failed-confab-did-not-start = Confab n’a pas démarré

## status

status-your-status = Votre statut
status-in-words = En mots
status-clear = Effacer
status-do-not-disturb = Ne pas déranger
status-nothing-is-told-to-you = Vous ne recevez aucune notification, et les autres le voient
status-saving = Enregistrement
status-until-i-change-it = Jusqu’à ce que je le change
status-for-30-minutes = Pendant 30 minutes
status-for-4-hours = Pendant 4 heures
status-for-how-long = Pour combien de temps
status-does-not-want-to-be = Ne pas déranger

## text

text-show-or-hide = Afficher ou masquer
text-spoiler = Spoiler
text-copy-code = Copier le code

## told

told-show-notifications-on-this-device = Afficher les notifications sur cet appareil
told-tell-me-about = Me signaler
told-notifications = Notifications
told-words-that-count-as-a = Mots qui comptent comme une mention
told-with-commas-between-them = Séparés par des virgules.
told-quiet-from = Silence à partir de
told-quiet-to = Silence jusqu’à
told-quiet-hours = Heures de silence
told-nothing-is-told-in-them = Rien n’y est signalé
told-sound = Son
told-notifications-of-this-room = Notifications de ce salon
told-or-nothing-at-all-for = Ou rien du tout pendant un moment :
told-unmute = Réactiver
told-for-8-hours = Pendant 8 heures
told-notifications-of-this-room-none = Notifications de ce salon : aucune
told-this-browser-blocks-notifications-from = Ce navigateur bloque les notifications d’ici. Autorisez-les dans les réglages du site, à gauche de l’adresse.
told-this-browser-shows-notifications-only = Ce navigateur n’affiche les notifications que pour les pages servies en https.
told-mentions = Mentions
told-everything = Tout
told-nothing = Rien
told-do-not-disturb = ne pas déranger
told-none = Aucun
told-drop = Goutte
told-chime = Carillon
told-knock = Coup

## tools

tools-copy-link = Copier le lien
tools-react = Réagir (+)
tools-reply-r = Répondre (R)
tools-more-actions = Autres actions
tools-more = Plus

## welcome

welcome-kept-from-the-moment-you = Gardé dès que vous appuyez sur Enter, même sans réseau.
welcome-stored-as-1 = Enregistré sous #1
welcome-shown-only-once-it-is = Affiché seulement une fois sur le disque du serveur.
welcome-not-stored = Non enregistré
welcome-you-keep-the-text-retry = Vous gardez le texte. « Réessayer » ne peut jamais le publier deux fois.
welcome-as-the-others-will-see = Tel que les autres le verront.
welcome-set-up-your-server = Configurez votre serveur
welcome-nobody-has-been-here-before = Personne n’est venu ici avant vous : ce serveur sera le vôtre.
welcome-your-name = Votre nom
welcome-open-confab = Ouvrir Confab
welcome-opening = Ouverture
welcome-no-e-mail-address-no = Pas d’adresse e-mail, pas de mot de passe, aucune inscription. Tout reste sur ce serveur.
welcome-join-confab = Rejoindre Confab
welcome-what-should-we-call-you = Comment vous appelez-vous ?
welcome-join = Rejoindre
welcome-joining = Un instant
welcome-no-account-needed-this-browser = Aucun compte nécessaire : ce navigateur se souvient de vous.
devices = Tes appareils
devices-why = Sois la même personne sur un autre appareil aussi : tes salons, tes brouillons et ce que tu as lu te suivent.
devices-get = Obtenir un code
devices-getting = Obtention d’un code…
devices-get-another = Obtenir un autre code
devices-over = Le code est maintenant trop ancien.
devices-how = Sur l’autre appareil, choisis « {$choice} » et saisis-le, ou ouvre le lien là-bas. Il sert une fois, pendant {$minutes ->
    [one] {$minutes} minute
   *[other] {$minutes} minutes
}.
devices-already-here = Je suis déjà ici sur un autre appareil
devices-title = Te connecter sur cet appareil
devices-lead = Sur l’appareil où ta session est ouverte, ouvre les réglages et obtiens un code sous « Tes appareils ».
devices-code = Ton code
devices-code-help = Dix lettres et chiffres, comme ton autre appareil les montre.
devices-sign-in = Se connecter
devices-signing-in = Connexion…
devices-new-here = Je viens ici pour la première fois

## words

words-catching-up = Synchronisation
words-offline-trying-again = Hors ligne · nouvelle tentative
words-offline-no-network = Hors ligne · pas de réseau
words-signed-out = Session terminée
words-this-page-is-out-of = Cette page n’est plus à jour
words-stopped = Arrêté
words-link-cut = connexion coupée
words-2-s-delay = délai de 2 s
words-10-lost = 10 % perdus
words-no-websocket = pas de WebSocket
words-no-network-on-this-device = Pas de réseau sur cet appareil. Nouvelle tentative dès qu’il y en a un.
words-what-you-write-waits-on = Ce que vous écrivez attend sur cet appareil.
words-it-goes-out-when-the = Il part quand la connexion revient, une seule fois.
words-both-go-out-when-the = Les deux partent quand la connexion revient, dans cet ordre, une seule fois.
words-you-were-signed-out = Votre session est terminée.
words-back-online = De nouveau en ligne.
words-several-people-are-typing = Plusieurs personnes écrivent
words-attach-files-or-drop-them = Joindre des fichiers, ou les déposer n’importe où
words-drop-to-attach = Déposez pour joindre
words-files-for-this-message = Fichiers de ce message
words-waiting-for-its-turn = Attend son tour
words-interrupted-it-goes-on-by = Interrompu. L’envoi reprend tout seul.
words-file-goes-with-the-page = Ce navigateur ne le garde pas : il est perdu si vous rechargez avant la fin de l’envoi.
words-remove = Retirer
words-a-file-was-refused-retry = Un fichier a été refusé. Réessayez d’abord, ou retirez-le.
words-a-file-was-refused = Un fichier a été refusé. Retirez-le d’abord.
words-goes-out-when-its-files = Part quand ses fichiers sont là.
words-files-in-this-room = Fichiers de ce salon
words-nobody-has-sent-a-file = Personne n’a encore envoyé de fichier ici. Déposez-en un n’importe où, ou appuyez sur le trombone.
words-attach-it-as-a-file = Le joindre en fichier
words-picture = Image
words-fetching-what-was-sent-here = Récupération de ce qui a été envoyé ici…
words-jump-to-a-date = Aller à une date
words-day = Jour
words-go-there = Y aller
words-nothing-was-written-since-that = Rien n’a été écrit depuis ce jour.
words-choose-a-day-first = Choisissez d’abord un jour.

## compare

compare-round-trip-median-and-p99 = Aller-retour, médiane et p99
compare-messages-per-second = Messages par seconde
compare-bytes-per-message-there-and = Octets par message, aller et retour
compare-no-websocket-gets-through-here = Aucun WebSocket ne passe ici, il n’y a donc rien à comparer.
compare-nothing-but-the-websocket-answered = Rien d’autre que le WebSocket n’a répondu.

## doctor

doctor-looks-at-this-server-as = Examine ce serveur tel que ses visiteurs l’atteignent, depuis ce navigateur et depuis le serveur lui-même, et dit ce qu’il faut changer.
doctor-as-visitors-type-it = Telle que les visiteurs la saisissent.
doctor-this-page-came-from-another = Cette page vient d’une autre adresse, donc seul le serveur fait l’examen. Ouvrez cette adresse-là pour le faire aussi depuis un navigateur.
doctor-the-examination-took-too-long = L’examen a duré trop longtemps et a été interrompu.
doctor-from-this-browser = Depuis ce navigateur
doctor-from-the-server-itself = Depuis le serveur lui-même
doctor-nothing-to-change = Rien à changer.

## kept

kept-also-written-on-another-device = Aussi écrit sur un autre appareil :
kept-put-into-the-box = Mettre dans la zone
kept-discard-what-the-other-device = Abandonner le texte de l’autre appareil
kept-send-later = Envoyer plus tard
kept-files-first = Attendez que ses fichiers soient là, puis programmez-le.
kept-remind-me = Me le rappeler
kept-message = Message
kept-of-what = À propos de
kept-when = Quand
kept-choose-a-day-and-a = Choisissez un jour et une heure.
kept-that-time-has-passed = Cette heure est passée.
kept-schedule = Programmer
kept-scheduling = Programmation
kept-keeping-it = Enregistrement
kept-scheduled-messages-and-reminders = Messages programmés et rappels
kept-nothing-is-scheduled-choose-the = Rien n’est programmé. Choisissez l’horloge à côté de « Envoyer », ou écrivez /later ou /remind.
kept-being-sent = Envoi en cours
kept-reminder = Rappel :
kept-a-scheduled-message-was-not = Un message programmé n’a pas été envoyé :
kept-change = Modifier
kept-send-now = Envoyer maintenant
kept-show-message = Afficher le message
kept-done = Fait
kept-remind-me-2 = Me le rappeler…
kept-reminder-2 = Rappel
kept-read-by = Lu par…
kept-read-by-2 = Lu par
kept-asking-who-has-read-it = Recherche des lecteurs…
kept-nobody-else-has-read-this = Personne d’autre ne l’a encore lu, ou ne le montre.
kept-reading = Lecture
kept-show-others-how-far-i = Montrer aux autres jusqu’où j’ai lu
kept-without-it-you-do-not = Sans cela, vous ne le voyez pas non plus chez les autres

## lives

lives-a-websocket-begins-as-an = Un WebSocket commence comme une requête HTTP ordinaire qui demande une mise à niveau et propose les langues qu’elle parle.
lives-the-server-answers-101-names = Le serveur répond 101, nomme la langue choisie, et dès cet octet les deux côtés peuvent envoyer quand ils veulent.
lives-then-the-client-says-hello = Puis le client dit bonjour avec son cookie, et la bienvenue du serveur dit qui il est et quels salons existent.
lives-frames = Trames
lives-everything-after-the-handshake-is = Après la poignée de main, tout est trame : deux à quatorze octets d’en-tête, puis le texte.
lives-a-browser-masks-what-it = Un navigateur masque ce qu’il envoie, pour qu’aucun proxy en chemin ne le prenne pour autre chose ; le serveur envoie en clair.
lives-here-each-frame-is-one = Ici, chaque trame est un objet JSON que tout le monde peut lire.
lives-ping-and-pong = Ping et pong
lives-a-cable-that-is-pulled = Un câble débranché ne dit rien, donc le silence ne prouve rien.
lives-the-server-pings-the-client = Le serveur envoie un ping, le client un pong, et le temps entre les deux est l’aller-retour.
lives-who-hears-nothing-for-longer = Qui n’entend rien plus longtemps que convenu dans la bienvenue tient la connexion pour morte et en ouvre une autre.
lives-close-codes = Codes de fermeture
lives-a-connection-that-ends-in = Une connexion qui se ferme proprement dit pourquoi par un nombre.
lives-1000-is-done-1001-is = 1000 : terminé ; 1001 : une page ou un serveur qui s’en va ; 1012 : un redémarrage ; 4000 à 4499 demandent à ce client de revenir, 4500 à 4999 de ne pas revenir.
lives-1006-is-no-number-that = 1006 n’a été envoyé par personne : la connexion a fini sans un mot.
lives-errors = Erreurs
lives-a-browser-tells-a-page = Un navigateur dit seulement à une page qu’un WebSocket a échoué, jamais pourquoi, pour que les pages ne puissent pas explorer un réseau.
lives-what-can-be-told-is = Ce qu’on peut dire, c’est jusqu’où il est allé : aucune réponse, une réponse sans mise à niveau, ou une connexion rompue plus tard.
lives-after-two-upgrades-that-were = Après deux mises à niveau refusées, ce client passe par de simples requêtes et regarde de temps en temps si un WebSocket s’ouvrirait.
lives-coming-back = Retour
lives-every-line-of-a-room = Chaque ligne d’un salon a un numéro, et le client connaît le dernier qu’il a.
lives-a-new-connection-asks-for = Une nouvelle connexion demande ce qui est venu après, et renvoie ce qui n’a pas été confirmé, sous le même identifiant.
lives-so-a-cut-costs-time = Une coupure coûte donc du temps, jamais un message.

## search

search-search = Recherche
search-close-search-esc = Fermer la recherche (Esc)
search-search-messages = Chercher des messages
search-search-and-results = Recherche et résultats
search-newest-first = Plus récents d’abord
search-best-first = Plus pertinents d’abord
search-searching = Recherche…
search-also = Aussi :
search-no-message-has-this = Aucun message ne contient cela.

## switcher

switcher-go-to = Aller à
switcher-a-room-a-person-a = Un salon, une personne, un panneau
switcher-messages-of = messages de

## thread

thread-thread = Fil
thread-close-thread-esc = Fermer le fil (Esc)
thread-thread-messages = Messages du fil
thread-reply-in-thread = Répondre dans le fil
thread-send-reply = Envoyer la réponse
thread-write-a-reply = Écrire une réponse
thread-fetching-the-thread = Récupération du fil…
thread-the-first-message-of-this = Le premier message de ce fil a été supprimé.
thread-nobody-can-reply = Plus personne ne peut répondre ici.
thread-only-the-first-4-000 = Seules les 4 000 premières réponses sont lues ici.
thread-this-works-in-the-rooms = Cela fonctionne dans la zone de message du salon.
thread-forward = Transférer
thread-forward-to-a-room = Transférer vers un salon
thread-find-a-room = Trouver un salon
thread-no-room-of-yours-is = Aucun de vos salons ne s’appelle ainsi.
thread-no-replies-yet = Pas encore de réponses

## Everywhere

list-comma = {", "}
list-and = {$before} et {$last}
milliseconds = {$number} ms

## The strip above the room

banner-offline-since = Hors ligne depuis {$time}.
banner-next-try = Prochaine tentative dans {$left}

## A room without messages

blank-new = #{$room} est nouveau. Le premier message sera {$number}.
blank-trying-again = Nouvelle tentative dans {$left}.
blank-no-answer = Le serveur n’a pas répondu.

## The message box

composer-name = Message dans #{$room}
composer-replying = Réponse à {$name}
not-stored-because = Non enregistré. {$why}
edit-box-keys = {$enter} enregistre {$escape} annule
foot-keys = {$sends} envoie {$breaks} nouvelle ligne
foot-fetching = Récupération de {$numbers}…
history-here = Ici : {$numbers}
history-complete = Complet jusqu’à {$number}
history-fetching = Récupération de {$numbers}
foot-as-of = état à {$time}
dot-connection = Connexion : {$state}

## The connection panel

wire-compare-measuring = Mesure : {$way}
wire-compare-blocked = Bloqué. {$why}
wire-facts-oldest = le plus ancien : {$age}
wire-facts-messages = messages
wire-facts-failed = en attente, {$count} en échec
wire-handshake-answer = {$answer}, {$protocol}, ouvert après {$time}
wire-handshake-after = après {$time}
wire-handshake-heard = entendu il y a {$ago}, perdu après {$silence} de silence
wire-handshake-server = serveur {$version}, {$protocol}
wire-history-rooms = salons ouverts complets : {$complete} sur {$all}
wire-history-only-here = {$count} sur cet appareil seulement
wire-history-other = serveur {$head}, {$state}
wire-lives-yours = La vôtre : {$address}
wire-lives-answer = Réponse : {$answer}
wire-lives-welcome = Bienvenue : {$when}
wire-lives-over-http = Aucun WebSocket ne passe ici, donc la vôtre est une connexion par {$transport} et sa réponse est 201 : les mêmes trames dans des requêtes ordinaires.
wire-lives-last-in = La dernière reçue : {$kind}, {$size}, {$time}
wire-lives-last-out = La dernière envoyée : {$kind}, {$size}, {$time}
wire-lives-count = Depuis l’ouverture de cette page : {$here} reçues, {$there} envoyées.
wire-lives-round-trip = Le dernier aller-retour a pris {$time}.
wire-lives-server = Le serveur : {$heartbeat}
wire-lives-cursor = La vôtre : #{$room} est complet jusqu’à {$number} ; une nouvelle connexion demande ce qui vient après.
wire-now-since = depuis {$time} (à partir de {$at})
wire-recording-last = dernières {$time}, {$size}
wire-tries-since = {$count} depuis l’ouverture de cette page
wire-tries-next = Prochaine tentative après {$time}
wire-tries-closed = Fermée {$code}, {$why}
wire-tries-failed = Échec {$code}, {$why}
wire-tries-given-up = Abandonnée ici, {$why}
wire-tries-lasted = Elle a duré {$time}.
wire-tries-because = « {$why} ».
wire-tries-online = En ligne, WebSocket ouvert après {$time}
wire-tries-welcome = Bienvenue après {$time}
unit-ms = ms
wire-trips-median = médiane {$time}
wire-trips-worst = maximum {$time}
wire-trips-said = Aller-retour sur cinq minutes : médiane {$median}, maximum {$worst}
wire-trips-down = connexion coupée {$time}
wire-frames-in = reçue
wire-frames-out = envoyée
transport-websocket = WebSocket
transport-events = événements envoyés par le serveur
transport-poll = long polling
transport-events-title = Événements envoyés par le serveur
transport-poll-title = Long polling
transport-automatic = Automatique
transport-requests = Requêtes simples
transport-events-and-post = Événements + POST

## Jumping to the newest

jump-pill-count =
    { $count ->
        [one] Aller au plus récent, {$count} nouveau message
       *[other] Aller au plus récent, {$count} nouveaux messages
    }
jump-pill-new = {$count} nouv.

## The room’s messages

log-name = Messages dans #{$room}
log-new-aloud = Nouveaux messages depuis {$time}
log-new = Nouveautés depuis {$time}
me-settings = Réglages ({$keys})

## A message

message-pinned-aloud = épinglé
message-edit-waits = modification pas encore enregistrée
message-edited-at = Modifié à {$time}
message-edited-show = Modifié à {$time}, afficher les versions précédentes
message-edit-failed = Modification : {$why}
message-number = numéro {$number}
message-mentions-you = vous mentionne
message-stored = enregistré
message-kept-sending = sur cet appareil, envoi en cours
message-unkept-sending = seulement dans cette page, envoi en cours
message-kept-waiting = sur cet appareil, en attente de la connexion
message-unkept-waiting = seulement dans cette page, en attente de la connexion
message-not-stored = non enregistré
message-sending = envoi…
message-stored-as = Enregistré par le serveur sous {$number}
message-stored-as-number = Enregistré par le serveur sous le numéro {$number}
message-menu-name = Message de {$name}, {$time}
react-with = Réagir avec {$emoji}
copy-link-to = Copier le lien vers {$number}
never-confirmed-draft = brouillon
new-room-becomes = Il s’appellera #{$room}.
people-list-too-many =
    { $count ->
        [one] {$count} personne, trop pour une liste.
       *[other] {$count} personnes, trop pour une liste.
    }
presence-online = en ligne
presence-away = absent
presence-offline = hors ligne

## The room’s head

room-head-menu = Salons et personnes, {$count} non lus
room-head-room = Salon
room-head-people =
    { $count ->
        [one] {$count} personne ici
       *[other] {$count} personnes ici
    }

## The owner’s page

server-counted-another-code = Un autre code
server-doctor-finding-line = la ligne pour {$place}
server-times-said = {$title} : {$count} mesurés, la moitié {$half}
server-times-half = moitié {$time}
server-times-most = 99 sur 100 {$time}
server-times-longer = plus long
unit-us = µs
unit-s = s
server-traffic-connections =
    { $count ->
        [one] {$count} connexion
       *[other] {$count} connexions
    }
server-traffic-said = Messages enregistrés par seconde : au plus {$number}
server-traffic-each-second = par seconde
server-traffic-of-a-core = % d’un cœur
per-second = {$unit}/s

## Settings

settings-language = Langue
settings-language-of-browser = Celle du navigateur
settings-enter-sends = {$enter} envoie, {$other} va à la ligne
settings-enter-breaks = {$enter} va à la ligne, {$other} envoie
shortcuts-or = ou
sign-out-failed = La déconnexion n’a pas abouti. {$why}
sign-out-means = Ce navigateur oublie qui vous êtes. Vos messages et votre nom restent, mais personne ne pourra se reconnecter sous votre identité.
sign-out-files-go =
    { $count ->
        [one] {$count} fichier que vous n’avez pas envoyé est retiré de ce navigateur.
        [many] {$count} de fichiers que vous n’avez pas envoyés sont retirés de ce navigateur.
       *[other] {$count} fichiers que vous n’avez pas envoyés sont retirés de ce navigateur.
    }
status-help = Au plus {$count} caractères. Tout le monde les voit.
until = Jusqu’à {$time}
status-not-disturbed-aloud = ne pas déranger
status-name = Votre statut : {$status}
text-code-in = Code, {$language}
told-quiet = De {$from} à {$to}
told-as-in-settings = Comme dans les réglages : {$tell}
told-about-room = Dans #{$room}, me signaler
told-muted-until = En sourdine jusqu’à {$time}.

## The first page

welcome-say = Vous savez toujours {$break}où sont vos mots.
welcome-lead = Tout le monde sur {$host} voit les salons ouverts.
kept-delete = Supprimer

## Numbers and people

words-unread-above =
    { $count ->
        [one] {$count} message non lu au-dessus
       *[other] {$count} messages non lus au-dessus
    }
words-others =
    { $count ->
        [one] {$count} autre
       *[other] {$count} autres
    }
words-not-there = Le message {$number} n’est pas dans ce salon, ou a été supprimé.
words-no-such-room = Il n’y a pas de salon #{$room} ici.
words-chars = {$count} caractères sur {$most}
seconds = {$number} s
words-catching-up-on = Synchronisation, {$numbers}
words-online = En ligne
words-online-events = En ligne par événements du serveur
words-online-poll = En ligne par long polling
words-slow = En ligne, lent
words-slow-events = En ligne, lent par événements du serveur
words-slow-poll = En ligne, lent par long polling
words-stretch = {$first} à {$last}
words-part = {$numbers} sur {$head}
words-test = (test : {$faults})
words-silent = silence
words-minutes = {$minutes} min {$seconds} s
words-hours = {$hours} h {$minutes} min
words-days =
    { $count ->
        [one] {$count} jour
       *[other] {$count} jours
    }
unit-b = o
unit-kb = ko
unit-mb = Mo
decimal-point = ,
words-unkept =
    { $count ->
        [one] {$count} message n’est que dans cette page : ce navigateur n’a pas la place de le garder.
       *[other] {$count} messages ne sont que dans cette page : ce navigateur n’a pas la place de les garder.
    }
words-waiting =
    { $count ->
        [one] {$count} message attend sur cet appareil et part tout seul.
       *[other] {$count} messages attendent sur cet appareil et partent tout seuls.
    }
words-unkept-short =
    { $count ->
        [one] {$count} message dans cette page seulement.
       *[other] {$count} messages dans cette page seulement.
    }
words-waiting-short =
    { $count ->
        [one] {$count} message attend.
       *[other] {$count} messages attendent.
    }
words-all-go-out = Les {$count} partent quand la connexion revient, dans cet ordre, une seule fois.
words-left-behind =
    { $count ->
        [one] {$what} : non enregistré, et plus envoyé. Si vous le gardez, il sera proposé à qui se connectera ensuite dans ce navigateur.
       *[other] {$what} : non enregistrés, et plus envoyés. Si vous les gardez, ils seront proposés à qui se connectera ensuite dans ce navigateur.
    }
words-left-of =
    { $count ->
        [one] {$what} de {$name} reste sur cet appareil.
       *[other] {$what} de {$name} restent sur cet appareil.
    }
words-left =
    { $count ->
        [one] {$what} d’anciennes sessions reste sur cet appareil.
       *[other] {$what} d’anciennes sessions restent sur cet appareil.
    }
words-unsent =
    { $count ->
        [one] {$count} message non envoyé
       *[other] {$count} messages non envoyés
    }
words-drafts =
    { $count ->
        [one] {$count} brouillon
       *[other] {$count} brouillons
    }
words-signed-out-unsent =
    { $count ->
        [one] Votre session est terminée. Votre message non envoyé est gardé sur cet appareil.
       *[other] Votre session est terminée. Vos {$count} messages non envoyés sont gardés sur cet appareil.
    }
words-back-stored =
    { $count ->
        [one] {$count} enregistré
       *[other] {$count} enregistrés
    }
words-back-fetched =
    { $count ->
        [one] {$count} récupéré
       *[other] {$count} récupérés
    }
words-back-complete = complet jusqu’à {$number}
words-back-online-with = De nouveau en ligne. {$what}.
words-hole-one = {$number} manque ici. Nouvelle récupération.
words-hole = {$numbers} manquent ici. Nouvelle récupération.
words-typing-one = {$name} écrit
words-typing-two = {$first} et {$second} écrivent
words-typing-three = {$first}, {$second} et {$third} écrivent
words-new =
    { $count ->
        [one] {$count} nouveau
       *[other] {$count} nouveaux
    }
words-new-from =
    { $count ->
        [one] {$count} nouveau de {$names}
       *[other] {$count} nouveaux de {$names}
    }
words-unread =
    { $count ->
        [one] {$count} non lu
       *[other] {$count} non lus
    }
words-mentions =
    { $count ->
        [one] {$count} mention
       *[other] {$count} mentions
    }
words-not-in-the-last = Votre dernier message ici ne contient pas « {$text} ».
words-jump-from = {$day}, aller à une date
words-of-bytes = {$here} sur {$all}
words-retry-file = Réessayer {$name}
words-remove-file = Retirer {$name}
words-progress = Envoi de {$name}
words-open-picture = Ouvrir l’image {$name}
words-too-many-files = {$count} fichiers, et un message en porte au plus {$most}. Retirez-en.
kept-scheduled-here =
    { $count ->
        [one] {$count} message est programmé ici
       *[other] {$count} messages sont programmés ici
    }
kept-due =
    { $count ->
        [one] {$count} rappel
       *[other] {$count} rappels
    }
kept-refused =
    { $count ->
        [one] {$count} message programmé n’a pas été envoyé
       *[other] {$count} messages programmés n’ont pas été envoyés
    }
kept-all = Tout ce qui est programmé : {$count}
kept-message-at = Message, {$time}
kept-reminder-at = Rappel, {$time}
kept-was-due = Rappel, prévu {$time}
kept-not-sent = Non envoyé. {$why}
kept-will-be-sent = Sera envoyé : {$time}
kept-will-be-reminded = Le rappel viendra : {$time}
kept-more-readers =
    { $count ->
        [one] et {$count} autre
       *[other] et {$count} autres
    }
kept-or-more-readers = et au moins {$count} autres
thread-replies =
    { $count ->
        [one] {$count} réponse
       *[other] {$count} réponses
    }
thread-deleted =
    { $count ->
        [one] {$count} supprimée
       *[other] {$count} supprimées
    }
thread-last-at = dernière {$time}
thread-forwarded-from = Transféré de #{$room}, par {$name}
thread-forwarded = Transféré, par {$name}
thread-forwarded-to = Transféré vers #{$room}
thread-open = Ouvrir le fil
search-found =
    { $count ->
        [one] {$count} message.
       *[other] {$count} messages.
    }
search-first =
    { $count ->
        [one] {$count} message jusqu’ici.
       *[other] {$count} messages jusqu’ici.
    }
search-behind =
    { $count ->
        [one] La recherche ne couvre pas encore la dernière ligne.
       *[other] La recherche ne couvre pas encore les {$count} dernières lignes.
    }
search-all = La recherche a couvert tout ce que vous pouvez lire.
switcher-search-for = Chercher « {$text} » dans les messages
doctor-good = Bon :
doctor-bad = À changer :
doctor-unknown = Inconnu :
doctor-running = Examen en cours. Un WebSocket silencieux est observé pendant {$count} s.
doctor-to-change =
    { $count ->
        [one] {$count} chose à changer.
       *[other] {$count} choses à changer.
    }
compare-takes = {$way} prend {$times} fois plus de temps qu’un WebSocket ici.
compare-carries = {$way} porte {$times} fois moins de messages qu’un WebSocket ici.
compare-weighs = {$way} pèse {$times} fois le poids d’un WebSocket ici.
compare-behind = Sur cette connexion, un WebSocket n’était pas le meilleur : {$way} était devant cette fois.
compare-shares = Ce qui part ensemble partage ses requêtes.

## What a close code means

closing-done = terminé, les deux côtés sont d’accord
closing-away = le serveur ou la page s’en va
closing-protocol = une trame a enfreint le protocole WebSocket
closing-kind = l’autre côté ne sait pas lire ce type de trame
closing-no-code = une trame de fermeture sans code
closing-no-frame = pas de trame de fermeture : le réseau ou l’autre côté est parti
closing-utf8 = une trame de texte n’était pas en UTF-8
closing-policy = contraire aux règles du serveur
closing-too-big = un message était trop grand
closing-extension = une extension manquait
closing-fault = une erreur du serveur
closing-restart = le serveur redémarre
closing-busy = le serveur est occupé
closing-gateway = une passerelle a reçu une mauvaise réponse
closing-tls = pas de connexion sûre (TLS)
closing-slow = ce lecteur était trop lent ; il rattrape son retard
closing-silent = un signe de vie est resté sans réponse
closing-no-hello = aucun bonjour n’est arrivé à temps
closing-version = cette version n’y est pas prise en charge
closing-not-signed-in = sans session ouverte
closing-none = pas un code de fermeture
closing-reserved = réservé par le protocole
closing-library = enregistré par une bibliothèque
closing-come-back = revenez
closing-stay-away = ne revenez pas
closing-comes-back = Ce client se reconnecte tout seul
closing-stays = Ce client ne se reconnecte pas tout seul

## Commands of the message box

command-away = Indique que vous n’êtes pas là, ou où vous êtes
command-away-said = Absent
command-back = Retire votre statut
command-help = Liste les commandes
command-invite = Invite quelqu’un ; sans nom, copie le lien du salon
command-invite-takes = @nom mots
command-invites = {$name} invite {$people}
command-invites-with = {$name} invite {$people} : {$words}
command-join = Ouvre un salon
command-join-takes = salon
command-later = L’envoie à l’heure dite
command-later-takes = 18:00 texte
command-me = Le dit de vous, à la troisième personne
command-me-takes = ce que vous faites
command-poll = Pose une question, on répond par des réactions
command-poll-takes = Question ? | un | autre
command-remind = Vous le rappelle
command-remind-takes = me in 20 minutes texte
command-shrug = Ajoute ¯\_(ツ)_/¯
command-spoiler = Le masque jusqu’à ce qu’on le demande
command-spoiler-takes = texte
command-status = L’affiche à côté de votre nom
command-status-takes = ce que vous faites
command-topic = Dit de quoi parle ce salon ; - le retire
command-topic-takes = de quoi il parle
command-unknown = Il n’y a pas de commande /{$name}. Deux barres au début en envoient une.
command-no-time = /{$name} se met devant une heure et un texte : 18:00, in 20 minutes, tomorrow 9:00.
command-no-poll = Un sondage a une question et 2 à 9 réponses : /poll Thé ? | Oui | Non.
command-twice-in-poll = La réponse {$answer} y est deux fois.
command-nobody = Personne ici, présent ou ayant écrit, ne s’appelle {$name}.
command-oneself = Vous êtes déjà ici.
command-alone = /{$name} se met devant ce dont il s’agit : /{$name} {$takes}.

## Skin tones

tone-none = Sans couleur de peau
tone-light = Clair
tone-medium-light = Moyen clair
tone-medium = Moyen
tone-medium-dark = Moyen foncé
tone-dark = Foncé

## Days

clock-today = Aujourd’hui
clock-yesterday = Hier
clock-tomorrow-at = demain, {$time}
clock-day-at = {$day}, {$time}

## Before and after the program runs

failure-stopped = Confab s’est arrêté
failure-means = Une erreur du programme a arrêté cette page. Rien de ce que vous avez écrit n’est perdu.
boot-opening = Ouverture de Confab
boot-late = Cela prend du temps.
boot-reload-page = Recharger la page
boot-cannot = Confab ne peut pas démarrer
boot-could-not = Confab n’a pas pu démarrer
boot-stopped = Confab s’est arrêté
boot-no-webassembly = Ce navigateur n’exécute pas WebAssembly ici. Mettez-le à jour, ou autorisez WebAssembly pour ce site.
boot-not-loaded = Le serveur n’a pas envoyé tout le programme. Il redémarre peut-être, ou le réseau est coupé.
boot-not-started = Le programme est arrivé, mais n’a pas démarré.
boot-means = Le programme s’est arrêté sur cette page. Ce que le serveur a enregistré est en sûreté. Rechargez pour continuer.
boot-reload = Recharger
http-no-answer = Le serveur ne répond pas. Réessayez dans un instant.

## Notifications

telling-mentions = {$name} vous mentionne dans #{$room}
telling-writes = {$name} dans #{$room}
telling-others = d’autres
telling-mention-you =
    { $count ->
        [one] {$count} vous mentionne
       *[other] {$count} vous mentionnent
    }

## What the server and the machine say in English: said again in this language

## (a sentence is known by its English words)

said-file-no-name = Le fichier n’a pas de nom.
said-file-name-long = Le nom du fichier dépasse 255 octets.
said-file-name-path = Le nom du fichier est un chemin. Envoyez-le sous un nom simple.
said-file-name-unseen = Le nom du fichier contient des caractères invisibles.
said-emoji-before-words = Un seul émoji se place devant les mots.
said-status-empty = Un statut a besoin de mots.
said-status-long = Un statut a au plus {$number} caractères.
said-status-sign = Un statut ne peut pas contenir {$sign}.
said-topic-empty = Un sujet demande des mots visibles.
said-topic-long = Un sujet a au plus {$number} caractères.
said-topic-sign = Un sujet ne peut pas contenir {$sign}.
said-message-empty = Un message a besoin de texte.
said-message-long = {$chars} caractères sur {$most}.
said-message-control = Le texte contient un caractère de contrôle ({$sign}) qui ne peut pas être envoyé.
said-one-emoji = Une réaction est un seul émoji.
said-room-empty = Un salon a besoin d’un nom.
said-room-long = Le nom d’un salon a au plus {$number} caractères.
said-room-sign = Le nom d’un salon est fait de lettres, de chiffres, de - et de _ ; {$sign} n’en est pas.
said-room-start = Le nom d’un salon commence par une lettre ou un chiffre.
said-name-empty = Choisissez un nom.
said-name-long = Un nom a au plus {$number} caractères.
said-name-sign = Un nom ne peut pas contenir {$sign}.
said-sign-quoted = « {$letter} »
said-name-letter = Un nom a au moins une lettre ou un chiffre.
said-name-script = Un nom s’écrit dans une seule écriture, pour ne pas passer pour un autre.
said-name-taken = Quelqu’un ici porte déjà ce nom. Ajoutez une lettre ou un lieu.
said-room-taken = Un salon porte déjà ce nom.
said-server-full = Le serveur n’accepte plus de connexions pour l’instant. Réessayez dans un instant.
said-address-full = Trop de connexions viennent de votre adresse. Fermez-en une, ou réessayez dans un instant.
said-connecting-full = Trop de connexions en même temps. Réessayez dans un instant.
said-address-fast = Votre adresse se connecte trop souvent. Réessayez dans un instant.
said-owner-rooms = Seul le propriétaire peut créer des salons sur ce serveur.
said-owner-sees = Seul le propriétaire voit comment va le serveur.
said-owner-examines = Seul le propriétaire peut examiner ce serveur.
said-owner-deletes = Seuls son auteur et le propriétaire peuvent retirer un message.
said-owner-changes = Seul le propriétaire peut modifier un salon.
said-no-room = Ce salon n’existe pas.
said-room-unread = Le salon ne peut pas être lu maintenant. Rouvrez-le plus tard.
said-not-now = Le serveur ne peut pas le faire maintenant. Réessayez plus tard.
said-files-most = Un message porte au plus {$number} fichiers.
said-too-fast = Trop de trames trop vite. Attendez une seconde, puis continuez.
said-restarts = Le serveur redémarre. Reconnectez-vous, puis recommencez.
said-rooms-most = Ce serveur a {$number} salons, et c’est le maximum.
said-draft-long = Un brouillon de {$number} caractères reste sur son appareil.
said-code-wrong = Ce code est faux, déjà utilisé ou trop ancien. Obtiens-en un nouveau sur ton autre appareil.
said-plan-far = Rien ne se programme à plus d’un an.
said-plan-gone = Cela a été envoyé ou supprimé entre-temps, rien n’a été modifié.
said-plan-leaves = Il est justement en cours d’envoi.
said-too-often = Vous faites cela trop souvent. Attendez un instant.
said-sign-in = Connectez-vous d’abord.
said-login-ended = Cette session est terminée ; reconnectez-vous.
said-sign-in-crowd = Beaucoup de personnes se connectent en ce moment ; réessayez dans un instant.
said-examined = Un examen est déjà en cours.
said-address-form = Une adresse, c’est https:// ou http://, un hôte, et un port s’il est inhabituel.
said-foreign-file = Ce fichier est à quelqu’un d’autre.
said-no-files = Ce serveur n’accepte pas de fichiers.
said-file-large = Le fichier dépasse {$size}.
said-files-large = Vos fichiers dépasseraient {$size} ensemble.
said-files-count = Vous avez {$number} fichiers ici, et c’est le maximum.
said-upload-elsewhere = Une autre requête poursuit cet envoi.
said-upload-more = Plus d’octets sont arrivés qu’annoncé.
said-file-lies = Le fichier n’est pas ce qu’il prétend, mais {$kind}.
said-file-damaged = Le fichier est endommagé : il commence comme {$kind}, mais {$what}.
said-kind-picture = une image
said-kind-film = une vidéo
said-kind-sound = un son
said-kind-pdf = un PDF
said-kind-text = un texte
said-kind-other = autre chose
said-damage-early = il se termine trop tôt
said-damage-size = il n’a pas de largeur ou pas de hauteur
said-damage-parts = il a trop de parties
said-damage-begin = une partie ne commence pas où elle devrait
said-damage-longer = une partie est plus longue que le fichier
said-damage-length = il a une partie sans longueur
said-damage-place = il a une partie là où il ne peut y en avoir
said-damage-two = il a deux tailles, ou des couleurs qui n’existent pas
said-damage-before = il a des pixels avant leur taille
said-damage-no-pixels = il n’a pas de pixels
said-damage-colours = il a des couleurs qui n’existent pas
said-damage-header = il ne commence pas par un seul en-tête
said-damage-unbegun = ses pixels ne commencent pas
said-damage-misplaced = une partie est trop courte ou mal placée
said-damage-long = il est trop long
said-size-bytes = {$number} octets
said-size-megabytes = {$number} Mo
said-picture-large = Une image de {$width} sur {$height} pixels est trop grande pour être affichée.
said-disk-full-file = Le disque du serveur est plein ; le fichier n’a pas été enregistré.
said-disk-full = Le disque du serveur est plein ; rien n’a été enregistré.
said-no-file = Ce fichier n’existe pas.
said-bytes-gone = Ce navigateur n’a plus le fichier. Choisissez-le à nouveau.
said-files-crowd = Trop de fichiers sont en route ; réessayez dans un instant.
said-files-away = Le serveur n’atteint pas ses fichiers maintenant ; réessayez.
said-data-away = Le serveur n’atteint pas ses données maintenant ; réessayez.
said-taken-back = Ce message a été retiré.
said-foreign-message = Ce message est à quelqu’un d’autre.
said-edited-since = Ce message a été modifié depuis que vous l’avez vu.
said-so-already = Ce message est déjà ainsi.
said-reactions-most = Un message a au plus {$number} réactions différentes.
said-pins-most = Un salon a au plus {$number} messages épinglés.
said-file-elsewhere = Un fichier de ce message est déjà dans un autre message.
said-no-message = Ce message n’existe pas.
said-id-used = L’identifiant de ce message a servi pour un autre texte.
said-about-to-restart = Le serveur est sur le point de redémarrer.
said-upload-broke = L’envoi s’est interrompu ; il reprend là où il s’est arrêté.
said-readers-hidden = Vous ne montrez pas jusqu’où vous avez lu, donc vous ne le savez pas des autres.
said-search-away = Le serveur ne peut pas chercher maintenant ; réessayez.
said-search-long = Une recherche a au plus {$most} caractères ; celle-ci en a {$chars}.
said-search-words = Une recherche a au plus {$number} mots.
said-search-empty = Il n’y a rien à chercher.
said-search-no-date = « {$value} » n’est pas une date. Une date s’écrit ainsi : 2026-11-01.
said-busy = Le serveur est occupé ; réessayez dans un instant.
said-slow = La réponse a pris trop de temps. Réessayez.
said-unanswered = Le serveur n’a pas répondu pendant 20 s. « Réessayer » ne peut pas le publier deux fois.
said-disk-full-kept = Le disque du serveur est plein. Votre texte est gardé ici.
said-other-name = Il a été écrit sous un autre nom. « Réessayer » l’envoie sous celui-ci.
said-room-offline = Un salon a besoin du serveur, et il n’y a pas de connexion en ce moment.
said-room-lost = La connexion a été perdue avant la réponse du serveur. Si le salon a été créé, il sera dans la liste.
said-room-unanswered = Le serveur n’a pas répondu pendant 20 s. Si le salon a été créé, il sera dans la liste.
said-stopped-here = Arrêté sur cet appareil.
said-ended-for-good = Le serveur a mis fin définitivement à la connexion : {$why}.
said-close-none = aucune raison n’a été donnée
said-close-done = terminé
said-close-away = s’en va
said-close-text = seules les trames de texte sont lues ici
said-close-utf8 = le texte doit être en UTF-8
said-close-rules = trop de trames contraires aux règles
said-close-large = le message dépasse {$number} octets
said-close-fault = une erreur du serveur
said-close-restarts = le serveur redémarre
said-close-busy = le serveur est occupé
said-close-slow = lecture trop lente ; revenez et rattrapez
said-close-silent = un ping est resté sans réponse
said-close-hello = aucun bonjour n’est arrivé à temps
said-close-version = cette version n’est pas prise en charge ici ; mettez le client à jour
said-close-sign-in = connectez-vous d’abord
said-compare-no = Le serveur ne répond pas par cette voie.
said-no-stream = Le navigateur n’ouvre aucun flux ici.
said-no-answer = Le serveur n’a pas répondu.
said-link-gone = La connexion a disparu.
said-stream-bad = Le flux s’est terminé par quelque chose d’illisible.
said-stream-broke = Le flux s’est rompu.
said-cut-here = Coupé dans le panneau de connexion.
said-refused-here = Refusé dans le panneau de connexion, comme dans un réseau sans WebSocket.
said-no-socket = Le navigateur n’ouvre aucun socket ici.
said-link-broke = La connexion s’est rompue.
said-plans-most = {$number} messages et rappels attendent déjà.
said-plan-files = Un rappel ne porte pas de fichiers.
said-drafts-most = {$number} brouillons sont déjà conservés.
said-uploads-most = {$number} fichiers sont déjà en route, et c’est le maximum.
said-requests-most = {$number} requêtes attendent déjà leur réponse.
said-echoes = Trop d’échos sont en cours ; réessayez.
said-examinations = Trop d’examens sont en cours.
said-examined-own = Le serveur n’examine que ses propres adresses. Si {$url} en est une, démarrez-le avec --allow-origin {$url}.
said-doctor-certificate-ends = Le certificat expire dans {$number} jours.
said-doctor-certificate-good = Le certificat est valable encore {$number} jours.
said-doctor-certificate-expired = Le certificat a expiré : aucun navigateur ne se connecte.
said-doctor-certificate-early = Le certificat n’est pas encore valable : il commence plus tard, ou une horloge est fausse.
said-doctor-certificate-chain = Aucune chaîne ne mène du certificat à une autorité que les navigateurs connaissent : les certificats intermédiaires manquent, ou il est autosigné.
said-doctor-certificate-name = Le certificat est pour un autre nom que celui de l’adresse.
said-doctor-no-tls = Il n’y a pas de TLS : {$why}.
said-doctor-not-itself = Le serveur ne s’y atteint pas lui-même : {$why}. Dans certains réseaux, personne de l’intérieur n’atteint l’adresse publique ; seul un regard de l’extérieur compte alors.
said-doctor-nobody = Personne n’y répond : {$why}.
said-doctor-proxy = Le proxy n’atteint pas Confab : il répond par {$number}.
said-doctor-own-name = Confab ne se connaît pas sous le nom d’hôte qui lui parvient.
said-doctor-other = Autre chose que Confab y répond, par {$number}.
said-doctor-answers-as = Confab {$version} répond.
said-doctor-answers = Confab répond.
said-doctor-host = Le nom d’hôte passe.
said-doctor-host-lost = Le nom d’hôte ne passe pas : le serveur voit {$seen} au lieu de {$host} et prend ses propres pages pour étrangères.
said-doctor-upgrade-lost = Les changements de protocole ne passent pas : le proxy retire les en-têtes Upgrade et Connection, donc aucun WebSocket ne s’ouvre.
said-doctor-upgrade = Un WebSocket s’ouvre et porte des messages.
said-doctor-page-foreign = Le serveur prend la page de {$url} pour celle d’un autre site et la refuse.
said-doctor-refused = Le serveur refuse le WebSocket : il ne se connaît pas sous ce nom d’hôte.
said-doctor-upgrade-status = Aucun WebSocket ne s’ouvre : la réponse au changement de protocole est {$number} au lieu de 101.
said-doctor-upgrade-none = Aucun WebSocket ne s’ouvre. Un navigateur ne dit pas pourquoi ; le plus souvent un proxy retire les en-têtes Upgrade et Connection.
said-doctor-upgrade-empty = Un WebSocket s’ouvre mais ne porte rien : {$why}.
said-doctor-large = Un message de {$number} octets passe.
said-doctor-large-lost = Un message de {$number} octets ne passe pas par un WebSocket.
said-doctor-idle-short = Un WebSocket silencieux vit {$number} s ; les {$needed} s nécessaires n’ont pas été essayées.
said-doctor-idle = Un WebSocket silencieux vit {$number} s.
said-doctor-idle-cut = Un WebSocket silencieux est coupé après {$number} s ; il doit vivre {$needed} s.
said-doctor-slow-cut = Une réponse lente est coupée avant sa fin.
said-doctor-held-back = Les réponses sont retenues jusqu’à être entières : un flux d’événements n’apporte rien avant sa fin.
said-doctor-slow = Une réponse lente arrive morceau par morceau.
said-doctor-body = Une requête de {$number} octets de contenu passe.
said-doctor-body-large = Les requêtes de {$number} octets de contenu sont refusées comme trop grandes.
said-doctor-body-status = Une requête de {$number} octets de contenu reçoit {$status}.
said-doctor-clocks = L’horloge du serveur et celle-ci diffèrent de {$number} s ; l’une des deux est fausse.
said-doctor-clock = L’horloge du serveur est juste.
said-doctor-disk-low = Il ne reste que {$number} Mio sur le disque.
said-doctor-disk = Il reste {$number} Mio sur le disque.
said-doctor-files-few = Le serveur peut tenir {$number} fichiers ouverts, donc moins de connexions.
said-doctor-files = Le serveur peut tenir {$number} fichiers ouverts.
said-doctor-why-late = aucune réponse n’arrive à temps
said-doctor-why-none = aucune réponse n’arrive
said-doctor-why-unconnected = aucune connexion ne s’établit à temps
said-doctor-why-elsewhere = le nom ne mène à aucune adresse de ce serveur
said-doctor-why-echo = aucun écho ne revient
said-fix-machine = la machine
said-fix-renew = renouvelez-le, puis : {$line}
said-fix-renews = retirez la ligne tls avec des fichiers, pour que Caddy renouvelle de lui-même
said-fix-certificate = {$line} avec le certificat de ce nom
said-fix-site = {$line} comme adresse du site
said-fix-keep = retirez {$line} ; gardez mode http
said-fix-headers = retirez Upgrade et Connection de customRequestHeaders
said-fix-remove-both = retirez {$line} et {$other}
said-fix-buffering = retirez le middleware buffering
said-fix-remove = retirez {$line}
said-fix-disk = --data DOSSIER sur un disque plus grand ; arrêtez d’abord le serveur et déplacez le dossier
said-fix-service = {$line} dans la section [Service] du service
said-host-unknown = Ce serveur n’est pas connu sous ce nom d’hôte. Démarrez-le avec --allow-origin et l’adresse de la page, par exemple --allow-origin https://chat.example.
said-page-foreign = La page qui demande est d’un autre site. Démarrez le serveur avec --allow-origin et l’origine de cette page si elle peut l’utiliser.
said-server-closes = Le serveur est sur le point de s’arrêter.

## Marked unread
mark-unread = Marquer non lu à partir d’ici
unread-marked = Non lu à partir d’ici
unread-only-own = À partir d’ici, tout est de vous, et vos propres messages ne sont jamais non lus.

## Threads that are followed
thread-followed = Suivi
thread-follow = Suivre
thread-follow-means = Les nouvelles réponses comptent sous Fils et vous en êtes averti
thread-list-threads = Fils
thread-list-close = Fermer les fils (Esc)
thread-list-none = Pas encore de fils. Ici se trouvent ceux que vous lancez, où vous répondez ou que vous suivez.
thread-list-new-in =
    { $count ->
        [one] {$count} fil avec de nouvelles réponses
       *[other] {$count} fils avec de nouvelles réponses
    }
