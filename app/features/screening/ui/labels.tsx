import type { EntryStand } from '#app/domain/notice.ts'
import type { EntryLine, EntryShow } from '#app/features/screening/screening.queries.server.ts'
import type { NoticeShow } from '#app/features/screening/notices.queries.server.ts'
import { Tag } from '#app/ui/tag.tsx'
import type { NomineeAnswer, NoticeRoute } from '#db/vocabulary.ts'

export const showLabels: Record<EntryShow, string> = {
  'to-screen': 'To screen', eligible: 'Eligible', ineligible: 'Not eligible', 'stood-down': 'Stood down', withdrawn: 'Withdrawn', merged: 'Merged into another',
}

export const noticeShowLabels: Record<NoticeShow, string> = {
  overdue: 'Overdue', soon: 'Due within a week', 'to-tell': 'Still to tell', 'under-way': 'On its way', told: 'Told',
}

export const routeLabels: Record<NoticeRoute, string> = { email: 'Email', letter: 'Letter', phone: 'Telephone', employer: 'Their employer told them' }

export const answerLabels: Record<NomineeAnswer, string> = { none: 'No answer yet', accepted: 'Said yes', declined: 'Declined', objected: 'Objected' }

/** How an entry stands: what keeps it out comes first. */
export function EntryTag({ entry }: { entry: Pick<EntryLine, 'state' | 'standing' | 'screening'> & { waits?: boolean; mergedInto?: string | null } }) {
  if (entry.state === 'withdrawn' && entry.mergedInto) return <Tag tone="neutral">Merged into {entry.mergedInto}</Tag>
  if (entry.state === 'withdrawn') return <Tag tone="neutral">{showLabels.withdrawn}</Tag>
  if (entry.standing !== 'standing') return <Tag tone="stopped">{entry.standing === 'void' ? 'Void' : showLabels['stood-down']}</Tag>
  if (entry.screening === 'ineligible') return <Tag tone="stopped">{showLabels.ineligible}</Tag>
  if (entry.screening === 'to-screen') return <Tag tone="waiting">{showLabels['to-screen']}</Tag>
  return entry.waits ? <Tag tone="waiting">New words to read</Tag> : <Tag tone="good">{showLabels.eligible}</Tag>
}

/** The same, leading to the entry it became part of where its nominee was found to be another. */
export function EntryState({ slug, entry }: { slug: string; entry: Parameters<typeof EntryTag>[0]['entry'] & Pick<EntryLine, 'mergedEntry'> }) {
  const tag = <EntryTag entry={entry} />
  return entry.state === 'withdrawn' && entry.mergedEntry ? <a href={`/organise/${slug}/entries/${entry.mergedEntry}`} className="inline-flex min-h-11 items-center">{tag}</a> : tag
}

/** How somebody's live entries stand, each state once. */
export function EntryTags({ entries }: { entries: EntryStand[] }) {
  const each = new Map(entries.map((entry) => [`${entry.standing} ${entry.screening}`, entry]))
  return <span className="flex flex-wrap gap-1">{[...each].map(([key, entry]) => <EntryTag key={key} entry={{ ...entry, state: 'live' }} />)}</span>
}
