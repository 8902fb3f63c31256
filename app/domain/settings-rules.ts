import type { Edition, Settings } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { momentText } from '#app/domain/time.ts'
import { contradictionText, listContradictions, type DateName } from '#app/domain/year-dates.ts'

/** What organisers set. Stage, flags and version have commands of their own. */
type Columns = Pick<Edition, 'name' | 'ceremony_at' | 'ceremony_place' | 'opens_at' | 'closes_at' | 'grace_minutes'>
export type EditionChange = Partial<Columns & Settings>
export type SettingKey = keyof Columns | keyof Settings

/** What a change takes once nominations have opened: people have read these rules, and nominate and judge by them. */
const onceOpen: Record<SettingKey, 'free' | 'reason' | 'frozen'> = {
  name: 'free', ceremony_at: 'free', ceremony_place: 'free', host: 'free', timetable: 'free',
  noticeVersion: 'free', retentionMonths: 'free', relationships: 'free', choosing: 'free',
  closes_at: 'reason', grace_minutes: 'reason', eligibility: 'reason', selfNomination: 'reason',
  panelSize: 'reason', quorum: 'reason', quorumRule: 'reason', shortlistSize: 'reason', oneAwardEach: 'reason', attachments: 'reason',
  opens_at: 'frozen', ordering: 'frozen',
}

/** The settings that `change` makes different from what they are. */
export function listChanged(edition: Edition, change: EditionChange): SettingKey[] {
  const now: Required<EditionChange> = { ...edition, ...edition.settings }
  const keys = Object.keys(change) as SettingKey[]
  return keys.filter((key) => JSON.stringify(change[key]) !== JSON.stringify(now[key]))
}

export function withChange(edition: Edition, change: EditionChange): Edition {
  const { name, ceremony_at, ceremony_place, opens_at, closes_at, grace_minutes } = { ...edition, ...change }
  const settings = Object.fromEntries(Object.entries(edition.settings).map(([key, was]) => [key, change[key as SettingKey] ?? was]))
  return { ...edition, name, ceremony_at, ceremony_place, opens_at, closes_at, grace_minutes, settings: settings as Settings }
}

/** May these settings be changed now, with this reason? */
export function canChange(edition: Edition, keys: SettingKey[], reason: string): Result {
  if (edition.stage === 'preparing') return ok()
  const closed = edition.stage !== 'nominating' // from then on only reopening moves the close
  if (keys.some((key) => onceOpen[key] === 'frozen' || (closed && (key === 'closes_at' || key === 'grace_minutes')))) return denied('frozen')
  if (keys.some((key) => onceOpen[key] === 'reason') && !reason) return denied('reason-needed')
  return ok()
}

/** Do the settings that were changed agree with each other and with the clock? */
export function agrees(edition: Edition, keys: SettingKey[]): Result {
  const { opens_at, closes_at, now, time_zone, settings } = edition
  const amiss = listContradictions(edition).find(({ earlier, later }) => keys.includes(settingOf(earlier)) || keys.includes(settingOf(later)))
  if (amiss) return denied('dates-out-of-order', { dates: contradictionText(edition, amiss) })
  if (keys.includes('opens_at') && opens_at <= now) return denied('opening-in-past', { opens: momentText(opens_at, time_zone) })
  if (keys.includes('closes_at') && closes_at <= now) return denied('close-in-past')
  if (settings.quorum > settings.panelSize) return denied('quorum-above-panel')
  return ok()
}

function settingOf(date: DateName): SettingKey {
  if (date === 'ceremony') return 'ceremony_at'
  if (date === 'opens') return 'opens_at'
  return date === 'closes' ? 'closes_at' : 'timetable'
}
