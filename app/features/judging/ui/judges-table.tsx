import { judgeStateWords } from '#app/features/judging/words.ts'
import { RowLink } from '#app/features/judging/ui/row-link.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { DataTable } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import type { JudgeState } from '#db/vocabulary.ts'

export interface JudgeRowView {
  id: string
  name: string
  state: JudgeState
  signed: boolean
  declared: boolean
  panels: string[]
  ties: number
}

export function JudgesTable({ at, judges }: { at: string; judges: JudgeRowView[] }) {
  return (
    <DataTable
      caption="Judges"
      captionHidden
      rows={judges}
      rowKey={(judge) => judge.id}
      empty={<EmptyState title="Nobody has been invited yet"><p>Invite judges early: they need time to answer, to sign and to say with whom they have a tie.</p></EmptyState>}
      columns={[
        { key: 'name', header: 'Name', cell: (judge) => <RowLink href={`${at}/${judge.id}`}>{judge.name}</RowLink> },
        { key: 'state', header: 'State', cell: ({ state }) => <Tag tone={judgeStateWords[state].tone}>{judgeStateWords[state].label}</Tag> },
        { key: 'signed', header: 'Signed', cell: (judge) => (judge.signed ? 'Yes' : 'Not yet') },
        { key: 'declared', header: 'Ties', cell: (judge) => tiesText(judge) },
        { key: 'panels', header: 'Panels', cell: ({ panels }) => panels.join(', ') || 'None yet' },
      ]}
    />
  )
}

function tiesText({ declared, ties }: JudgeRowView): string {
  if (!declared) return 'Not declared'
  if (ties === 0) return 'None'
  return ties === 1 ? '1 organisation' : `${ties} organisations`
}
