import type { Edition } from '#app/domain/edition.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'

/** Somebody who organises the edition, and whether they see results before the reveal. */
export interface Confidant {
  accountId: string
  name: string
  email: string
  isOn: boolean
  looks: number
}

/** Owners and organisers, by name, with how often each has looked at results. Three reads. */
export async function listConfidants({ db }: Pick<Ctx | TrxCtx, 'db'>, edition: Pick<Edition, 'id'>): Promise<Confidant[]> {
  const people = await db
    .selectFrom('account').select(['id', 'name', 'email'])
    .where('disabled_at', 'is', null)
    .where('id', 'in', (e) =>
      e.selectFrom('role_grant').select('account_id').where('role', 'in', ['owner', 'organiser']).where('revoked_at', 'is', null)
        .where((g) => g.or([g('edition_id', '=', edition.id), g('edition_id', 'is', null)])))
    .orderBy('name').orderBy('id').execute()
  const list = await db.selectFrom('embargo').select('account_id').where('edition_id', '=', edition.id).where('removed_at', 'is', null).execute()
  const looks = await db
    .selectFrom('audit_event').select((e) => ['actor_id', e.fn.countAll<number>().as('count')])
    .where('edition_id', '=', edition.id).where('verb', '=', 'results.seen').groupBy('actor_id').execute()
  return people.map(({ id, name, email }) => ({
    accountId: id, name, email, isOn: list.some((one) => one.account_id === id), looks: Number(looks.find((one) => one.actor_id === id)?.count ?? 0),
  }))
}
