import { templateCategories, type TemplateCategory } from '#app/features/editions/template-categories.ts'
import {
  categoryQuestionWords, datesBefore, keepPrivate, nextCeremony, settingsFromTemplate, siteName, storyQuestions, templateAnchors,
  templateGraceMinutes, templateTimeZone,
} from '#app/features/editions/template.ts'
import { localTime } from '#app/domain/time.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { Database } from '#db/schema.ts'
import type { Insertable } from 'kysely'

/** What whoever starts an edition says of it; the template says the rest. */
export interface NewEdition {
  slug: string
  name?: string
  ceremonyAt?: string
  /** the one that the public pages show; any other stops being it */
  current?: boolean
  rehearsal?: boolean
}

export function editionRow({ now }: Pick<Ctx, 'now'>, wanted: NewEdition): Insertable<Database['edition']> {
  const ceremonyAt = wanted.ceremonyAt ?? nextCeremony(now)
  const { opensAt, closesAt, timetable } = datesBefore(ceremonyAt, templateTimeZone)
  const { year } = localTime(ceremonyAt, templateTimeZone)
  return {
    id: newId(), slug: wanted.slug, name: wanted.name ?? `${siteName} ${year}${wanted.rehearsal ? ', rehearsal' : ''}`,
    current: wanted.current ? 1 : 0, rehearsal: wanted.rehearsal ? 1 : 0, stage: 'preparing',
    time_zone: templateTimeZone, ceremony_at: ceremonyAt, ceremony_place: '', opens_at: opensAt, closes_at: closesAt,
    grace_minutes: templateGraceMinutes, opens_by_clock: 0, settings: JSON.stringify(settingsFromTemplate(timetable)), created_at: now,
  }
}

/** The template's categories with their criteria, and everything that nominators are asked. */
export async function insertProgramme(trx: TrxCtx, editionId: string): Promise<void> {
  const categories = templateCategories.map((category, index) => ({ ...category, id: newId(), position: index + 1 }))
  await trx.db.insertInto('category').values(categories.map((one) => categoryRow(editionId, one))).execute()
  await trx.db.insertInto('criterion').values(categories.flatMap((one) => criterionRows(one.id, one))).execute()
  const story = storyQuestions.map((one, index) => ({ ...questionRow(editionId, one.key, one.label, one.hint, one.wordLimit), position: index + 1 }))
  const own = categories.map((one) => ({
    ...questionRow(editionId, one.slug, one.question, one.hint ?? '', categoryQuestionWords), category_id: one.id, position: story.length + one.position,
  }))
  await trx.db.insertInto('question').values([...story, ...own]).execute()
}

function categoryRow(editionId: string, one: TemplateCategory & { id: string; position: number }): Insertable<Database['category']> {
  const { id, position, slug, name, who, kinds, fits = {} } = one
  return { id, edition_id: editionId, slug, position, name, who, kinds: JSON.stringify(kinds), fits: JSON.stringify(fits), state: 'open' }
}

function criterionRows(categoryId: string, { criteria }: TemplateCategory): Insertable<Database['criterion']>[] {
  return criteria.map(([name, weight], index) => ({
    id: newId(), category_id: categoryId, position: index + 1, name, weight,
    scale_min: 0, scale_max: templateAnchors.length - 1, anchors: JSON.stringify(templateAnchors),
  }))
}

function questionRow(editionId: string, key: string, label: string, hint: string, wordLimit: number) {
  return { id: newId(), edition_id: editionId, category_id: null, key, label, hint: `${hint} ${keepPrivate}`.trim(), word_limit: wordLimit }
}
