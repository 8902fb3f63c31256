import type { Planted } from '#tests/setup/planted.ts'

/** Who asks: by role in the edition, and one who organises another. */
export const actors = ['visitor', 'nobody', 'judge', 'stageCrew', 'assistant', 'organiser', 'owner', 'organiserElsewhere'] as const
export type Asker = (typeof actors)[number]

/** Who may; everybody else is turned away. */
export const may = {
  everyone: actors,
  account: actors.filter((one) => one !== 'visitor'),
  desk: ['assistant', 'organiser', 'owner', 'organiserElsewhere'],
  assistant: ['assistant', 'organiser', 'owner'],
  organiser: ['organiser', 'owner'],
  owner: ['owner'],
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
  '/:edition/categories': { read: 'everyone', at: ({ slug }) => `/${slug}/categories` },
  '/:edition/categories/:category': { read: 'everyone', at: ({ slug, category }) => `/${slug}/categories/${category}` },
  '/:edition/how-we-judge': { read: 'everyone', at: ({ slug }) => `/${slug}/how-we-judge` },
  '/:edition/finalists': { read: 'everyone', at: ({ slug }) => `/${slug}/finalists` },

  '/:edition/nominate': { read: 'everyone', write: 'everyone', at: ({ slug }) => `/${slug}/nominate` },
  '/nominate': { read: 'everyone', at: () => '/nominate' },
  '/nominate/code': { read: 'everyone', write: 'everyone', at: () => `/nominate/code?request=${request}` },
  '/nominate/new-link': { read: 'everyone', write: 'everyone', at: () => '/nominate/new-link' },
  '/nominate/clear': { read: 'nobody', write: 'everyone', at: () => '/nominate/clear' },
  '/nominate/link/:token': { read: 'bearer', write: 'bearer', at: ({ draftLink }) => `/nominate/link/${draftLink}`, personal: true },
  '/nominate/:draft': { read: 'holder', at: ({ draft }) => `/nominate/${draft}` },
  '/nominate/:draft/check': { read: 'holder', write: 'holder', at: ({ draft }) => `/nominate/${draft}/check`, personal: true },
  '/nominate/:draft/sent': { read: 'holder', at: ({ sentDraft }) => `/nominate/${sentDraft}/sent`, personal: true },
  '/nominate/:draft/withdraw': { read: 'holder', write: 'holder', at: ({ sentDraft }) => `/nominate/${sentDraft}/withdraw`, personal: true },
  '/nominate/:draft/later': { read: 'holder', write: 'holder', at: ({ draft }) => `/nominate/${draft}/later`, personal: true },
  '/nominate/:draft/:step': { read: 'holder', write: 'holder', at: ({ draft }) => `/nominate/${draft}/who`, personal: true },
  '/nomination/:token': { read: 'bearer', write: 'bearer', at: ({ statusLink }) => `/nomination/${statusLink}`, personal: true },

  '/sign-in': { read: 'everyone', write: 'everyone', at: () => '/sign-in' },
  '/sign-in/code': { read: 'everyone', write: 'everyone', at: () => `/sign-in/code?request=${request}` },
  '/sign-in/link/:token': { read: 'bearer', write: 'bearer', at: ({ signInLink }) => `/sign-in/link/${signInLink}`, personal: true },
  '/sign-out': { read: 'nobody', write: 'everyone', at: () => '/sign-out' },
  '/account': { read: 'account', write: 'account', at: () => '/account' },
  '/demo/:token': { read: 'nobody', write: 'nobody', at: ({ demoLink }) => `/demo/${demoLink}` },

  '/organise': { read: 'desk', at: () => '/organise' },
  '/organise/new': { read: 'owner', write: 'owner', at: () => '/organise/new' },
  '/organise/:edition': { read: 'assistant', at: ({ slug }) => `/organise/${slug}` },
  '/organise/:edition/open': { read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/open` },
  '/organise/:edition/close': { read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/close` },
  '/organise/:edition/reopen': { read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/reopen` },
  '/organise/:edition/return': { read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/return` },
  '/organise/:edition/settings': { read: 'assistant', at: ({ slug }) => `/organise/${slug}/settings` },
  '/organise/:edition/settings/current': { read: 'organiser', write: 'owner', at: ({ slug }) => `/organise/${slug}/settings/current` },
  '/organise/:edition/settings/:section': { read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/settings/host` },
  '/organise/:edition/categories': { read: 'assistant', at: ({ slug }) => `/organise/${slug}/categories` },
  '/organise/:edition/categories/:category': { read: 'organiser', write: 'organiser', at: ({ slug, category }) => `/organise/${slug}/categories/${category}` },
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
  '/organise/:edition/shortlists': { read: 'assistant', at: ({ slug }) => `/organise/${slug}/shortlists` },
  '/organise/:edition/shortlists/:category': {
    read: 'assistant', write: 'organiser', at: ({ slug, category }) => `/organise/${slug}/shortlists/${category}`, personal: true,
  },
  '/organise/:edition/shortlists/:category/:act': {
    read: 'organiser', write: 'organiser', at: ({ slug, category }) => `/organise/${slug}/shortlists/${category}/no-award`,
  },
  '/organise/:edition/finalists': { read: 'organiser', write: 'organiser', at: ({ slug }) => `/organise/${slug}/finalists` },
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
