import type { Edition } from '#app/domain/edition.ts'
import type { Answers } from '#app/features/nominations/journey.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import type { CategoryRow } from '#db/schema.ts'
import { makeCategory, makeCtx, makeDraft, makeEdition, makeQuestion } from '#tests/factories/index.ts'
import { Visitor, type Reply, type TestApp } from '#tests/setup/app.ts'
import { newestMessage } from '#tests/setup/outbox.ts'

/** An edition that takes nominations, with one question for all and two awards with one each, and what its pages take. */
export interface Desk {
  app: TestApp
  edition: Edition
  home: CategoryRow
  team: CategoryRow
}

export async function openDesk(app: TestApp): Promise<Desk> {
  const edition = await makeEdition(app.db, { settings: { relationships: ['I work with them'] } })
  await makeQuestion(app.db, edition, { key: 'sentence', label: 'In one sentence?', word_limit: 30 })
  const home = await makeCategory(app.db, edition, { slug: 'home', name: 'Home Care', kinds: '["person"]' })
  const team = await makeCategory(app.db, edition, { slug: 'team', name: 'Care Team' })
  return { app, edition, home, team }
}

/** Good answers, page by page, for somebody nominated for Home Care. */
export const good: Record<string, Record<string, string | string[]>> = {
  who: { kind: 'person', name: 'Sam Carer' },
  work: { employer: 'Harbour House', job: 'Cook', reach: '' },
  category: { category: ['home'] },
  sentence: { answer: 'Sam makes every day worth having.' },
  'question-2': { answer: 'They saw a cold hand.' },
  know: { relationship: 'I work with them', otherRelationship: '', shareName: 'yes' },
  you: { nominatorName: 'Nell Nominator', nominatorEmail: 'nell@people.example', nominatorPhone: '' },
}
export const pages = Object.keys(good)

/** Somebody whose device holds a draft in which everything is answered. */
export async function withDraft({ app, edition, home }: Desk, own: Partial<Answers> = {}): Promise<{ visitor: Visitor; draft: string }> {
  const { id } = await makeDraft(app.db, edition, home, { relationship: 'I work with them', ...own })
  return { draft: id, visitor: new Visitor(app.port, await app.ringOf(id)) }
}

/** Somebody who has sent a nomination from their device, and the link of their receipt. */
export async function withSent(desk: Desk, own: Partial<Answers> = {}) {
  const { visitor, draft } = await withDraft(desk, own)
  const { status } = await visitor.post(`/nominate/${draft}/check`)
  if (status !== 303) throw new Error(`sending answered ${status}`)
  const nomination = await desk.app.db.selectFrom('nomination').selectAll().where('draft_id', '=', draft).executeTakeFirstOrThrow()
  const link = nomination.nominator_email ? pathOf((await mailAbout(desk, nomination.id)).link) : ''
  return { visitor, draft, nomination, link }
}

/** Secrets of the newest message about a nomination or a draft. */
export async function mailAbout({ app }: Desk, aboutId: string): Promise<Record<string, string>> {
  return (await newestMessage(app.db, makeCtx(app.db).keys, aboutId)).secrets
}

export function pathOf(link = ''): string {
  return new URL(link).pathname
}

/** An address like one of ours that leads nowhere. */
export const nowhere = newToken()

/** What a page says, without its tags. */
export function wordsOf({ text }: Pick<Reply, 'text'>): string {
  return decoded(text.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ')
}
export const titleOf = ({ text }: Reply) => /<title>(.*?)<\/title>/.exec(text)?.[1]
/** The faults listed above the form, with the field each leads to; one that leads nowhere is `form`. */
export function faultsOf({ text }: Pick<Reply, 'text'>): Record<string, string> {
  const summary = /id="error-summary".*?<\/ul>/s.exec(text)?.[0] ?? ''
  const faults = summary.matchAll(/<li><(?:a href="#([\w.]+)"|p)[^>]*>([^<]+)</g)
  return Object.fromEntries([...faults].map(([, field = 'form', sentence = '']) => [field, decoded(sentence)]))
}

/** What stands in the fields of a page's form, as a browser would send it. */
export function shownIn({ text }: Reply): Record<string, string[]> {
  const form = /<main.*?<form[^>]*method="post".*?<\/form>/s.exec(text)?.[0] ?? ''
  const shown: Record<string, string[]> = {}
  for (const [, tag, attributes = '', inner = ''] of form.matchAll(/<(input|textarea)\b([^>]*)>([^<]*)/g)) {
    const read = (name: string) => decoded(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '')
    const values = (shown[read('name')] ??= [])
    const isSent = !/type="(radio|checkbox)"/.test(attributes) || attributes.includes('checked=')
    if (isSent) values.push(tag === 'textarea' ? decoded(inner) : read('value'))
  }
  return shown
}

function decoded(html: string): string {
  return html.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#x27;/g, "'").replace(/&amp;/g, '&')
}
