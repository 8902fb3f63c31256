import { coverSpans, type Span } from '#app/domain/redaction.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { EntryRow } from '#db/schema.ts'

/** Everything said to one question about one entry, laid together as one text. */
export interface DossierPart {
  questionId: string
  label: string
  /** its paragraphs */
  text: string[]
}

type Dossier = Pick<EntryRow, 'nominee_id' | 'category_id'>

/**
 * An entry's dossier as its judges read it: one text per question from all nominations, without what was covered, from
 * versions that were screened. Nothing in it tells who nominated, how many did, or when: passages stand the longest
 * first, and what was said twice in the same words stands once.
 */
export async function readDossier(ctx: Pick<Ctx, 'db'>, entry: Dossier): Promise<DossierPart[]> {
  const [dossier = []] = await readDossiers(ctx, [entry])
  return dossier
}

/** Several at once, in the order of the entries. */
export async function readDossiers(ctx: Pick<Ctx, 'db'>, entries: Dossier[]): Promise<DossierPart[][]> {
  if (entries.length === 0) return []
  const passages = await passagesOf(ctx, entries).whereRef('n.screened_version', '=', 'n.version').execute()
  const keyOf = (row: Dossier) => `${row.nominee_id} ${row.category_id}`
  const byEntry = Map.groupBy(passages, keyOf)
  return entries.map((entry) => layOut(byEntry.get(keyOf(entry)) ?? []))
}

/** What judges will read once everything in it is screened: for organisers, never for judges. */
export async function previewDossier(ctx: Pick<Ctx, 'db'>, entry: Dossier): Promise<DossierPart[]> {
  return layOut(await passagesOf(ctx, [entry]).execute())
}

/** Every live passage of these entries, screened or not, with what is covered of it. */
function passagesOf({ db }: Pick<Ctx, 'db'>, entries: Dossier[]) {
  return db
    .selectFrom('nomination as n')
    .innerJoin('nomination_category as nc', 'nc.nomination_id', 'n.id')
    .innerJoin('answer as a', (join) => join.onRef('a.nomination_id', '=', 'n.id').onRef('a.version', '=', 'n.version'))
    .innerJoin('question as q', 'q.id', 'a.question_id')
    .leftJoin('redaction as r', (join) =>
      join.onRef('r.nomination_id', '=', 'a.nomination_id').onRef('r.version', '=', 'a.version').onRef('r.question_id', '=', 'a.question_id').on('r.lifted_at', 'is', null))
    .select(['n.id', 'n.nominee_id', 'nc.category_id', 'q.id as questionId', 'q.label', 'a.text', 'r.from_char', 'r.to_char'])
    .where('n.nominee_id', 'in', entries.map((entry) => entry.nominee_id))
    .where('nc.category_id', 'in', entries.map((entry) => entry.category_id))
    .where('n.state', '=', 'live')
    .where((e) => e.or([e('q.category_id', 'is', null), e('q.category_id', '=', e.ref('nc.category_id')), e('q.category_id', '=', e.ref('nc.moved_from'))]))
    .orderBy((e) => e('q.category_id', 'is not', null)).orderBy('q.position').orderBy('q.id')
}

interface PassageRow extends CoveredRow {
  id: string
  questionId: string
  label: string
}

function layOut(passages: PassageRow[]): DossierPart[] {
  return [...Map.groupBy(passages, (row) => row.questionId)]
    .map(([questionId, rows]) => ({ questionId, label: rows[0]?.label ?? '', text: layTogether([...Map.groupBy(rows, (row) => row.id).values()].map(coverPassage)) }))
    .filter(({ text }) => text.length > 0)
}

interface CoveredRow {
  text: string
  from_char: number | null
  to_char: number | null
}

/** The rows of one passage: one for each of its redactions. */
function coverPassage(rows: CoveredRow[]): string {
  const spans = rows.flatMap(({ from_char: from, to_char: to }): Span[] => (from === null || to === null ? [] : [{ from, to }]))
  return coverSpans(rows[0]?.text ?? '', spans).trim()
}

function layTogether(passages: string[]): string[] {
  const once = [...new Set(passages.filter(Boolean))]
  const inOrder = once.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return inOrder.flatMap((passage) => passage.split(/\n+/)).map((paragraph) => paragraph.trim()).filter(Boolean)
}
