import { assisted, organised, owned, shown, view, type View } from '#tests/e2e/views.ts'
import type { Here } from '#tests/e2e/worlds.ts'

const onStage = (part: string, state: string) => view('organiser', `/stage/:edition${part}`, state, ({ slug }: Here) => `/stage/${slug}${part}`)
const workedOut = (page: Parameters<NonNullable<View['act']>>[0]) => page.getByText('Your browser has just worked it out').waitFor()
const firstAward: View['act'] = (page) => page.getByRole('link', { name: 'Home Care Worker' }).first().click().then(() => page.waitForURL(/ceremony\/./))

/** Every result is sealed, the running order is made, and the hall fills. */
export const beforeTheNight: View[] = [
  view('visitor', '/', 'sealed', () => '/'),
  shown('/winners', 'nobody is named yet', '/winners'),
  shown('/finalists', 'sealed', '/finalists'),
  shown('/seal', 'of all', '/seal', { act: workedOut }),
  organised('', 'before the ceremony', ''),
  assisted('', 'before the ceremony, for an assistant', ''),
  organised('/ceremony', 'the running order', '/ceremony?done=make'),
  assisted('/ceremony', 'the running order, to read only', '/ceremony'),
  organised('/ceremony/:cue', 'of a sealed award', '/ceremony', { act: firstAward }),
  organised('/archive', 'nobody is named yet', '/archive'),
  owned('/ceremony/pack', 'to take along', '/ceremony/pack'),
  owned('/exports', 'with every result', '/exports', { act: (page) => page.getByText('Score sheets').click() }),
  owned('/standings', 'all sealed', '/standings'),
  owned('/seal', 'all sealed', '/seal'),
  onStage('', 'before the first press'), onStage('/control', 'before the first press'), onStage('/script', 'without the winners'),
]

/** The morning after. */
export const announced: View[] = [
  view('visitor', '/', 'the winners are named', () => '/'),
  view('visitor', '/winners', 'this year’s', () => '/winners'),
  shown('/winners', 'all named', '/winners'),
  shown('/finalists', 'the winners are named', '/finalists'),
  shown('/categories/:category', 'the winner is named', '/categories/home-care-worker'),
  shown('/seal', 'opened', '/seal', { act: (page) => workedOut(page).then(() => page.getByText('What was sealed for Home Care Worker').click()) }),
  organised('', 'after the ceremony', ''),
  organised('/ceremony', 'all shown', '/ceremony'),
  organised('/ceremony/:cue', 'of an award that was shown', '/ceremony', { act: firstAward }),
  organised('/archive', 'before it', '/archive'),
  organised('/standings', 'public', '/standings'),
  organised('/standings/:category', 'public, for somebody who was not on the list', '/standings/home-care-worker'),
  organised('/certificates', 'made', '/certificates?done=made'),
  organised('/certificates/list', 'to be sent', '/certificates/list'),
  organised('/certificates/list', 'of an employer', '/certificates', { act: (page) => page.getByRole('table').getByRole('link').first().click().then(() => page.waitForURL(/employer=/)) }),
  view('organiser', '/certificate/:code', 'genuine', ({ slug }: Here) => `/organise/${slug}/certificates/list`, { act: (page) => page.getByRole('table').getByRole('link').first().click().then(() => page.waitForURL(/certificate\//)) }),
  onStage('', 'at the end'), onStage('/control', 'at the end'), onStage('/script', 'with the winners'),
]

/** The year is over. */
export const archived: View[] = [
  view('visitor', '/', 'archived', () => '/'),
  shown('/winners', 'archived', '/winners'),
  shown('/how-we-judge', 'archived', '/how-we-judge'),
  shown('/nominate', 'archived', '/nominate'),
  organised('', 'archived', '?done=archived'),
  organised('/ceremony', 'archived', '/ceremony'),
  organised('/entries', 'archived', '/entries'),
  organised('/nominations', 'archived', '/nominations'),
  organised('/settings', 'archived', '/settings'),
  organised('/archive', 'archived already', '/archive', { status: 409 }),
  organised('/archive/return', 'before it', '/archive/return', { form: 'both' }),
  onStage('', 'closed'), onStage('/control', 'closed'), onStage('/script', 'closed'),
]
