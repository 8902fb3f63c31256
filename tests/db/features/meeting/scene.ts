import type { Ctx } from '#app/platform/context.server.ts'
import { valueOf } from '#app/domain/result.ts'
import { noteAttendance } from '#app/features/meeting/attendance.commands.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { close, makeScene, type Scene } from '#tests/db/features/moderation/scene.ts'

export const idOf = ({ actor }: Ctx): string => (actor.kind === 'account' ? actor.accountId : '')

/** The scene of moderation with scoring closed, its judges and the first of the two under embargo in the room. */
export async function makeMeeting(db: Scene['db'], own: Parameters<typeof makeScene>[1] = {}): Promise<Scene> {
  const scene = await makeScene(db, own)
  await close(scene)
  valueOf(await noteAttendance(scene.first, scene.edition, [idOf(scene.first), ...scene.judges.map(({ account_id }) => account_id)]))
  return scene
}

/** Ann works for an organisation by this name: where an entry comes from, or the sponsor. */
export async function tieAnn({ db, judges: [ann] }: Scene, key: string, kind: 'employer' | 'past-employer' | 'sponsor' = 'employer'): Promise<string> {
  await db.insertInto('judge_tie').values({ id: newId(), judge_id: ann!.id, kind, name: key, employer_key: key }).execute()
  return ann!.account_id
}

/** One of the two under embargo has nominated somebody here. */
export async function nominate({ db, entries: [asha] }: Scene, { actor }: Ctx): Promise<void> {
  await db.updateTable('nomination').set({ nominator_email: actor.kind === 'account' ? actor.email : '' }).where('nominee_id', '=', asha.nominee_id).execute()
}
