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

export function view(who: View['who'], route: string, state: string, at: View['at'], more: More = {}): View {
  return { who, route, state, at, ...more }
}

/** A page of the edition in hand, by what comes after its slug. */
const ofEdition = (who: View['who'], before: string) => (route: string, state: string, path: string | ((here: Here) => string), more?: More) =>
  view(who, `${before}/:edition${route}`, state, (here) => `${before}/${here.slug}${typeof path === 'string' ? path : path(here)}`, more)
export const shown = ofEdition('visitor', '')
export const owned = ofEdition('owner', '/organise')
export const organised = ofEdition('organiser', '/organise')
export const assisted = ofEdition('assistant', '/organise')

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
  organised('/reach', 'not open yet', '/reach'),
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
  drafted('/:step/names', 'somebody is named', full('difference/names')),
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
  drafted('/sent', 'just sent', ({ sent }) => `${sent.live.draft}/sent?done=sent`),
  drafted('/withdraw', 'before it', ({ sent }) => `${sent.live.draft}/withdraw`),
  view('visitor', '/nominate/:draft', 'on a device that does not hold it', ({ drafts }) => `/nominate/${drafts.full}`, { status: 404 }),
  view('visitor', '/nominate/:draft/:step', 'on a device that does not hold it', ({ drafts }) => `/nominate/${drafts.full}/who`, { status: 404 }),
  view('visitor', '/nominate', 'leads to the start', () => '/nominate'),
  view('visitor', '/categories', 'leads to this year’s', () => '/categories'),
  view('visitor', '/how-we-judge', 'leads to this year’s', () => '/how-we-judge'),
  view('holder', '/:edition/nominate', 'on a device that holds drafts', ({ slug }) => `/${slug}/nominate`),
  view('visitor', '/nominate/new-link', 'fresh', () => '/nominate/new-link', { form: 'both' }),
  view('visitor', '/nominate/new-link', 'asked', () => '/nominate/new-link?done=asked'),
  view('visitor', '/nominate/clear', 'asking', () => '/nominate/clear'),
  view('visitor', '/nominate/clear', 'cleared', () => '/nominate/clear?done=cleared'),
  shown('/help-me-choose', 'who it is', '/help-me-choose'),
  shown('/help-me-choose', 'sent without an answer', '/help-me-choose?asked=kind'),
  shown('/help-me-choose', 'what they do', '/help-me-choose?kind=person'),
  shown('/help-me-choose', 'two suggested', '/help-me-choose?kind=person&work=home&stands-out=new'),
  shown('/help-me-choose', 'all that may fit', '/help-me-choose?kind=person&work=otherwise&stands-out=otherwise'),
  view('holder', '/:edition/help-me-choose', 'for a draft', ({ slug, drafts }) => `/${slug}/help-me-choose?draft=${drafts.full}&kind=team&work=behind&stands-out=otherwise`),
  view('visitor', '/nominate/no-reminders/:token', 'before it', ({ links }) => `/nominate/no-reminders/${links.noReminders}`),
  view('visitor', '/nominate/no-reminders/:token', 'stopped', ({ links }) => `/nominate/no-reminders/${links.noReminders}?done=stopped`),
  view('visitor', '/nominate/no-reminders/:token', 'of nothing', () => `/nominate/no-reminders/${request}`, { status: 404 }),
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

/** Screening goes on while nominations come in. */
export const screening: View[] = [
  organised('/entries', 'full', '/entries'),
  organised('/entries', 'nothing found', '/entries?show=withdrawn&words=nobody-is-called-this'),
  organised('/entries/:entry', 'to screen', ({ screened }) => `/entries/${screened.open.entry}`, { act: (page) => page.getByLabel('Not eligible').check(), form: 'both' }),
  assisted('/entries/:entry', 'to read only', ({ screened }) => `/entries/${screened.open.entry}`),
  organised('/entries/:entry', 'stood down', ({ screened }) => `/entries/${screened.down.entry}?done=stood-down`),
  organised('/entries/:entry/nominee', 'filled in', ({ screened }) => `/entries/${screened.open.entry}/nominee`, { form: 'both' }),
  organised('/entries/:entry/as-judges', 'with words covered', ({ screened }) => `/entries/${screened.open.entry}/as-judges`),
  organised('/entries/:entry/move', 'before it', ({ screened }) => `/entries/${screened.open.entry}/move`, { form: 'empty' }),
  organised('/entries/:entry/stand', 'before standing down', ({ screened }) => `/entries/${screened.open.entry}/stand`, { form: 'both' }),
  organised('/entries/:entry/stand', 'before standing again', ({ screened }) => `/entries/${screened.down.entry}/stand`),
  organised('/entries/:entry/cover/:nomination/:question', 'with words covered', ({ screened }) => `/entries/${screened.open.entry}/${screened.open.cover}`, { form: 'both' }),
  organised('/entries/:entry/cover/:nomination/:question', 'words that are not there', ({ screened }) => `/entries/${screened.open.entry}/${screened.open.cover}`, {
    status: 422, act: (page) => page.getByLabel('Words to cover').fill('not in it at all').then(() => press(page, 'Show me first')),
  }),
  organised('/same', 'full', '/same?done=apart'),
  organised('/same', 'of one nominee, with words that find nobody', ({ alike }) => `/same?of=${alike.one}&words=nobody-is-called-this`),
  organised('/same', 'of one nominee, with others found', ({ alike }) => `/same?of=${alike.one}&words=care`),
  assisted('/same/:one/:other', 'to read only', ({ alike }) => `/same/${alike.one}/${alike.other}`),
  organised('/same/:one/:other', 'the other way round', ({ alike }) => `/same/${alike.one}/${alike.other}?into=${alike.one}`, { form: 'too long' }),
  organised('/merges/:merge', 'just merged', ({ alike }) => `/merges/${alike.merge}?done=merged`, { form: 'too long' }),
  organised('/notices', 'full', '/notices?done=queued'),
  organised('/notices', 'told', '/notices?show=told'),
  assisted('/notices', 'to read only', '/notices'),
  organised('/notices/email', 'everybody', '/notices/email?everybody'),
  organised('/notices/email', 'nobody chosen', '/notices/email'),
  organised('/notices/letters', 'before it', ({ screened }) => `/notices/letters?nominee=${screened.down.nominee}`),
  organised('/notices/letters', 'made', ({ screened }) => `/notices/letters?nominee=${screened.down.nominee}`, { act: (page) => press(page, 'Make 1 letter') }),
  organised('/notices/:nominee', 'an email on its way', ({ screened }) => `/notices/${screened.open.nominee}`, { form: 'empty' }),
  organised('/notices/:nominee', 'told by letter', ({ screened }) => `/notices/${screened.down.nominee}?done=told`),
  view('visitor', '/nominee', 'fresh', () => '/nominee', { form: 'both' }),
  view('visitor', '/nominee/:token', 'not answered', ({ screened }) => `/nominee/${screened.open.link}`),
  view('visitor', '/nominee/:token', 'of nobody', () => `/nominee/${request}`, { status: 404 }),
  view('visitor', '/nominee/:token/answer', 'yes', ({ screened }) => `/nominee/${screened.down.link}/answer`, { act: (page) => page.getByLabel('Yes', { exact: true }).first().check(), form: 'both' }),
  view('visitor', '/nominee/:token/answer', 'with the code', ({ screened }) => `/nominee/${screened.open.link}/answer`, {
    act: (page) => page.getByLabel('No, thank you').check().then(() => press(page, 'Continue')),
  }),
]

export const organising: View[] = [
  owned('', 'nominating', ''),
  assisted('', 'for an assistant', ''),
  organised('', 'just opened', '?done=opened'),
  view('owner', '/organise', 'several editions', () => '/organise'),
  assisted('/reach', 'while nominations come in', '/reach', { act: (page) => page.getByText('How we know').click() }),
  organised('/nominations', 'full', '/nominations'),
  organised('/nominations', 'next page', '/nominations', { act: (page) => page.getByRole('link', { name: 'Next' }).click().then(() => page.waitForURL(/older=/)) }),
  organised('/nominations', 'nothing found', '/nominations?words=nobody-is-called-this&state=withdrawn'),
  organised('/nominations/:nomination', 'received', ({ sent }) => `/nominations/${sent.live.id}`),
  organised('/nominations/:nomination', 'link sent', ({ sent }) => `/nominations/${sent.live.id}?done=link-sent`),
  assisted('/nominations/:nomination', 'for an assistant', ({ sent }) => `/nominations/${sent.live.id}`),
  organised('/nominations', 'filtered', '/nominations?kind=person'),
  organised('/nominations', 'to look at', '/nominations?look=first'),
  organised('/nominations/:nomination', 'to look at', ({ toLookAt }) => `/nominations/${toLookAt}`),
  assisted('/nominations/:nomination', 'to look at, for an assistant', ({ toLookAt }) => `/nominations/${toLookAt}`),
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
  view('owner', '/organise/:edition', 'of a rehearsal', ({ rehearsal }) => `/organise/${rehearsal}?done=clock-moved`),
  view('owner', '/organise/:edition/outbox', 'of a rehearsal', ({ rehearsal }) => `/organise/${rehearsal}/outbox`),
  view('owner', '/organise/:edition/settings/clock', 'the next date', ({ rehearsal }) => `/organise/${rehearsal}/settings/clock`, { form: 'both' }),
  view('owner', '/organise/:edition/settings/current', 'of a rehearsal', ({ rehearsal }) => `/organise/${rehearsal}/settings/current`),
  ...['dates', 'eligibility', 'judging'].map((section) => organised('/settings/:section', `${section}, with a reason`, `/settings/${section}`, { form: 'both' })),
  organised('/categories/:category', 'with a reason', '/categories/care-team', { form: 'both' }),
  view('organiser', '/account', 'of an organiser', () => '/account'),
]

/** What a judge reads and fills in; its other states are in `judge.spec.ts`. */
const readingDesk: View[] = [
  view('judge', '/judge', 'leads to the only year', () => '/judge'),
  view('judge', '/judge/:edition', 'under way', ({ slug }) => `/judge/${slug}`),
  view('judge', '/judge/:edition/entries/:entry', 'to fill in', ({ slug, judges }) => `/judge/${slug}/entries/${judges.open}`, { form: 'too long' }),
  view('judge', '/judge/:edition/entries/:entry', 'finished', ({ slug, judges }) => `/judge/${slug}/entries/${judges.finished}`),
  view('judge', '/judge/:edition/entries/:entry/save', 'leads to the entry', ({ slug, judges }) => `/judge/${slug}/entries/${judges.open}/save`, { form: 'too long' }),
  view('judge', '/judge/:edition/entries/:entry/step-aside', 'before it', ({ slug, judges }) => `/judge/${slug}/entries/${judges.open}/step-aside`, { form: 'both' }),
  view('judge', '/judge/:edition/ranking/:category', 'so far', ({ slug, judges }) => `/judge/${slug}/ranking/${judges.category}`),
]

/** Before the night: the pages with winners are looked at in `ceremony.spec.ts`. */
const beforeTheCeremony: View[] = [
  view('visitor', '/winners', 'none yet', () => '/winners'),
  view('visitor', '/certificate', 'fresh', () => '/certificate'),
  view('visitor', '/certificate', 'no code', () => '/certificate?code=K7H4'),
  view('visitor', '/certificate/:code', 'of nobody', () => '/certificate/2345-6789-CFHJ', { status: 404 }),
  organised('/certificates', 'too early', '/certificates'),
  shown('/winners', 'too early', '/winners', { status: 404 }),
  organised('/ceremony', 'empty', '/ceremony'),
  assisted('/ceremony', 'to read only', '/ceremony'),
  organised('/ceremony', 'just made', '/ceremony', { act: (page) => press(page, 'Make it from the categories') }),
  organised('/ceremony/:cue', 'of an award', '/ceremony', { act: (page) => page.getByRole('link', { name: 'Care Team' }).first().click().then(() => page.waitForURL(/ceremony\/./)), form: 'too long' }),
  organised('/ceremony/add', 'fresh', '/ceremony/add', { form: 'both' }),
  organised('/archive', 'too early', '/archive', { status: 409 }),
  organised('/archive/return', 'too early', '/archive/return', { status: 409 }),
  ...['', '/control', '/script'].map((part) => view('organiser', `/stage/:edition${part}`, 'before the night', ({ slug }) => `/stage/${slug}${part}`)),
]

/** Nominations are in; some entries are screened and nobody is chosen yet. */
export const choosing: View[] = [
  organised('', 'screening', ''),
  assisted('', 'screening, for an assistant', ''),
  organised('/shortlists', 'open', '/shortlists'),
  organised('/shortlists/:category', 'open', '/shortlists/care-home-worker', { form: 'too long' }),
  assisted('/shortlists/:category', 'to read only', '/shortlists/care-home-worker'),
  organised('/shortlists/:category/:act', 'no award', '/shortlists/care-home-worker/no-award', { form: 'both' }),
  organised('/shortlists/:category/:act', 'finish, with gaps', '/shortlists/care-home-worker/finish', { status: 409, act: (page) => press(page, 'Finish this shortlist') }),
  organised('/finalists', 'with gaps', '/finalists'),
  shown('/finalists', 'too early', '/finalists', { status: 404 }),
]

export const judging: View[] = [
  ...readingDesk,
  organised('', 'judging', ''),
  organised('/shortlists', 'finished', '/shortlists?done=announced'),
  organised('/shortlists/:category', 'finished', '/shortlists/care-home-worker'),
  organised('/finalists', 'announced', '/finalists'),
  organised('/outbox/release', 'letters to finalists', '/outbox/release?kind=finalist.told'),
  shown('/finalists', 'announced', '/finalists'),
  ...beforeTheCeremony,
  organised('/judging', 'under way', '/judging?done=opened'),
  organised('/judging/open', 'nothing more is ready', '/judging/open'),
  organised('/judging/return', 'before it', '/judging/return'),
  organised('/judging/remind', 'before it', '/judging/remind', { form: 'empty' }),
  organised('/judges', 'full', '/judges'),
  organised('/judges/invite', 'fresh', '/judges/invite', { form: 'both' }),
  organised('/judges/:judge', 'seated', ({ judges }) => `/judges/${judges.seated}?done=aside`),
  organised('/judges/:judge', 'invited', ({ judges }) => `/judges/${judges.invited}`),
  organised('/judges/:judge/aside', 'before it', ({ judges }) => `/judges/${judges.seated}/aside`, { form: 'both' }),
  organised('/judges/:judge/end', 'before it', ({ judges }) => `/judges/${judges.seated}/end`, { form: 'both' }),
  organised('/panels', 'full', '/panels'),
  organised('/panels/:category', 'full', ({ judges }) => `/panels/${judges.category}`),
  organised('/panels/:category', 'nobody chosen', ({ judges }) => `/panels/${judges.category}`, { status: 422, act: (page) => press(page, 'Put them on the panel') }),
  organised('/panels/:category/assign', 'given out already', ({ judges }) => `/panels/${judges.category}/assign`),
  organised('/panels/:category/assign', 'more judges than there are', ({ judges }) => `/panels/${judges.category}/assign?wanted=9`),
  view('visitor', '/judge/invitation/:token', 'fresh', ({ judges }) => `/judge/invitation/${judges.invitation}`),
  view('visitor', '/judge/invitation/:token', 'of nobody', () => `/judge/invitation/${request}`, { status: 404 }),
  view('newcomer', '/judge/:edition/agree', 'not signed', ({ slug }) => `/judge/${slug}/agree`, { form: 'empty' }),
  view('judge', '/judge/:edition/agree', 'signed', ({ slug }) => `/judge/${slug}/agree`),
  view('judge', '/judge/:edition/ties', 'declared', ({ slug }) => `/judge/${slug}/ties`, { form: 'both' }),
  view('judge', '/judge/:edition/ties/finalists', 'nobody ticked', ({ slug }) => `/judge/${slug}/ties/finalists`, { form: 'empty' }),
]

const resultsOf = (path: string) => ({ slug }: Here) => `/${slug}${path}`
/** Two categories settled, one of them asked to be sealed; one decided, the others waiting. The owner is on the embargo list. */
export const moderating: View[] = [
  organised('/standings', 'for somebody who does not see results', '/standings'),
  owned('/standings', 'under way', '/standings'),
  owned('/standings/:category', 'settled', '/standings/home-care-worker?done=settle'),
  owned('/standings/:category', 'to decide', '/standings/newcomer'),
  owned('/standings/:category', 'nothing decided', '/standings/care-team'),
  owned('/standings/:category', 'below the quorum', '/standings/apprentice-or-learner', { act: (page) => page.getByText('See the places as a table').click() }),
  owned('/standings/:category/working', 'every figure', '/standings/apprentice-or-learner/working', { act: (page) => page.getByText('Places by other methods').first().click() }),
  owned('/standings/:category/working/:entry', 'line by line', '/standings/newcomer/working', { act: (page) => page.getByRole('main').getByRole('listitem').getByRole('link').first().click().then(() => page.waitForURL(/working\/./)) }),
  owned('/standings/:category/judges', 'by name', '/standings/newcomer/judges'),
  owned('/standings/:category/decide', 'as saved', '/standings/newcomer/decide', { form: 'too long' }),
  ...['settle', 'open-again', 'no-award'].map((act) => owned('/standings/:category/:act', act, `/standings/newcomer/${act}`, act === 'settle' ? {} : { form: 'both' })),
  owned('/standings/:category/:act', 'reopen', '/standings/home-care-worker/reopen', { form: 'both' }),
  owned('/standings/:category/record', 'settled', '/standings/home-care-worker/record'),
  owned('/standings/:category/record', 'not settled', '/standings/care-team/record'),
  owned('/meeting', 'under way', '/meeting?done=attended', { form: 'empty' }),
  owned('/meeting/:category', 'open', '/meeting/newcomer?done=open', { form: 'empty' }),
  owned('/meeting/:category', 'a proposal of nothing', '/meeting/newcomer', { status: 422, act: (page) => press(page, 'Note the proposal') }),
  owned('/meeting/:category', 'somebody must step out', '/meeting/care-team'),
  owned('/meeting/:category', 'closed', '/meeting/home-care-worker'),
  owned('/meeting/:category/compare', 'the first two', '/meeting/newcomer/compare'),
  owned('/meeting/:category/wall', 'open', '/meeting/newcomer/wall'),
  owned('/meeting/:category/wall', 'not opened', '/meeting/care-team/wall'),
  owned('/meeting/:category/citation/:entry', 'saved before', '/meeting/newcomer', { act: (page) => page.getByRole('link', { name: 'Put together the citation' }).first().click().then(() => page.waitForURL(/citation/)), form: 'too long' }),
  owned('/categories/:category/sponsor', 'sponsored', '/categories/home-care-worker/sponsor', { form: 'too long' }),
  owned('/seal', 'one asked for', '/seal'),
  owned('/seal/:category', 'asked for by somebody else', '/seal/home-care-worker'),
  owned('/seal/:category', 'to be asked for', '/seal/care-home-worker'),
  owned('/embargo', 'for an owner', '/embargo?done=added'),
  organised('/embargo', 'for an organiser', '/embargo'),
  view('visitor', '/:edition/seal', 'nothing sealed', resultsOf('/seal')),
]

/** All categories but one sealed, one of them being amended. */
export const sealed: View[] = [
  organised('', 'sealing', ''),
  owned('/exports', 'for somebody who sees results', '/exports', { act: (page) => page.getByText('Score sheets').click() }),
  organised('/exports', 'for somebody who does not', '/exports', { act: (page) => page.getByText('What is in that file').click() }),
  owned('/ceremony/pack', 'too early', '/ceremony/pack', { status: 409 }),
  owned('/standings/:category', 'sealed', '/standings/care-home-worker?done=sealed'),
  owned('/standings/:category', 'being amended', '/standings/home-care-worker'),
  owned('/standings/:category/:act', 'amend', '/standings/newcomer/amend'),
  owned('/standings/:category/:act', 'drop the amendment', '/standings/home-care-worker/drop-amendment'),
  owned('/seal', 'nearly done', '/seal'),
  owned('/seal/:category', 'an amendment', '/seal/home-care-worker', { form: 'both' }),
  view('visitor', '/:edition/seal', 'sealed', resultsOf('/seal'), { act: (page) => page.getByText('Your browser has just worked it out').waitFor() }),
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
  view('visitor', '/refused/:code', 'from another website', () => '/refused/cross-site', { status: 403 }),
  view('judge', '/organise/:edition', 'for a judge', ({ slug }) => `/organise/${slug}`, { status: 404 }),
  drafted('/:step', 'more than we take', full('difference'), { status: 413, act: (page) => page.getByRole('textbox').fill('word '.repeat(60_000)).then(() => press(page, 'Continue')) }),
]
