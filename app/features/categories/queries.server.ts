import { z } from 'zod'
import { fitsSchema, type Fits } from '#app/domain/choosing.ts'
import type { Edition } from '#app/domain/edition.ts'
import type { QuestionText } from '#app/domain/question-rules.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { CriterionRow } from '#db/schema.ts'
import { nomineeKinds, type CategoryState, type NomineeKind } from '#db/vocabulary.ts'

export interface Criterion {
  id: string
  name: string
  /** per cent of the category's total */
  weight: number
  scaleMin: number
  scaleMax: number
  /** in words, from `scaleMin` up */
  anchors: string[]
}
export interface Question extends QuestionText {
  id: string
  key: string
}
export interface Category {
  id: string
  slug: string
  name: string
  /** whom it is for */
  who: string
  kinds: NomineeKind[]
  /** the answers of “Help me choose” that lead to it */
  fits: Fits
  state: CategoryState
  /** who pays for the award; empty: nobody */
  sponsor: string
  criteria: Criterion[]
  questions: Question[]
}
/** What an edition asks and judges by: the same for everyone within one version of the edition. */
export interface Programme {
  categories: Category[]
  /** asked of every nomination */
  story: Question[]
}

const kindsSchema = z.array(z.enum(nomineeKinds))
const anchorsSchema = z.array(z.string())
const known = new Map<string, Programme>()

/** Three reads the first time; afterwards from memory, as an edition's version rises with every change to it. */
export async function getProgramme(ctx: Pick<Ctx, 'db'>, edition: Pick<Edition, 'id' | 'version'>): Promise<Programme> {
  const key = `${edition.id}:${edition.version}`
  const programme = known.get(key) ?? (await readProgramme(ctx, edition.id))
  if (known.size > 20) known.clear()
  known.set(key, programme)
  return programme
}

async function readProgramme({ db }: Pick<Ctx, 'db'>, editionId: string): Promise<Programme> {
  const categories = await db.selectFrom('category').selectAll().where('edition_id', '=', editionId).orderBy('position').execute()
  const criteria = await db
    .selectFrom('criterion').innerJoin('category', 'category.id', 'criterion.category_id')
    .selectAll('criterion').where('category.edition_id', '=', editionId).orderBy('criterion.position').execute()
  const questions = await db.selectFrom('question').selectAll().where('edition_id', '=', editionId).orderBy('position').execute()
  const asked = (categoryId: string | null): Question[] =>
    questions
      .filter((q) => q.category_id === categoryId)
      .map((q) => ({ id: q.id, key: q.key, label: q.label, hint: q.hint, leastWords: q.least_words, wordLimit: q.word_limit, optional: q.optional === 1 }))
  return {
    story: asked(null),
    categories: categories.map((c) => ({
      id: c.id, slug: c.slug, name: c.name, who: c.who, state: c.state, sponsor: c.sponsor,
      kinds: kindsSchema.parse(JSON.parse(c.kinds)),
      fits: fitsSchema.parse(JSON.parse(c.fits)),
      criteria: criteria.filter((one) => one.category_id === c.id).map(criterionFromRow),
      questions: asked(c.id),
    })),
  }
}

function criterionFromRow(row: CriterionRow): Criterion {
  return {
    id: row.id, name: row.name, weight: row.weight, scaleMin: row.scale_min, scaleMax: row.scale_max,
    anchors: anchorsSchema.parse(JSON.parse(row.anchors)),
  }
}
