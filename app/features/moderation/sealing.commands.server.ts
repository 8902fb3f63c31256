import { createHash, randomBytes } from 'node:crypto'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { rootOf, sealResults, type Digest, type SaltedName } from '#app/domain/seal.ts'
import { record } from '#app/features/audit/record.server.ts'
import { changeEdition, type Change, type Seen } from '#app/features/editions/change.server.ts'
import type { Moderated } from '#app/features/moderation/moderated.queries.server.ts'
import { canBeSecond, maySeal } from '#app/features/moderation/policy.ts'
import { endProposal } from '#app/features/moderation/put.server.ts'
import { fingerprintOfSeal, readToSeal, type ToSeal } from '#app/features/moderation/to-seal.queries.server.ts'
import { holdToAct, stageWith } from '#app/features/moderation/steps.commands.server.ts'
import { findToWitness, tellWitnesses } from '#app/features/moderation/witness.server.ts'
import { inTransactionOrNot, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { newId } from '#app/platform/tokens.server.ts'

const digest: Digest = (text) => createHash('sha256').update(text, 'utf8').digest('hex')
const secret = () => randomBytes(32).toString('hex')

/**
 * The first of two asks to seal what is settled, or an amendment: for that with a reason, which will be public. `shown`:
 * fingerprint of what they saw. Side effects: proposal, audit, a message to each witness.
 */
export function proposeSeal(ctx: Ctx, edition: Edition, slug: string, { shown, reason }: { shown: string; reason: string }): Promise<Result> {
  return inTransactionOrNot(ctx, async (trx) => {
    const { actor } = trx
    const found = await findSealable(trx, edition, await holdToAct(trx, edition, slug))
    if (!found.ok) return found
    const { category, toSeal } = found.value
    if (actor.kind !== 'account') return denied('not-found')
    if (category.proposal || fingerprintOfSeal(toSeal) !== shown) return denied('changed-meanwhile')
    if (category.seals > 0 && !reason) return denied('reason-needed')
    await trx.db.insertInto('seal_proposal').values({ id: newId(), category_id: category.id, shown, reason, account_id: actor.accountId, proposed_at: edition.now, ended_at: null }).execute()
    await record(trx, { verb: 'seal.proposed', edition, objectId: category.id })
    await tellWitnesses(trx, edition, actor)
    return ok()
  })
}

/** Takes a request to seal back; either of the two may. Side effects: proposal, audit. */
export function takeBackProposal(ctx: Ctx, edition: Edition, slug: string): Promise<Result> {
  return inTransactionOrNot(ctx, async (trx) => {
    const held = await holdToAct(trx, edition, slug)
    if (!held.ok) return held
    if (!(await endProposal(trx, edition, held.value))) return denied('changed-meanwhile')
    await record(trx, { verb: 'seal.taken-back', edition, objectId: held.value.id })
    return ok()
  })
}

/**
 * The second of two, maybe a witness, seals what the first saw. From then on the database refuses changes to it. Side effects: leaf, names
 * and salts, root, proposal, category, edition (on to the ceremony with the last one), audit.
 */
export function confirmSeal(ctx: Ctx, seen: Seen, slug: string, shown: string): Promise<Result> {
  return changeEdition(ctx, seen, async (edition, trx) => {
    const { actor } = trx
    const found = await findSealable(trx, edition, await holdToConfirm(trx, edition, slug))
    if (!found.ok) return found
    const { category, toSeal } = found.value
    const { proposal } = category
    if (!proposal || proposal.shown !== shown || fingerprintOfSeal(toSeal) !== shown) return denied('changed-meanwhile')
    if (actor.kind !== 'account' || actor.accountId === proposal.accountId) return denied('second-person')
    const to = category.state === 'revealed' ? 'revealed' : 'sealed'
    const stage = await stageWith(trx, edition, category, to)
    if (!stage.ok) return stage
    return ok<Change>({
      verb: 'seal.made', objectId: category.id, facts: { number: category.seals + 1 }, set: { stage: stage.value },
      also: async (then) => {
        await then.db.updateTable('category').set({ state: to }).where('id', '=', category.id).execute()
        await putLeaf(then, edition, category, toSeal, { first: proposal.accountId, second: actor.accountId, reason: proposal.reason })
        await putRoot(then, edition)
        await endProposal(then, edition, category)
      },
    })
  }, canBeSecond)
}

/** The category for the second of the two: somebody who may act on it, or a witness for whom it waits. */
async function holdToConfirm(trx: TrxCtx, edition: Edition, slug: string): Promise<Result<Moderated>> {
  const held = await holdToAct(trx, edition, slug)
  if (held.ok || held.code !== 'not-found') return held
  const category = await findToWitness(trx, edition, slug)
  return category ? ok(category) : held
}

/** A category that there is something to seal of, and all of that. */
async function findSealable(trx: TrxCtx, edition: Edition, held: Result<Moderated>): Promise<Result<{ category: Moderated; toSeal: ToSeal }>> {
  if (!held.ok) return held
  const category = held.value
  if (!maySeal(category)) return denied('changed-meanwhile')
  const toSeal = await readToSeal(trx, edition, category)
  return toSeal.gaps.length ? denied('decision-gaps', { gaps: toSeal.gaps.join(' ') }) : ok({ category, toSeal })
}

async function putLeaf(
  { db }: TrxCtx, edition: Edition, { id: category_id, seals }: Moderated, { results, names }: ToSeal, by: { first: string; second: string; reason: string },
): Promise<void> {
  const salted: SaltedName[] = names.map((one) => ({ ...one, salt: secret() }))
  const [leafId, nonce, number] = [newId(), secret(), seals + 1]
  await db
    .insertInto('seal_leaf')
    .values({
      id: leafId, edition_id: edition.id, category_id, number, ...sealResults({ ...results, settings: edition.version }, salted, nonce, digest), nonce,
      reason: by.reason, first_id: by.first, second_id: by.second, sealed_at: edition.now,
    })
    .execute()
  await db.insertInto('seal_name').values(salted.map(({ entry, name, salt }) => ({ leaf_id: leafId, entry_id: entry, name, salt }))).execute()
}

/** The root over all leaves of the edition, the one just made among them. Nobody else seals meanwhile: the edition's version is held. */
async function putRoot({ db }: TrxCtx, { id: edition_id, now }: Edition): Promise<void> {
  const hashes = await db.selectFrom('seal_leaf').select('hash').where('edition_id', '=', edition_id).execute()
  const { root, leaves } = rootOf(hashes.map(({ hash }) => hash), digest)
  await db.insertInto('seal_root').values({ edition_id, number: leaves.length, root, leaves: JSON.stringify(leaves), made_at: now }).execute()
}
