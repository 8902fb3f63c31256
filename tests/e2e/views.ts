import type { Page } from 'playwright/test'
import { press } from '#tests/e2e/acts.ts'
import type { Here } from '#tests/e2e/worlds.ts'

/** A page in one of its states, and how to come upon it. */
export interface View {
  /** its address in `app/routes.ts` */
  route: string
  state: string
  who: 'visitor' | 'holder' | keyof Here['people']
  at: (here: Here) => string
  status?: number
  /** what is done there before it is looked at */
  act?: (page: Page) => Promise<unknown>
  /** how its form is sent to make it come back; every form that takes words has this */
  form?: 'empty' | 'too long' | 'both'
}

type More = Partial<Pick<View, 'status' | 'act' | 'form'>>

function view(who: View['who'], route: string, state: string, at: View['at'], more: More = {}): View {
  return { who, route, state, at, ...more }
}

/** A page of the edition in hand, by what comes after its slug. */
const ofEdition = (who: View['who'], before: string) => (route: string, state: string, path: string | ((here: Here) => string), more?: More) =>
  view(who, `${before}/:edition${route}`, state, (here) => `${before}/${here.slug}${typeof path === 'string' ? path : path(here)}`, more)
const shown = ofEdition('visitor', '')
const owned = ofEdition('owner', '/organise')
const organised = ofEdition('organiser', '/organise')
const assisted = ofEdition('assistant', '/organise')

/** A page of a draft that this device holds. */
const drafted = (route: string, state: string, path: (here: Here) => string, more?: More) => view('holder', `/nominate/:draft${route}`, state, (here) => `/nominate/${path(here)}`, more)
const full = (step: string) => (here: Here) => `${here.drafts.full}/${step}`

const request = 'r'.repeat(43)
const sections = ['host', 'dates', 'ceremony', 'timetable', 'eligibility', 'judging', 'records']

/** The pages that are there whatever the year brings. */
const always = [
  view('visitor', '/help', 'as it is', () => '/help'),
  view('visitor', '/privacy', 'as it is', () => '/privacy'),
  view('visitor', '/accessibility', 'as it is', () => '/accessibility'),
  view('visitor', '/cookies', 'as it is', () => '/cookies'),
]

/** What the public sees of the edition, in whatever phase it is. */
const published = (phase: string) => [
  view('visitor', '/', phase, () => '/'),
  shown('/categories', phase, '/categories'),
  shown('/categories/:category', phase, '/categories/care-team'),
  shown('/how-we-judge', phase, '/how-we-judge'),
  shown('/nominate', phase, '/nominate'),
]

export const beforeAnything: View[] = [
  view('visitor', '/', 'no edition', () => '/'),
  ...always,
  view('visitor', '/sign-in', 'fresh', () => '/sign-in', { form: 'both' }),
  view('owner', '/organise', 'no edition', () => '/organise'),
  view('owner', '/organise/new', 'fresh', () => '/organise/new', { form: 'both' }),
]

export const preparing: View[] = [
  ...published('not open yet'),
  organised('', 'with gaps', ''),
  organised('/open', 'with gaps', '/open'),
  organised('/nominations', 'empty', '/nominations'),
  organised('/outbox', 'empty', '/outbox'),
  organised('/audit', 'just begun', '/audit'),
  organised('/settings', 'with gaps', '/settings'),
  assisted('/settings', 'to read only', '/settings'),
  organised('/settings/current', 'for an organiser', '/settings/current'),
  ...sections.map((section) => organised('/settings/:section', section, `/settings/${section}`, { form: section === 'host' ? 'too long' : 'both' })),
  organised('/categories', 'as from the template', '/categories'),
  organised('/categories/:category', 'as from the template', '/categories/care-team', { form: 'both' }),
]

export const nominating: View[] = [
  ...published('open'),
  shown('', 'leads to the first page', ''),
  view('visitor', '/:edition/categories', 'of a rehearsal', ({ rehearsal }) => `/${rehearsal}/categories`),
  drafted('', 'leads to what is next', ({ drafts }) => drafts.full),
  drafted('/:step', 'just begun', ({ drafts }) => `${drafts.empty}/who`, { form: 'both' }),
  drafted('/:step', 'who, filled in', full('who')),
  drafted('/:step', 'work', full('work'), { form: 'both' }),
  drafted('/:step', 'category', full('category'), { form: 'empty' }),
  drafted('/:step', 'a question', full('difference'), { form: 'both' }),
  drafted('/:step', 'know', full('know'), { act: (page) => page.getByLabel('In another way').check(), form: 'both' }),
  drafted('/:step', 'you', full('you'), { form: 'both' }),
  drafted('/check', 'complete', full('check')),
  drafted('/check', 'with gaps', ({ drafts }) => `${drafts.empty}/check`),
  drafted('/later', 'fresh', full('later'), { form: 'both' }),
  drafted('/sent', 'sent', ({ sent }) => `${sent.live.draft}/sent`),
  drafted('/sent', 'withdrawn', ({ sent }) => `${sent.withdrawn.draft}/sent`),
  drafted('/check', 'changing what was sent', ({ sent }) => `${sent.live.draft}/check`),
  drafted('/:step', 'changed and not sent yet', ({ sent }) => `${sent.live.draft}/who?change`, {
    act: (page) => page.getByLabel('Their name').fill('Somebody else').then(() => press(page, 'Continue')),
  }),
  drafted('/sent', 'with changes not sent', ({ sent }) => `${sent.live.draft}/sent`),
  drafted('/sent', 'changed', ({ sent }) => `${sent.live.draft}/sent?done=changed`),
  drafted('/withdraw', 'before it', ({ sent }) => `${sent.live.draft}/withdraw`),
  view('visitor', '/nominate/:draft', 'on a device that does not hold it', ({ drafts }) => `/nominate/${drafts.full}`, { status: 404 }),
  view('visitor', '/nominate/:draft/:step', 'on a device that does not hold it', ({ drafts }) => `/nominate/${drafts.full}/who`, { status: 404 }),
  view('visitor', '/nominate', 'leads to the start', () => '/nominate'),
  view('holder', '/:edition/nominate', 'on a device that holds drafts', ({ slug }) => `/${slug}/nominate`),
  view('visitor', '/nominate/new-link', 'fresh', () => '/nominate/new-link', { form: 'both' }),
  view('visitor', '/nominate/new-link', 'asked', () => '/nominate/new-link?done=asked'),
  view('visitor', '/nominate/code', 'fresh', () => `/nominate/code?request=${request}`, { form: 'both' }),
  view('visitor', '/nominate/link/:token', 'fresh', ({ links }) => `/nominate/link/${links.draft}`),
  view('visitor', '/nominate/link/:token', 'of nothing', () => `/nominate/link/${request}`, { status: 404, form: 'both' }),
  view('visitor', '/nomination/:token', 'of nothing', () => `/nomination/${request}`, { status: 404, form: 'both' }),
  view('visitor', '/nomination/:token', 'received', ({ sent }) => `/nomination/${sent.live.link}`),
  view('visitor', '/nomination/:token', 'withdrawn', ({ sent }) => `/nomination/${sent.withdrawn.link}`),
  view('visitor', '/sign-in', 'after signing out', () => '/sign-in?done=signed-out'),
  view('visitor', '/sign-in/code', 'fresh', () => `/sign-in/code?request=${request}`, { form: 'both' }),
  view('visitor', '/sign-in/link/:token', 'fresh', ({ links }) => `/sign-in/link/${links.signIn}`),
  view('visitor', '/sign-in/link/:token', 'of nobody', () => `/sign-in/link/${request}`, { status: 404 }),
  view('visitor', '/demo/:token', 'fresh', ({ links }) => new URL(links.demo).pathname),
  view('judge', '/account', 'with nothing to do yet', () => '/account'),
]

export const organising: View[] = [
  owned('', 'nominating', ''),
  assisted('', 'for an assistant', ''),
  organised('', 'just opened', '?done=opened'),
  view('owner', '/organise', 'several editions', () => '/organise'),
  organised('/nominations', 'full', '/nominations'),
  organised('/nominations', 'next page', '/nominations', { act: (page) => page.getByRole('link', { name: 'Next' }).click().then(() => page.waitForURL(/older=/)) }),
  organised('/nominations', 'nothing found', '/nominations?words=nobody-is-called-this&state=withdrawn'),
  organised('/nominations/:nomination', 'received', ({ sent }) => `/nominations/${sent.live.id}`),
  organised('/nominations/:nomination', 'link sent', ({ sent }) => `/nominations/${sent.live.id}?done=link-sent`),
  assisted('/nominations/:nomination', 'for an assistant', ({ sent }) => `/nominations/${sent.live.id}`),
  organised('/nominations', 'filtered', '/nominations?kind=person'),
  organised('/nominations/:nomination', 'withdrawn', ({ sent }) => `/nominations/${sent.withdrawn.id}`),
  organised('/outbox', 'full', '/outbox'),
  organised('/outbox', 'nothing found', '/outbox?recipient=nobody-is-called-this'),
  owned('/outbox', 'mail of no edition', '/outbox?of=none'),
  organised('/outbox/:message', 'ready', ({ messages }) => `/outbox/${messages.ready}`),
  organised('/outbox/:message', 'held', ({ messages }) => `/outbox/${messages.held}?done=hold`),
  organised('/outbox/:message', 'failed', ({ messages }) => `/outbox/${messages.failed}`),
  organised('/outbox/:message/edit', 'fresh', ({ messages }) => `/outbox/${messages.held}/edit`, { form: 'both' }),
  organised('/outbox/:message/cancel', 'before it', ({ messages }) => `/outbox/${messages.held}/cancel`),
  owned('/people', 'full', '/people'),
  organised('/people', 'one role', '/people?role=stage-crew'),
  organised('/people/invite', 'fresh', '/people/invite', { form: 'both' }),
  organised('/people/:grant/take-away', 'of a judge', ({ grants }) => `/people/${grants.judge}/take-away`),
  owned('/people/:grant/take-away', 'of the only owner', ({ grants }) => `/people/${grants.owner}/take-away`),
  organised('/audit', 'full', '/audit'),
  owned('/audit', 'of no edition', '/audit?of=none'),
  organised('/close', 'before it', '/close'),
  organised('/close', 'changed meanwhile', '/close', { status: 409, act: (page) => page.locator('[name=version]').evaluate((one: HTMLInputElement) => (one.value = '1')).then(() => press(page, 'Close nominations now')) }),
  organised('/return', 'too late', '/return', { status: 409 }),
  organised('/open', 'too late', '/open', { status: 409 }),
  owned('/settings', 'nominating', '/settings?done=saved'),
  owned('/settings/current', 'for an owner', '/settings/current'),
  view('owner', '/organise/:edition/settings/current', 'of a rehearsal', ({ rehearsal }) => `/organise/${rehearsal}/settings/current`),
  ...['dates', 'eligibility', 'judging'].map((section) => organised('/settings/:section', `${section}, with a reason`, `/settings/${section}`, { form: 'both' })),
  organised('/categories/:category', 'with a reason', '/categories/care-team', { form: 'both' }),
  view('organiser', '/account', 'of an organiser', () => '/account'),
]

export const closed: View[] = [
  ...published('closed'),
  drafted('/:step', 'closed', full('who'), { status: 409 }),
  drafted('/sent', 'closed', ({ sent }) => `${sent.live.draft}/sent`),
  view('visitor', '/nomination/:token', 'closed', ({ sent }) => `/nomination/${sent.live.link}`),
  organised('', 'screening', ''),
  organised('/reopen', 'before it', '/reopen', { form: 'both' }),
]

export const refused: View[] = [
  view('visitor', '/*', 'no such page', () => '/no/such/page', { status: 404 }),
  view('visitor', '/_kit', 'not in production', () => '/_kit', { status: 404 }),
  view('visitor', '/sign-out', 'looked at', () => '/sign-out', { status: 404 }),
  view('visitor', '/nominate/clear', 'looked at', () => '/nominate/clear', { status: 404 }),
  view('visitor', '/refused/:code', 'from another website', () => '/refused/cross-site', { status: 403 }),
  view('judge', '/organise/:edition', 'for a judge', ({ slug }) => `/organise/${slug}`, { status: 404 }),
  drafted('/:step', 'more than we take', full('difference'), { status: 413, act: (page) => page.getByRole('textbox').fill('word '.repeat(60_000)).then(() => press(page, 'Continue')) }),
]
