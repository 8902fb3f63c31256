import type { Edition } from '#app/domain/edition.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'

/** Roles that may be on the embargo list; of those somebody holds, the first says what it opens to them. */
const listed = ['owner', 'organiser', 'witness'] as const

/** Somebody who may be on the list, and whether they are. */
export interface Confidant {
  accountId: string
  name: string
  email: string
  role: (typeof listed)[number]
  isOn: boolean
  looks: number
}

/** Owners, organisers and witnesses, by name, with how often each has looked at results. Three reads. */
export async function listConfidants({ db }: Pick<Ctx | TrxCtx, 'db'>, edition: Pick<Edition, 'id'>): Promise<Confidant[]> {
  const grants = await db
    .selectFrom('account').innerJoin('role_grant', 'role_grant.account_id', 'account.id')
    .select(['account.id', 'name', 'email', 'role'])
    .where('disabled_at', 'is', null).where('role', 'in', listed).where('revoked_at', 'is', null)
    .where((e) => e.or([e('edition_id', '=', edition.id), e('edition_id', 'is', null)]))
    .orderBy('name').orderBy('account.id').execute()
  const list = await db.selectFrom('embargo').select('account_id').where('edition_id', '=', edition.id).where('removed_at', 'is', null).execute()
  const looks = await db
    .selectFrom('audit_event').select((e) => ['actor_id', e.fn.countAll<number>().as('count')])
    .where('edition_id', '=', edition.id).where('verb', '=', 'results.seen').groupBy('actor_id').execute()
  return [...Map.groupBy(grants, ({ id }) => id).values()].map((own) => {
    const [{ id, name, email }] = own as [(typeof own)[number]]
    const role = listed.find((one) => own.some((grant) => grant.role === one)) ?? 'witness'
    return { accountId: id, name, email, role, isOn: list.some((one) => one.account_id === id), looks: Number(looks.find((one) => one.actor_id === id)?.count ?? 0) }
  })
}
