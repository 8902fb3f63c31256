import type { Edition } from '#app/domain/edition.ts'
import type { SaltedName, SealedResults } from '#app/domain/seal.ts'
import { sealedSheet, sealedStandings } from '#app/domain/sealed-scores.ts'
import { judgeDecision } from '#app/features/moderation/decision-gaps.ts'
import { explainOnce } from '#app/features/moderation/explained.server.ts'
import type { Moderated } from '#app/features/moderation/moderated.queries.server.ts'
import { readCategorySheet } from '#app/features/moderation/score-sheet.server.ts'
import { standingsFrom, type CategoryStandings } from '#app/features/moderation/standings.queries.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import { fingerprintOf } from '#app/platform/tokens.server.ts'

/** All that a seal of a category's newest decision will hold, before salts and nonce. */
export interface ToSeal {
  results: Omit<SealedResults, 'settings'>
  names: Omit<SaltedName, 'salt'>[]
  /** read aloud, and kept by the database with the seal */
  citations: string[]
  /** what is missing; empty: it may be sealed */
  gaps: string[]
  /** the decision does not follow the scores alone */
  differs: boolean
  standings: CategoryStandings
}

export async function readToSeal(ctx: Pick<Ctx | TrxCtx, 'db'>, edition: Edition, category: Moderated): Promise<ToSeal> {
  const read = await readCategorySheet(ctx, edition, category)
  const explained = explainOnce(read.sheet, edition.settings.ordering)
  const standings = standingsFrom(edition, read, explained)
  const awards = category.decision?.awards ?? []
  const { ordering, quorum, quorumRule } = edition.settings
  return {
    results: {
      edition: edition.slug, category: category.slug, number: category.seals + 1,
      awards: awards.map(({ place, kind, entryId }) => ({ place, kind, entry: entryId })),
      standings: sealedStandings(explained, edition.settings, new Set(standings.rows.map(({ entryId }) => entryId))),
      method: {
        ordering, calibration: standings.method, version: standings.version, seed: standings.seed, quorum, quorumRule,
        criteria: read.criteria.map(({ name, scaleMin: min, scaleMax: max }, index) => ({ name, min, max, ...read.sheet.criteria[index]! })),
      },
      sheet: sealedSheet(read.sheet),
    },
    names: standings.rows.map(({ entryId, name }) => ({ entry: entryId, name })),
    citations: awards.map(({ citation }) => citation),
    standings, ...judgeDecision(category.decision, standings),
  }
}

/** Stands for what both people saw: the second seals the same. */
export function fingerprintOfSeal({ results, names, citations }: ToSeal): string {
  return fingerprintOf([results, names, citations])
}
