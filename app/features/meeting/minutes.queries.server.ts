import { clockText } from '#app/domain/time.ts'
import type { Edition } from '#app/domain/edition.ts'
import { minuteText } from '#app/features/meeting/minutes.ts'
import { listMinutes, type Minute } from '#app/features/moderation/minutes.server.ts'
import { namesOf } from '#app/features/moderation/names.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { CategoryRow } from '#db/schema.ts'

export interface MinuteLine {
  number: number
  /** "10:42am" */
  at: string
  text: string
}

/** The minutes of a category in words, in the order they were written. */
export async function readMinutes(ctx: Pick<Ctx, 'db'>, edition: Pick<Edition, 'time_zone'>, category: Pick<CategoryRow, 'id'>, where: 'desk' | 'wall' = 'desk'): Promise<MinuteLine[]> {
  const minutes = await listMinutes(ctx, category)
  const names = await namesOf(ctx, minutes.flatMap(idsIn))
  return minutes.map((one) => ({ number: one.number, at: clockText(one.at, edition.time_zone), text: minuteText(one, names, where) }))
}

function idsIn({ facts: { person, chair, present = [], entry, awards = [] } }: Minute): string[] {
  return [person, chair, entry, ...present, ...awards.map((one) => one.entry)].filter((id) => id !== undefined)
}
