import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Edition } from '#app/domain/edition.ts'
import { publicUses, type Publicity, type PublicUse } from '#app/domain/publicity.ts'
import { valueOf } from '#app/domain/result.ts'
import { correctNominee, findParticulars } from '#app/features/screening/correcting.commands.server.ts'
import { decideEligibility, moveCategory } from '#app/features/screening/screening.commands.server.ts'
import { mergeNominees } from '#app/features/screening/merging.commands.server.ts'
import { findNominee, fingerprintOfSides, readSide } from '#app/features/screening/merging.queries.server.ts'
import { saveAnswer } from '#app/features/screening/nominee.commands.server.ts'
import { findByLink } from '#app/features/screening/nominee.queries.server.ts'
import { markTold, tellByEmail } from '#app/features/screening/notices.commands.server.ts'
import { coverWords } from '#app/features/screening/redaction.commands.server.ts'
import { listPassages } from '#app/features/screening/redaction.queries.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import { createLink } from '#app/platform/links.server.ts'

/** What a careful officer would find in the sample nominations; by the export's row numbers. */
const truth = z
  .object({
    clusters: z.array(z.object({ nominee: z.string(), rows: z.array(z.number()) })),
    thirdParty: z.record(z.string(), z.array(z.object({ text: z.string() }))),
    ineligible: z.record(z.string(), z.string()),
    wrongCategory: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/nominations-truth.json'), 'utf8')))

export interface Screening {
  ctx: Ctx
  edition: Edition
  /** of the export's rows, in their order */
  nominationIds: string[]
  /** what is left for whoever tries the demo: this share of it, from the end */
  left: number
}

/** Screens what came in, as two organisers would: merged, covered, moved, decided; and tells the nominees. */
export async function screen(screening: Screening): Promise<void> {
  await mergeAll(screening)
  await moveAll(screening)
  await coverAll(screening)
  await decideAll(screening)
  await tellAll(screening)
}

/** The part that is done. */
function done<T>(all: T[], { left }: Screening): T[] {
  return all.slice(0, Math.round(all.length * (1 - left)))
}

const rowNumber = (index: number) => String(index + 1)

async function nomineeOf({ ctx: { db } }: Screening, nominationId: string): Promise<string> {
  const { nominee_id } = await db.selectFrom('nomination').select('nominee_id').where('id', '=', nominationId).executeTakeFirstOrThrow()
  return nominee_id
}

async function mergeAll(screening: Screening): Promise<void> {
  const { nominationIds } = screening
  const known = truth.clusters.map(({ nominee, rows }) => ({ nominee, ids: rows.flatMap((row) => nominationIds[row - 1] ?? []) })).filter(({ ids }) => ids.length > 1)
  for (const { nominee, ids: [first = '', ...others] } of done(known, screening)) {
    const intoId = await nomineeOf(screening, first)
    for (const other of others) await merge(screening, await nomineeOf(screening, other), intoId)
    await correct(screening, intoId, nominee)
  }
}

/** "Bill Crocombe, driver, Sable Street Day Centre": as it should stand on a certificate. */
async function correct({ ctx, edition }: Screening, nomineeId: string, words: string): Promise<void> {
  const [name, job, employer] = words.split(', ')
  if (!name || !job || !employer) return
  const { said_as, reach, seen } = await findParticulars(ctx, nomineeId)
  valueOf(await correctNominee(ctx, edition, nomineeId, { name, job, employer, said_as, reach, confirmed: true, seen }))
}

/** As from the page that shows both sides. */
async function merge({ ctx, edition }: Screening, fromId: string, intoId: string): Promise<void> {
  const [from, into] = [await findNominee(ctx, edition, fromId), await findNominee(ctx, edition, intoId)]
  if (!from || !into) throw new Error('nobody to merge')
  const seen = fingerprintOfSides([await readSide(ctx, from), await readSide(ctx, into)])
  valueOf(await mergeNominees(ctx, edition, { fromId, intoId, reason: '', seen }))
}

interface EntryFound {
  id: string
  dossier_version: number
  nominee_id: string
  category_id: string
}

function entriesOf({ ctx: { db } }: Screening, nominationId: string): Promise<EntryFound[]> {
  return db
    .selectFrom('entry').innerJoin('nomination', 'nomination.nominee_id', 'entry.nominee_id').innerJoin('nomination_category as nc', (join) => join.onRef('nc.nomination_id', '=', 'nomination.id').onRef('nc.category_id', '=', 'entry.category_id'))
    .select(['entry.id', 'entry.dossier_version', 'entry.nominee_id', 'entry.category_id'])
    .where('nomination.id', '=', nominationId).where('entry.state', '=', 'live')
    .execute()
}

/** Where only this nomination is in the category it came for: a merged one has friends that were right. */
async function moveAll(screening: Screening): Promise<void> {
  const { ctx, edition, nominationIds } = screening
  for (const [index, id] of nominationIds.entries()) {
    const right = truth.wrongCategory[rowNumber(index)]
    const to = right && (await ctx.db.selectFrom('category').select('slug').where('edition_id', '=', edition.id).where('name', '=', right).executeTakeFirst())
    if (!to) continue
    for (const entry of await entriesOf(screening, id)) await moveCategory(ctx, edition, { entryId: entry.id, dossierVersion: entry.dossier_version }, to.slug)
  }
}

async function coverAll(screening: Screening): Promise<void> {
  for (const [index, id] of screening.nominationIds.entries()) {
    for (const { text } of truth.thirdParty[rowNumber(index)] ?? []) await coverText(screening, id, text)
  }
}

async function coverText(screening: Screening, nominationId: string, words: string): Promise<void> {
  const { ctx, edition } = screening
  const [entry] = await entriesOf(screening, nominationId)
  if (!entry) return
  const passages = (await listPassages(ctx, entry)).filter((one) => one.nominationId === nominationId && one.text.includes(words))
  for (const { questionId, version } of passages) valueOf(await coverWords(ctx, edition, { entryId: entry.id, nominationId, questionId, version }, words))
}

async function decideAll(screening: Screening): Promise<void> {
  const { ctx, edition, nominationIds } = screening
  for (const [index, id] of done(nominationIds, screening).entries()) {
    const reason = truth.ineligible[rowNumber(index)] ?? ''
    for (const { id: entryId, dossier_version: dossierVersion } of await entriesOf(screening, id)) {
      valueOf(await decideEligibility(ctx, edition, { entryId, dossierVersion }, { decision: reason ? 'ineligible' : 'eligible', reason }))
    }
  }
}

/** By e-mail where there is an address, else by letter; one in three of those with a letter has answered. */
async function tellAll(screening: Screening): Promise<void> {
  const { ctx, edition } = screening
  const nominees = await ctx.db
    .selectFrom('nominee').select(['id', 'reach']).where('edition_id', '=', edition.id).where('merged_into', 'is', null)
    .where('id', 'in', (e) => e.selectFrom('entry').select('nominee_id').where('state', '=', 'live').where('screening', '=', 'eligible'))
    .orderBy('created_at').orderBy('id').execute()
  const toTell = done(nominees, screening)
  const [mailed, posted] = [toTell.filter(({ reach }) => reach.includes('@')), toTell.filter(({ reach }) => !reach.includes('@'))]
  if (mailed.length) valueOf(await tellByEmail(ctx, edition, mailed.map(({ id }) => id)))
  for (const [index, { id }] of posted.entries()) {
    valueOf(await markTold(ctx, edition, id, 'letter', 0))
    if (index % 3 === 0) await answer(ctx, id, 'accepted', index % 2 === 0 ? [...publicUses] : ['name'])
  }
  if (posted[1]) await answer(ctx, posted[1].id, 'declined')
}

/** As from the page that the letter leads to: `uses`, what may be public. */
async function answer(ctx: Ctx, nomineeId: string, said: 'accepted' | 'declined', uses: PublicUse[] = []): Promise<void> {
  const notice = await ctx.db.selectFrom('notice').select('id').where('nominee_id', '=', nomineeId).executeTakeFirstOrThrow()
  const { token } = await inTransaction(ctx, (trx) => createLink(trx, 'nominee', notice.id))
  const nominee = valueOf(await findByLink(ctx, token))
  const { name, job, employer } = nominee.record
  const publicity: Publicity = {}
  for (const use of publicUses) publicity[use] = uses.includes(use) ? 'yes' : 'no'
  valueOf(await saveAnswer(ctx, nominee, { answer: said, publicity, name, job, employer, saidAs: '', request: '', code: '' }))
}
