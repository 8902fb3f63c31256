import type { Account, Grant } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { roleWords } from '#app/domain/roles.ts'
import { shortDayText } from '#app/domain/time.ts'
import { listEditions } from '#app/features/editions/queries.server.ts'
import { templateTimeZone } from '#app/features/editions/template.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Role } from '#db/vocabulary.ts'

/** One role as its holder reads it. */
export interface OwnRole {
  where: string
  name: string
  can: string
  /** where the work is; none while there is nothing to do yet */
  link?: { href: string; label: string }
}

/** What somebody may do, edition by edition, and the time zone they read times in. */
export async function getOwnRoles(ctx: Ctx, account: Account): Promise<{ roles: OwnRole[]; zone: string }> {
  const editions = await listEditions(ctx)
  const current = editions.find((edition) => edition.current) ?? editions[0]
  const roles = account.grants.map((grant) => ownRole(grant, editions.find((edition) => edition.id === grant.editionId)))
  return { roles, zone: current?.time_zone ?? templateTimeZone }
}

function ownRole({ role }: Grant, edition: Edition | undefined): OwnRole {
  const { name, can } = roleWords[role]
  const where = edition?.name ?? 'every year'
  return { where, name, can: edition ? `${can} ${whenOf(role, edition)}`.trim() : can, link: workOf(role, edition) }
}

/** Those whose part is still to come hear when; and that there is nothing here for them until then. */
function whenOf(role: Role, { settings: { timetable }, ceremony_at, time_zone: zone }: Edition): string {
  if (role === 'judge') {
    const [from, to] = [timetable.judgingOpens, timetable.judgingCloses].map((at) => shortDayText(at, zone))
    return `Judging is planned from ${from} to ${to}.`
  }
  if (role === 'stage-crew') return `The ceremony is on ${shortDayText(ceremony_at, zone)}.`
  return ''
}

function workOf(role: Role, edition: Edition | undefined): OwnRole['link'] {
  if (role === 'stage-crew') return edition && { href: `/stage/${edition.slug}/control`, label: 'Go to the stage' }
  if (role === 'witness') return { href: edition ? `/witness/${edition.slug}` : '/witness', label: 'Go to what waits for you' }
  if (role === 'judge') return { href: edition ? `/judge/${edition.slug}` : '/judge', label: 'Go to your judging' }
  if (!edition) return { href: '/organise', label: 'Open the awards' }
  const href = role === 'assistant' ? `/organise/${edition.slug}/nominations` : `/organise/${edition.slug}`
  return { href, label: `Open ${edition.name}` }
}
