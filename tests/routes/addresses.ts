import { plantedCode, type Planted } from '#tests/setup/planted.ts'

/** Who asks: by role in the edition, and one who organises another. */
export const actors = ['visitor', 'nobody', 'judge', 'stageCrew', 'witness', 'assistant', 'organiser', 'owner', 'organiserElsewhere'] as const
export type Asker = (typeof actors)[number]

/** Who may; everybody else is turned away. */
export const may = {
  everyone: actors,
  account: actors.filter((one) => one !== 'visitor'),
  desk: ['assistant', 'organiser', 'owner', 'organiserElsewhere'],
  assistant: ['assistant', 'organiser', 'owner'],
  organiser: ['organiser', 'owner'],
  stageCrew: ['stageCrew', 'organiser', 'owner'],
  owner: ['owner'],
  /** who organises and is on the embargo list: the owner put only themselves on it, and the witness, who sees nothing by that alone */
  embargo: ['owner'],
  /** for whom a seal waits */
  witness: ['witness'],
  /** who judges the edition, and has been given the planted entry */
  judge: ['judge'],
  /** whose device holds the draft on its ring; roles make no difference */
  holder: [],
  /** whoever has the link */
  bearer: [],
  nobody: [],
} satisfies Record<string, readonly Asker[]>
export type Access = keyof typeof may

export interface Address {
  read: Access
  /** with an action only */
  write?: Access
  at: (here: Planted) => string
  /** fields it takes, where only these reach the record */
  form?: Record<string, string>
  /** the page shows people to those who may see it */
  personal?: true
  /** rows of the audit trail that each look adds */
  noted?: number
  /** no page: a file to keep */
  file?: true
}

const request = 'r'.repeat(43)
/** Every address of `app/routes.ts`. */
export const addresses: Record<string, Address> = {
  '/': { read: 'everyone', at: () => '/' },
  '/help': { read: 'everyone', at: () => '/help' },
  '/privacy': { read: 'everyone', at: () => '/privacy' },
  '/accessibility': { read: 'everyone', at: () => '/accessibility' },
  '/cookies': { read: 'everyone', at: () => '/cookies' },
  '/:edition': { read: 'everyone', at: ({ slug }) => `/${slug}` },
  '/categories': { read: 'everyone', at: () => '/categories' },
  '/how-we-judge': { read: 'everyone', at: () => '/how-we-judge' },
  '/:edition/categories': { read: 'everyone', at: ({ slug }) => `/${slug}/categories` },
  '/:edition/categories/:category': { read: 'everyone', at: ({ slug, category }) => `/${slug}/categories/${category}` },
  '/:edition/help-me-choose': { read: 'everyone', at: ({ slug }) => `/${slug}/help-me-choose` },
  '/:edition/how-we-judge': { read: 'everyone', at: ({ slug }) => `/${slug}/how-we-judge` },
  '/:edition/seal': { read: 'everyone', at: ({ slug }) => `/${slug}/seal` },
  '/:edition/seal.json': { read: 'everyone', at: ({ slug }) => `/${slug}/seal.json`, file: true },
  '/:edition/seal/:category/:number/scores.csv': { read: 'nobody', at: ({ slug, settled }) => `/${slug}/seal/${settled}/1/scores.csv` },
  '/:edition/finalists': { read: 'everyone', at: ({ slug }) => `/${slug}/finalists` },

  '/:edition/winners': { read: 'everyone', at: ({ otherSlug }) => `/${otherSlug}/winners` },
  '/winners': { read: 'everyone', at: () => '/winners' },
  '/certificate': { read: 'everyone', at: () => '/certificate' },
  '/certificate/:code': { read: 'everyone', at: () => `/certificate/${plantedCode}` },

  '/:edition/nominate': { read: 'everyone', write: 'everyone', at: ({ slug }) => `/${slug}/nominate` },
  '/:edition/paper-form/:file': { read: 'everyone', at: ({ slug }) => `/${slug}/paper-form/standard.pdf`, file: true },
  '/nominate': { read: 'everyone', at: () => '/nominate' },
  '/nominate/code': { read: 'everyone', write: 'everyone', at: () => `/nominate/code?request=${request}` },
  '/nominate/new-link': { read: 'everyone', write: 'everyone', at: () => '/nominate/new-link' },
  '/nominate/clear': { read: 'everyone', write: 'everyone', at: () => '/nominate/clear' },
  '/nominate/no-reminders/:token': { read: 'bearer', write: 'bearer', at: ({ noRemindersLink }) => `/nominate/no-reminders/${noRemindersLink}` },
  '/nominate/link/:token': { read: 'bearer', write: 'bearer', at: ({ draftLink }) => `/nominate/link/${draftLink}`, personal: true },
  '/nominate/:draft': { read: 'holder', at: ({ draft }) => `/nominate/${draft}` },
  '/nominate/:draft/check': { read: 'holder', write: 'holder', at: ({ draft }) => `/nominate/${draft}/check`, personal: true },
  '/nominate/:draft/sent': { read: 'holder', at: ({ sentDraft }) => `/nominate/${sentDraft}/sent`, personal: true },
  '/nominate/:draft/withdraw': { read: 'holder', write: 'holder', at: ({ sentDraft }) => `/nominate/${sentDraft}/withdraw`, personal: true },
  '/nominate/:draft/later': { read: 'holder', write: 'holder', at: ({ draft }) => `/nominate/${draft}/later`, personal: true },
  '/nominate/:draft/attachment': { read: 'holder', write: 'holder', at: ({ draft }) => `/nominate/${draft}/attachment` },
  '/nominate/:draft/attachment/:file': { read: 'holder', at: ({ draft, file }) => `/nominate/${draft}/attachment/${file}`, personal: true, file: true },
  '/nominate/:draft/:step': { read: 'holder', write: 'holder', at: ({ draft }) => `/nominate/${draft}/who`, personal: true },
  '/nominate/:draft/:step/names': { read: 'holder', at: ({ draft }) => `/nominate/${draft}/question-1/names`, personal: true },
  '/nomination/:token': { read: 'bearer', write: 'bearer', at: ({ statusLink }) => `/nomination/${statusLink}`, personal: true },

  '/nominee': { read: 'everyone', write: 'everyone', at: () => '/nominee' },
  '/nominee/:token': { read: 'bearer', at: ({ nomineeLink }) => `/nominee/${nomineeLink}`, personal: true },
  '/nominee/:token/answer': {
    read: 'bearer', write: 'bearer', at: ({ nomineeLink }) => `/nominee/${nomineeLink}/answer`, personal: true,
    form: { answer: 'declined', name: 'Sam Carer', intent: 'save' },
  },
  '/nominee/:token/certificate/:code': { read: 'bearer', at: ({ nomineeLink }) => `/nominee/${nomineeLink}/certificate/${plantedCode}`, file: true },

  '/sign-in': { read: 'everyone', write: 'everyone', at: () => '/sign-in' },
  '/sign-in/code': { read: 'everyone', write: 'everyone', at: () => `/sign-in/code?request=${request}` },
  '/sign-in/link/:token': { read: 'bearer', write: 'bearer', at: ({ signInLink }) => `/sign-in/link/${signInLink}`, personal: true },
  '/sign-out': { read: 'nobody', write: 'everyone', at: () => '/sign-out' },
  '/account': { read: 'account', write: 'account', at: () => '/account' },
  '/demo/:token': { read: 'nobody', write: 'nobody', at: ({ demoLink }) => `/demo/${demoLink}` },

  '/judge/invitation/:token': { read: 'bearer', write: 'bearer', at: ({ judgeInvitation }) => `/judge/invitation/${judgeInvitation}`, personal: true, form: { intent: 'accepted' } },
  '/judge/:edition/agree': { read: 'judge', write: 'judge', at: ({ slug }) => `/judge/${slug}/agree`, form: { agreed: 'yes' } },
  '/judge/:edition/ties': { read: 'judge', write: 'judge', at: ({ slug }) => `/judge/${slug}/ties`, form: { none: 'yes' } },
  '/judge/:edition/ties/finalists': { read: 'judge', write: 'judge', at: ({ slug }) => `/judge/${slug}/ties/finalists`, personal: true },
  '/judge': { read: 'judge', at: () => '/judge' },
  '/judge/:edition': { read: 'judge', write: 'judge', at: ({ slug }) => `/judge/${slug}`, personal: true },
  '/judge/:edition/entries/:entry': { read: 'judge', write: 'judge', at: ({ slug, judgedEntry }) => `/judge/${slug}/entries/${judgedEntry}`, personal: true },
  '/judge/:edition/entries/:entry/save': { read: 'judge', write: 'judge', at: ({ slug, judgedEntry }) => `/judge/${slug}/entries/${judgedEntry}/save` },
  '/judge/:edition/entries/:entry/step-aside': {
    read: 'judge', write: 'judge', at: ({ slug, judgedEntry }) => `/judge/${slug}/entries/${judgedEntry}/step-aside`, personal: true, form: { reason: 'A tie' },
  },
  '/judge/:edition/ranking/:category': { read: 'judge', at: ({ slug, judgedCategory }) => `/judge/${slug}/ranking/${judgedCategory}`, personal: true },

  '/witness': { read: 'witness', at: () => '/witness' },
  '/witness/:edition': { read: 'witness', at: ({ slug }) => `/witness/${slug}` },
  '/witness/:edition/:category': {
    read: 'witness', write: 'witness', at: ({ slug, settled }) => `/witness/${slug}/${settled}`, personal: true, noted: 1, form: { version: '1', shown: 'x', reason: '', intent: 'confirm' },
  },

  '/stage/:edition': { read: 'stageCrew', at: ({ slug }) => `/stage/${slug}` },
  '/stage/:edition/control': { read: 'stageCrew', write: 'stageCrew', at: ({ slug }) => `/stage/${slug}/control`, form: { act: 'next', version: '0' } },
  '/stage/:edition/script': { read: 'stageCrew', at: ({ slug }) => `/stage/${slug}/script` },
  '/stage/:edition/events': { read: 'stageCrew', at: ({ slug }) => `/stage/${slug}/events`, file: true },

  '/organise': { read: 'desk', at: () => '/organise' },
  '/organise/new': { read: 'owner', write: 'owner', at: () => '/organise/new' },
  '/organise/:edition': { read: 'assistant', at: ({ slug }) => `/organise/${slug}` },
  '/organise/:edition/open': { read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/open` },
  '/organise/:edition/close': { read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/close` },
  '/organise/:edition/reopen': { read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/reopen` },
  '/organise/:edition/return': { read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/return` },
  '/organise/:edition/settings': { read: 'assistant', at: ({ slug }) => `/organise/${slug}/settings` },
  '/organise/:edition/settings/current': { read: 'organiser', write: 'owner', at: ({ slug }) => `/organise/${slug}/settings/current` },
  '/organise/:edition/settings/clock': {
    read: 'owner', write: 'owner', at: ({ rehearsalSlug }) => `/organise/${rehearsalSlug}/settings/clock`, // which nobody organises
    form: { version: '1', 'to.day': '3', 'to.month': '11', 'to.year': '2027', 'to.time': '9am' },
  },
  '/organise/:edition/settings/:section': { read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/settings/host` },
  '/organise/:edition/categories': { read: 'assistant', at: ({ slug }) => `/organise/${slug}/categories` },
  '/organise/:edition/categories/:category': { read: 'organiser', write: 'organiser', at: ({ slug, category }) => `/organise/${slug}/categories/${category}` },
  '/organise/:edition/categories/:category/sponsor': {
    read: 'organiser', write: 'organiser', at: ({ slug, category }) => `/organise/${slug}/categories/${category}/sponsor`, form: { version: '1', sponsor: 'A bank' },
  },
  '/organise/:edition/questions': { read: 'assistant', write: 'organiser', at: ({ slug }) => `/organise/${slug}/questions`, form: { version: '1', question: 'question-1', intent: 'down' } },
  '/organise/:edition/questions/add': { read: 'organiser', write: 'organiser', at: ({ slug, category }) => `/organise/${slug}/questions/add?category=${category}` },
  '/organise/:edition/questions/:question': { read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/questions/question-1` },
  '/organise/:edition/questions/:question/preview': { read: 'assistant', at: ({ slug }) => `/organise/${slug}/questions/question-1/preview` },
  '/organise/:edition/questions/:question/remove': {
    read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/questions/question-1/remove`, form: { version: '1', reason: 'Asked twice' },
  },
  '/organise/:edition/people': { read: 'organiser', at: ({ slug }) => `/organise/${slug}/people`, personal: true },
  '/organise/:edition/people/invite': { read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/people/invite` },
  '/organise/:edition/people/:grant/take-away': {
    read: 'organiser', write: 'organiser', at: ({ slug, grant }) => `/organise/${slug}/people/${grant}/take-away`, personal: true,
  },
  '/organise/:edition/nominations': { read: 'assistant', at: ({ slug }) => `/organise/${slug}/nominations`, personal: true },
  '/organise/:edition/nominations/:nomination': {
    read: 'assistant', write: 'organiser', at: ({ slug, nomination }) => `/organise/${slug}/nominations/${nomination}`, personal: true,
    form: { seen: '0' },
  },
  '/organise/:edition/nominations/:nomination/attachment': {
    read: 'assistant', at: ({ slug, nomination }) => `/organise/${slug}/nominations/${nomination}/attachment`, personal: true, file: true,
  },
  '/organise/:edition/shortlists': { read: 'assistant', at: ({ slug }) => `/organise/${slug}/shortlists` },
  '/organise/:edition/shortlists/:category': { read: 'assistant', write: 'organiser', at: ({ slug, category }) => `/organise/${slug}/shortlists/${category}` },
  '/organise/:edition/shortlists/:category/:act': {
    read: 'organiser', write: 'organiser', at: ({ slug, category }) => `/organise/${slug}/shortlists/${category}/no-award`,
  },
  '/organise/:edition/finalists': { read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/finalists`, personal: true },
  '/organise/:edition/nominations/:nomination/help': { read: 'assistant', write: 'assistant', at: ({ slug, nomination }) => `/organise/${slug}/nominations/${nomination}/help`, personal: true },
  '/organise/:edition/nominations/:nomination/receipt': { read: 'assistant', write: 'assistant', at: ({ slug, nomination }) => `/organise/${slug}/nominations/${nomination}/receipt`, personal: true },
  '/organise/:edition/nominations/:nomination/receipt.pdf': { read: 'assistant', at: ({ slug, nomination }) => `/organise/${slug}/nominations/${nomination}/receipt.pdf`, file: true },
  '/organise/:edition/nominations/:nomination/withdraw': { read: 'assistant', write: 'assistant', at: ({ slug, nomination }) => `/organise/${slug}/nominations/${nomination}/withdraw`, personal: true },
  '/organise/:edition/enter': { read: 'assistant', write: 'assistant', at: ({ slug }) => `/organise/${slug}/enter`, personal: true },
  '/organise/:edition/enter/:draft/read-back': { read: 'assistant', write: 'assistant', at: ({ slug, assistedDraft }) => `/organise/${slug}/enter/${assistedDraft}/read-back`, personal: true },
  '/organise/:edition/enter/:draft/:part': { read: 'assistant', write: 'assistant', at: ({ slug, assistedDraft }) => `/organise/${slug}/enter/${assistedDraft}/who`, personal: true },
  '/organise/:edition/reach': { read: 'assistant', at: ({ slug }) => `/organise/${slug}/reach` },
  '/organise/:edition/imports': { read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/imports`, personal: true },
  '/organise/:edition/imports/:import': { read: 'organiser', write: 'organiser', at: ({ slug, import: id }) => `/organise/${slug}/imports/${id}`, personal: true },
  '/organise/:edition/imports/:import/columns': { read: 'organiser', write: 'organiser', at: ({ slug, import: id }) => `/organise/${slug}/imports/${id}/columns`, personal: true },
  '/organise/:edition/imports/:import/undo': { read: 'organiser', write: 'organiser', at: ({ slug, import: id }) => `/organise/${slug}/imports/${id}/undo` },
  '/organise/:edition/same': { read: 'assistant', write: 'organiser', at: ({ slug, nominee }) => `/organise/${slug}/same?of=${nominee}`, personal: true },
  '/organise/:edition/same/:one/:other': {
    read: 'assistant', write: 'organiser', at: ({ slug, nominee, lookAlike }) => `/organise/${slug}/same/${nominee}/${lookAlike}`, personal: true, form: { intent: 'apart' },
  },
  '/organise/:edition/merges/:merge': {
    read: 'assistant', write: 'organiser', at: ({ slug, merge }) => `/organise/${slug}/merges/${merge}`, personal: true, form: { reason: 'They are two' },
  },
  '/organise/:edition/entries': { read: 'assistant', at: ({ slug }) => `/organise/${slug}/entries`, personal: true },
  '/organise/:edition/entries/:entry': {
    read: 'assistant', write: 'organiser', at: ({ slug, entry }) => `/organise/${slug}/entries/${entry}`, personal: true,
    form: { decision: 'eligible', version: '1' },
  },
  '/organise/:edition/entries/:entry/as-judges': { read: 'assistant', at: ({ slug, entry }) => `/organise/${slug}/entries/${entry}/as-judges`, personal: true },
  '/organise/:edition/entries/:entry/nominee': { read: 'organiser', write: 'organiser', at: ({ slug, entry }) => `/organise/${slug}/entries/${entry}/nominee`, personal: true },
  '/organise/:edition/entries/:entry/move': { read: 'organiser', write: 'organiser', at: ({ slug, entry }) => `/organise/${slug}/entries/${entry}/move`, personal: true },
  '/organise/:edition/entries/:entry/stand': {
    read: 'organiser', write: 'organiser', at: ({ slug, entry }) => `/organise/${slug}/entries/${entry}/stand`, personal: true,
    form: { to: 'stood-down', reason: 'They moved away' },
  },
  '/organise/:edition/entries/:entry/cover/:nomination/:question': {
    read: 'organiser', write: 'organiser', personal: true, form: { version: '1', intent: 'cover', words: 'story' },
    at: ({ slug, entry, nomination, question }) => `/organise/${slug}/entries/${entry}/cover/${nomination}/${question}`,
  },
  '/organise/:edition/notices': { read: 'assistant', at: ({ slug }) => `/organise/${slug}/notices`, personal: true },
  '/organise/:edition/notices/email': {
    read: 'organiser', write: 'organiser', at: ({ slug, nominee }) => `/organise/${slug}/notices/email?nominee=${nominee}`, personal: true,
  },
  '/organise/:edition/notices/letters': {
    read: 'organiser', write: 'organiser', at: ({ slug, nominee }) => `/organise/${slug}/notices/letters?nominee=${nominee}`, personal: true,
  },
  '/organise/:edition/notices/:nominee': {
    read: 'assistant', write: 'organiser', at: ({ slug, nominee }) => `/organise/${slug}/notices/${nominee}`, personal: true, form: { route: 'phone', seen: '1' },
  },
  '/organise/:edition/judging': { read: 'organiser', at: ({ slug }) => `/organise/${slug}/judging` },
  '/organise/:edition/judging/open': { read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/judging/open` },
  '/organise/:edition/judging/return': { read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/judging/return` },
  '/organise/:edition/judging/remind': { read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/judging/remind` },
  '/organise/:edition/judges': { read: 'organiser', at: ({ slug }) => `/organise/${slug}/judges`, personal: true },
  '/organise/:edition/judges/invite': { read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/judges/invite` },
  '/organise/:edition/judges/:judge': {
    read: 'organiser', write: 'organiser', at: ({ slug, invitedJudge }) => `/organise/${slug}/judges/${invitedJudge}`, personal: true, form: { intent: 'invite-again', recusal: '' },
  },
  '/organise/:edition/judges/:judge/aside': { read: 'organiser', write: 'organiser', at: ({ slug, invitedJudge }) => `/organise/${slug}/judges/${invitedJudge}/aside`, personal: true },
  '/organise/:edition/judges/:judge/end': {
    read: 'organiser', write: 'organiser', at: ({ slug, invitedJudge }) => `/organise/${slug}/judges/${invitedJudge}/end`, personal: true, form: { as: 'left', reason: 'Moved away' },
  },
  '/organise/:edition/panels': { read: 'organiser', at: ({ slug }) => `/organise/${slug}/panels`, personal: true },
  '/organise/:edition/panels/:category': { read: 'organiser', write: 'organiser', at: ({ slug, judgedCategory }) => `/organise/${slug}/panels/${judgedCategory}`, personal: true },
  '/organise/:edition/panels/:category/assign': {
    read: 'organiser', write: 'organiser', at: ({ slug, judgedCategory }) => `/organise/${slug}/panels/${judgedCategory}/assign`, personal: true,
  },
  '/organise/:edition/standings': { read: 'organiser', at: ({ slug }) => `/organise/${slug}/standings` },
  '/organise/:edition/standings/:category': { read: 'embargo', at: ({ slug, moderated }) => `/organise/${slug}/standings/${moderated}`, personal: true, noted: 1 },
  '/organise/:edition/standings/:category/working': { read: 'embargo', at: ({ slug, moderated }) => `/organise/${slug}/standings/${moderated}/working`, personal: true, noted: 1 },
  '/organise/:edition/standings/:category/working/:entry': {
    read: 'embargo', at: ({ slug, moderated, moderatedEntry }) => `/organise/${slug}/standings/${moderated}/working/${moderatedEntry}`, personal: true, noted: 1,
  },
  '/organise/:edition/standings/:category/judges': { read: 'embargo', at: ({ slug, moderated }) => `/organise/${slug}/standings/${moderated}/judges`, noted: 1 },
  '/organise/:edition/standings/:category/decide': {
    read: 'embargo', write: 'embargo', at: ({ slug, moderated }) => `/organise/${slug}/standings/${moderated}/decide`, personal: true, noted: 1, form: { seen: '1', reason: 'None' },
  },
  '/organise/:edition/standings/:category/:act': {
    read: 'embargo', write: 'embargo', at: ({ slug, moderated }) => `/organise/${slug}/standings/${moderated}/no-award`, form: { version: '1', reason: 'Nobody' },
  },
  '/organise/:edition/standings/:category/record': { read: 'embargo', at: ({ slug, moderated }) => `/organise/${slug}/standings/${moderated}/record`, personal: true, noted: 1 },
  '/organise/:edition/meeting': { read: 'embargo', write: 'embargo', at: ({ slug }) => `/organise/${slug}/meeting`, personal: true, noted: 1 },
  '/organise/:edition/meeting/:category': {
    read: 'embargo', write: 'embargo', at: ({ slug, moderated }) => `/organise/${slug}/meeting/${moderated}`, personal: true, noted: 1, form: { intent: 'note', note: 'They talked' },
  },
  '/organise/:edition/meeting/:category/compare': { read: 'embargo', at: ({ slug, moderated }) => `/organise/${slug}/meeting/${moderated}/compare`, noted: 1 },
  '/organise/:edition/meeting/:category/citation/:entry': {
    read: 'embargo', write: 'embargo', at: ({ slug, moderated, moderatedEntry }) => `/organise/${slug}/meeting/${moderated}/citation/${moderatedEntry}`, personal: true, noted: 1,
    form: { intent: 'save', seen: '1', citation: 'Kind' },
  },
  '/organise/:edition/meeting/:category/wall': { read: 'embargo', at: ({ slug, moderated }) => `/organise/${slug}/meeting/${moderated}/wall`, personal: true, noted: 1 },
  '/organise/:edition/meeting/:category/wall/events': { read: 'embargo', at: ({ slug, moderated }) => `/organise/${slug}/meeting/${moderated}/wall/events`, file: true },
  '/organise/:edition/seal': { read: 'organiser', at: ({ slug }) => `/organise/${slug}/seal` },
  '/organise/:edition/seal/:category': {
    read: 'embargo', write: 'embargo', at: ({ slug, settled }) => `/organise/${slug}/seal/${settled}`, personal: true, noted: 1, form: { version: '1', shown: 'x', reason: '', intent: 'take-back' },
  },
  '/organise/:edition/embargo': { read: 'organiser', write: 'owner', at: ({ slug }) => `/organise/${slug}/embargo` },
  '/organise/:edition/ceremony': { read: 'assistant', write: 'organiser', at: ({ slug }) => `/organise/${slug}/ceremony`, personal: true, form: { intent: 'make', cue: '', version: '1' } },
  '/organise/:edition/ceremony/add': {
    read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/ceremony/add`, form: { kind: 'break', title: 'Tea', script: '', version: '1' },
  },
  '/organise/:edition/ceremony/:cue': {
    read: 'organiser', write: 'organiser', at: ({ slug, cue }) => `/organise/${slug}/ceremony/${cue}`, form: { intent: 'save', title: 'Tea', script: '', version: '1' },
  },
  '/organise/:edition/ceremony/pack': { read: 'embargo', at: ({ slug }) => `/organise/${slug}/ceremony/pack` },
  '/organise/:edition/ceremony/pack/file': { read: 'nobody', write: 'embargo', at: ({ slug }) => `/organise/${slug}/ceremony/pack/file`, form: { passphrase: 'abcd-efgh-jkmn' }, file: true },
  '/organise/:edition/archive': { read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/archive` },
  '/organise/:edition/archive/return': { read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/archive/return`, form: { version: '1', reason: 'Too early' } },
  '/organise/:edition/certificates': { read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/certificates` },
  '/organise/:edition/certificates/list': { read: 'organiser', at: ({ slug }) => `/organise/${slug}/certificates/list`, personal: true },
  '/organise/:edition/certificates/print': { read: 'organiser', at: ({ slug }) => `/organise/${slug}/certificates/print`, noted: 1, file: true },
  '/organise/:edition/exports': { read: 'organiser', at: ({ slug }) => `/organise/${slug}/exports` },
  '/organise/:edition/exports/:file': { read: 'organiser', at: ({ slug }) => `/organise/${slug}/exports/nominations.csv`, personal: true, noted: 1, file: true },
  '/organise/:edition/exports/results/:file': { read: 'embargo', at: ({ slug }) => `/organise/${slug}/exports/results/standings.csv`, personal: true, noted: 3, file: true },
  '/organise/:edition/exports/score-sheets/:category': { read: 'embargo', at: ({ slug, moderated }) => `/organise/${slug}/exports/score-sheets/${moderated}`, noted: 2, file: true },
  '/organise/:edition/outbox': { read: 'assistant', at: ({ slug }) => `/organise/${slug}/outbox`, personal: true },
  '/organise/:edition/outbox/release': {
    read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/outbox/release?kind=nomination.receipt`, personal: true,
  },
  '/organise/:edition/outbox/:message': {
    read: 'assistant', write: 'organiser', at: ({ slug, message }) => `/organise/${slug}/outbox/${message}`, personal: true,
    form: { intent: 'release', version: '1' },
  },
  '/organise/:edition/outbox/:message/edit': {
    read: 'organiser', write: 'organiser', at: ({ slug, message }) => `/organise/${slug}/outbox/${message}/edit`, personal: true,
  },
  '/organise/:edition/outbox/:message/cancel': {
    read: 'organiser', write: 'organiser', at: ({ slug, message }) => `/organise/${slug}/outbox/${message}/cancel`, personal: true,
    form: { version: '1' },
  },
  '/organise/:edition/audit': { read: 'organiser', at: ({ slug }) => `/organise/${slug}/audit`, personal: true },

  '/_kit': { read: 'nobody', at: () => '/_kit' },
  '/refused/:code': { read: 'nobody', at: () => '/refused/closed' },
  '/*': { read: 'nobody', at: () => '/no/such/place' },
}
