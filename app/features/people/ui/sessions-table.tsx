import { DataTable } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'

export interface SessionLine {
  key: string
  started: string
  lastSeen: string
  here: boolean
}

/** Where somebody is signed in, so that they can tell what is not theirs. */
export function SessionsTable({ sessions }: { sessions: SessionLine[] }) {
  return (
    <DataTable
      caption="Where you are signed in"
      captionHidden
      rows={sessions}
      rowKey={(session) => session.key}
      empty={null}
      columns={[
        { key: 'started', header: 'Signed in', cell: (session) => session.started },
        { key: 'seen', header: 'Last used', cell: (session) => session.lastSeen },
        { key: 'here', header: 'Which', cell: (session) => (session.here ? <Tag tone="good">This browser</Tag> : 'Another browser') },
      ]}
    />
  )
}
