import type { ReactNode } from 'react'
import type { RowCounts } from '#app/features/importing/queries.server.ts'
import { manyNominations, manyRows } from '#app/features/importing/words.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { Lead } from '#app/ui/heading.tsx'
import type { ImportState } from '#db/vocabulary.ts'

interface ImportActsProps {
  slug: string
  id: string
  state: ImportState
  counts: RowCounts
  stoppedBy: string
  /** receipts that wait to be released */
  held: number
  worked: { id: string; reference: string }[]
}

/** How a file stands in a sentence, and what can be done with it now. */
export function ImportActs(props: ImportActsProps) {
  const View = views[props.state]
  return <View {...props} />
}

const views: Record<ImportState, (props: ImportActsProps) => ReactNode> = {
  uploaded: () => null,
  checking: ({ counts }) => <UnderWay done={counts.all - counts.unchecked} all={counts.all} what="checked" />,
  checked: Preview,
  running: ({ counts }) => <UnderWay done={counts.taken} all={counts.new} what="taken in" />,
  stopped: Stopped,
  done: (props) => (
    <>
      <Lead>{manyNominations(props.counts.taken)} taken in. {left(props.counts)}</Lead>
      <Receipts {...props} />
      <Undo {...props} />
    </>
  ),
  undone: () => <Lead>This import was undone: nothing of this file is in the awards. It can be uploaded and taken in again.</Lead>,
}

function Receipts({ slug, held }: Pick<ImportActsProps, 'slug' | 'held'>) {
  if (held === 0) return null
  return <p className="max-w-text">Receipts to those who gave an email address wait until you release them together: <a href={`/organise/${slug}/outbox?state=held&kind=nomination.receipt`}>{held} held in the outbox</a>.</p>
}

function left({ duplicate, error }: RowCounts): string {
  return [duplicate && `${manyRows(duplicate)} had been sent before.`, error && `${manyRows(error)} could not be taken in: mend them in the file and upload it again; what is in stays as it is.`].filter(Boolean).join(' ')
}

/** A meter that stands still until the page is asked for again: nothing moves by itself. */
function UnderWay({ done, all, what }: { done: number; all: number; what: string }) {
  return (
    <>
      <Lead>{done} of {manyRows(all)} {what}. It goes on by itself; you can leave this page.</Lead>
      <div className="grid max-w-form gap-4">
        <progress value={done} max={all} aria-label={`Rows ${what}`} className="h-3 w-full" />
        <div><LinkButton href="?" variant="secondary">See how far it is</LinkButton></div>
      </div>
    </>
  )
}

function Act({ intent, children }: { intent: 'start' | 'discard'; children: ReactNode }) {
  return (
    <Form className="w-full sm:w-auto">
      <HiddenField name="intent" value={intent} />
      <div>{children}</div>
    </Form>
  )
}

function Preview({ slug, id, counts }: ImportActsProps) {
  return (
    <>
      <Lead>{manyNominations(counts.new)} to take in. Nothing is taken in yet, and it writes to nobody.</Lead>
      <p className="max-w-text">{[counts.remarked && `${counts.remarked} of them with remarks such as our form would make: they are taken in as they are.`, counts.duplicate && `${manyRows(counts.duplicate)} there already, in an earlier file or further up in this one: passed over.`, counts.error && `${manyRows(counts.error)} cannot be taken in: passed over, with the reason below.`].filter(Boolean).join(' ')}</p>
      <ButtonRow>
        {counts.new > 0 && <Act intent="start"><Button>Take in {manyNominations(counts.new)}</Button></Act>}
        <LinkButton href={`/organise/${slug}/imports/${id}/columns`} variant="secondary">Match the columns again</LinkButton>
        <Act intent="discard"><Button variant="quiet">Discard the file</Button></Act>
      </ButtonRow>
    </>
  )
}

function Stopped(props: ImportActsProps) {
  const { counts, stoppedBy } = props
  return (
    <>
      <Lead>Stopped after {counts.taken} of {manyNominations(counts.new)}. {stoppedBy || 'Something went wrong on our side.'} What is in stays in.</Lead>
      <ButtonRow>
        <Act intent="start"><Button>Go on</Button></Act>
      </ButtonRow>
      <Undo {...props} />
    </>
  )
}

/** Offered only while it is still possible; otherwise it is said what stands in the way. */
function Undo({ slug, id, worked, counts }: ImportActsProps) {
  if (counts.taken === 0) return null
  if (worked.length === 0) {
    return (
      <div className="grid gap-4">
        <p className="max-w-text">Until somebody works on one of them, the whole import can be undone. Its nominations are then deleted.</p>
        <div><LinkButton href={`/organise/${slug}/imports/${id}/undo`} variant="secondary">Undo the import of {manyNominations(counts.taken)}</LinkButton></div>
      </div>
    )
  }
  return (
    <p className="max-w-text">
      It can no longer be undone, since somebody has worked on {worked.map(({ id, reference }, index) => <span key={id}>{index > 0 && ', '}<a href={`/organise/${slug}/nominations/${id}`} className="whitespace-nowrap">{reference}</a></span>)}. Withdraw single nominations instead.
    </p>
  )
}
