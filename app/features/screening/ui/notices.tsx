import { answerLabels, EntryTags, noticeShowLabels, routeLabels } from '#app/features/screening/ui/labels.tsx'
import { LookAlikeLink } from '#app/features/screening/ui/names.tsx'
import type { NoticeShow, ToldPerson } from '#app/features/screening/notices.queries.server.ts'
import { StatRow } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { DataTable, type Column } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'

/** A nominee in the list of notices; `due` and `told` as days. */
export interface NoticeRow extends Pick<ToldPerson, 'id' | 'name' | 'employer' | 'answer' | 'email' | 'entries' | 'notice'> {
  due: string
  overdue: boolean
  soon: boolean
  told: string
  /** somebody else whom they may be */
  lookAlike?: string
}

/** What the list can show, with how many there are of each. */
export function NoticeCounts({ counts }: { counts: Record<NoticeShow, number> }) {
  const shows = Object.keys(noticeShowLabels) as NoticeShow[]
  return <StatRow items={shows.map((show) => ({ label: noticeShowLabels[show], value: counts[show], href: `?show=${show}` }))} />
}

export function NoticeTable({ slug, rows, select }: { slug: string; rows: NoticeRow[]; select?: 'none' | 'all' }) {
  const columns: Column<NoticeRow>[] = [
    { key: 'name', header: 'Nominee', cell: (row) => <NomineeCell slug={slug} row={row} /> },
    { key: 'employer', header: 'Works at', cell: (row) => row.employer || 'Not given' },
    { key: 'reach', header: 'Can be told by', cell: (row) => (row.email ? 'Email' : 'Letter, telephone or employer') },
    { key: 'due', header: 'By', cell: (row) => <span className="sm:whitespace-nowrap">{row.due}</span> },
    { key: 'state', header: 'State', cell: (row) => <NoticeTag row={row} /> },
    { key: 'answer', header: 'Answer', cell: (row) => answerLabels[row.answer] },
  ]
  return (
    <DataTable caption="Nominees, the most urgent first" captionHidden columns={columns} rows={rows} rowKey={(row) => row.id}
      select={select ? { name: 'nominee', label: (row) => `Choose ${row.name}`, selected: () => select === 'all' } : undefined}
      empty={<EmptyState title="Nobody here"><p>Everybody who is nominated is listed until they have been told.</p></EmptyState>} />
  )
}

function NomineeCell({ slug, row: { id, name, entries, lookAlike } }: { slug: string; row: NoticeRow }) {
  return (
    <>
      <a href={`/organise/${slug}/notices/${id}`}>{name}</a>
      <EntryTags entries={entries} />
      {lookAlike && <LookAlikeLink slug={slug} person={{ id, name, lookAlike }} />}
    </>
  )
}

function NoticeTag({ row: { notice, told, overdue, soon } }: { row: Pick<NoticeRow, 'notice' | 'told' | 'overdue' | 'soon'> }) {
  if (notice && told) return <Tag tone="good">{`${routeLabels[notice.route]}, ${told}`}</Tag>
  if (notice?.message?.state === 'failed') return <Tag tone="stopped">Email not sent</Tag>
  if (overdue) return <Tag tone="stopped">{notice ? 'Overdue, on its way' : 'Overdue'}</Tag>
  if (notice) return <Tag tone="info">{notice.message ? 'Email in the outbox' : 'Letter to post'}</Tag>
  return <Tag tone="waiting">{soon ? noticeShowLabels.soon : noticeShowLabels['to-tell']}</Tag>
}
