import { days, minutes } from '#app/domain/time.ts'
import type { LinkKind } from '#db/vocabulary.ts'

/** How long each kind of link lives and how often it works (web rules, "Links"). null: until its subject goes. */
export const linkRules: Record<LinkKind, { livesMs: number | null; once: boolean }> = {
  'sign-in': { livesMs: minutes(10), once: true },
  draft: { livesMs: minutes(10), once: true },
  status: { livesMs: null, once: false },
  demo: { livesMs: null, once: false },
  nominee: { livesMs: days(60), once: false },
  'nominee-answer': { livesMs: minutes(10), once: true },
  'judge-invitation': { livesMs: days(14), once: true },
  'no-reminders': { livesMs: null, once: false },
}
export const codeTries = 5
/** A draft's key on this device. */
export const draftKeyLivesMs = days(30)
