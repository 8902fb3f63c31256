import type { Tie } from '#app/features/moderation/ties.server.ts'

/** Somebody who may be at the meeting: on the embargo list, or on a panel that meets. */
export interface Attendant {
  accountId: string
  name: string
  /** has results on a screen of their own, wherever they are */
  seesResults: boolean
  /** names of the categories whose panels they are on */
  panels: string[]
  /** ids of the categories whose panels they chair */
  chairs: string[]
  present: boolean
}

/** Somebody in the room, or with results on a screen, as one item concerns them. */
export interface RoomMember extends Attendant {
  ties: Tie[]
  out: boolean
  /** why they stepped out, in words of their own */
  reason: string
}

/** Who must leave before an item opens, and has not. */
export function mustStepOut(room: RoomMember[]): RoomMember[] {
  return room.filter(({ ties, out }) => ties.length > 0 && !out)
}

/** Who takes part in an item. */
export function inTheRoom(room: RoomMember[]): RoomMember[] {
  return room.filter(({ present, ties, out }) => present && !out && ties.length === 0)
}
