import type { LoaderFunctionArgs } from '@remix-run/node'
import { canWitness } from '#app/domain/actor.ts'
import { listEditions } from '#app/features/editions/queries.server.ts'
import { requireAccount } from '#app/features/people/guard.server.ts'
import { notFound, seeOther } from '#app/platform/respond.server.ts'

/** Where a witness comes in: this year's page, else the newest. Their account leads to those of other years. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, account } = requireAccount(args)
  const editions = (await listEditions(ctx)).filter(({ id }) => canWitness(account, id))
  const edition = editions.find(({ current }) => current) ?? editions[0]
  if (!edition) throw notFound()
  return seeOther(`/witness/${edition.slug}`)
}
