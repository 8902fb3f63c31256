import type { Edition } from '#app/domain/edition.ts'
import { valueOf } from '#app/domain/result.ts'
import { inviteJudge } from '#app/features/judging/judges.commands.server.ts'
import { createAccount, createDemoLink, grantRole } from '#app/features/people/commands.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import type { Role } from '#db/vocabulary.ts'

/** Made-up people; addresses that reach nobody. */
const cast: { role: Role; names: string[] }[] = [
  { role: 'owner', names: ['Ruth Pascoe'] },
  { role: 'organiser', names: ['Dan Hocking', 'Amina Yusuf'] },
  { role: 'assistant', names: ['Wendy Trout'] },
  { role: 'stage-crew', names: ['Tamsin Reed'] },
  { role: 'witness', names: ['Ivy Tregear'] },
]

const judges = [
  'Grace Opoku', 'Martin Spry', 'Helen Rundle', 'Kwame Mensah', 'Judith Colwill', 'Peter Nance', 'Shanti Rao', 'Ewan Doble', 'Bridget Laity', 'Yusuf Demir',
  'Carol Penhale', 'Thomas Achebe',
]

const emailOf = (name: string) => `${name.toLowerCase().replace(' ', '.')}@example.org`

/** Who does what organisers do in the demo. */
export const organiserEmail = emailOf('Dan Hocking')

export async function addPeople(ctx: Ctx, edition: Edition): Promise<void> {
  await inTransaction(ctx, async (trx) => {
    for (const { role, names } of cast) {
      for (const name of names) {
        const account = await createAccount(trx, { name, email: emailOf(name) })
        valueOf(await grantRole(trx, account.id, role, edition))
      }
    }
  })
  for (const name of judges) valueOf(await inviteJudge(ctx, edition, { name, email: emailOf(name) }))
}

/** A sign-in link for everyone in the demo, by role. */
export async function linkPeople(ctx: Ctx): Promise<Record<Role, string[]>> {
  return inTransaction(ctx, async (trx) => {
    const grants = await trx.db.selectFrom('role_grant').select(['account_id', 'role']).where('revoked_at', 'is', null).orderBy('granted_at').orderBy('id').execute()
    const links: Record<Role, string[]> = { owner: [], organiser: [], assistant: [], judge: [], 'stage-crew': [], witness: [] }
    for (const { account_id, role } of grants) links[role].push(await createDemoLink(trx, account_id))
    return links
  })
}
