import type { Account } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { getProgramme, type Criterion } from '#app/features/categories/queries.server.ts'
import { findCurrentEdition } from '#app/features/editions/queries.server.ts'
import { entryPath } from '#app/features/judging/desk.ts'
import { startSession } from '#app/features/people/session.server.ts'
import { makeCookies } from '#app/platform/cookies.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import { openDatabase } from '#db/client.server.ts'
import { measureWriting } from '#tests/bench/beside.ts'
import { baseUrl, prepareEdition, request, secret } from '#tests/bench/edition.ts'
import type { Write } from '#tests/bench/servers.ts'
import type { Bench, Row } from '#tests/bench/types.ts'
import { makeJudge, makeScorecard } from '#tests/factories/index.ts'
import { sql } from 'kysely'

const perRound = 1000

/** Saving a score. */
export async function measureScore(bench: Bench): Promise<Row[]> {
  const { file, db, ctx } = await prepareEdition(bench.folder, 'score')
  const { edition, criteria, cards } = await handOut(ctx, perRound * (bench.rounds + 1))
  await db.destroy()
  const body = new URLSearchParams(fieldsOf(criteria)).toString()
  const requests = cards.map(({ entryId, cookie }) => request('POST', `${entryPath(edition.slug, entryId)}/save`, { Cookie: cookie }, body))
  return measureWriting(bench, { name: 'save a score', file, prepare: numberCards, requests, perRound, status: '200', writes: writesOfOneSave(criteria), rows: 2 + criteria.length })
}

interface Given {
  entryId: string
  /** of the judge's session */
  cookie: string
}

/** A category of the demo is judged: each of its entries is given to as many judges as there must be cards. */
async function handOut(ctx: Ctx, count: number): Promise<{ edition: Edition; criteria: Criterion[]; cards: Given[] }> {
  const { db } = ctx
  const edition = await findCurrentEdition(ctx)
  if (!edition) throw new Error('the demo has no edition')
  const { categories: [category] } = await getProgramme(ctx, edition)
  if (!category) throw new Error('the demo has no category')
  await db.updateTable('category').set({ state: 'judging' }).where('id', '=', category.id).execute()
  const entries = await db.updateTable('entry').set({ shortlist: 'in' }).where('category_id', '=', category.id).where('state', '=', 'live').returningAll().execute()
  const cards: Given[] = []
  while (cards.length < count) {
    const judge = await makeJudge(db, edition)
    const cookie = await sessionOf(ctx, judge.account)
    for (const entry of entries) {
      await makeScorecard(db, judge, entry)
      cards.push({ entryId: entry.id, cookie })
    }
  }
  return { edition, criteria: category.criteria, cards }
}

async function sessionOf(ctx: Ctx, account: Account): Promise<string> {
  const browser = { cookies: makeCookies(baseUrl, [secret]), sent: null }
  const line = await inTransaction(ctx, (trx) => startSession(trx, browser, account, 'link'))
  return line.slice(0, line.indexOf(';'))
}

const note = 'She went twice, though nobody had asked her to.'

function fieldsOf(criteria: Criterion[]): Record<string, string> {
  const marks = criteria.flatMap(({ id }) => [[`mark-${id}`, '4'], [`reason-${id}`, '']])
  return { ...Object.fromEntries(marks) as Record<string, string>, note, citation: '', version: '0', seen: 's'.repeat(43) }
}

/** So that the bare server finds the card of its first request, its second … */
async function numberCards(file: string): Promise<void> {
  const db = openDatabase(`file:${file}`)
  await sql`update scorecard set id = 'card-' || rowid`.execute(db)
  await db.destroy()
}

function writesOfOneSave(criteria: Criterion[]): Write[] {
  const now = new Date().toISOString()
  const marks = criteria.flatMap(({ id }) => ['card', id, 4, 0, ''])
  const content = JSON.stringify({ marks: Object.fromEntries(criteria.map(({ id }) => [id, { value: 4, cannotJudge: false, reason: '' }])), note, citation: '' })
  return [
    {
      sql: "update scorecard set state = 'in-progress', version = 1, note = ?, citation = '', updated_at = ?, dossier_version = 1, criteria_version = 1 where id = ?",
      values: [note, now, 'card'], own: [2],
    },
    {
      sql: `insert into mark (scorecard_id, criterion_id, value, cannot_judge, reason) values ${criteria.map(() => '(?, ?, ?, ?, ?)').join(', ')}`,
      values: marks, own: criteria.map((_, index) => index * 5),
    },
    { sql: 'insert into scorecard_version (scorecard_id, version, content, created_at) values (?, 1, ?, ?)', values: ['card', content, now], own: [0] },
  ]
}
