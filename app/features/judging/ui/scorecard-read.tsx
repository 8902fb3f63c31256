import type { Criterion } from '#app/features/categories/queries.server.ts'
import { markOf, type Content } from '#app/features/judging/scorecard.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'

/** A scorecard in words: a point with what it stands for, and what was written beside it. */
export function ScorecardRead({ criteria, content }: { criteria: Criterion[]; content: Content }) {
  const marks = criteria.map((criterion) => ({ key: criterion.name, value: markText(criterion, content) }))
  const sentence = content.citation && `${content.citation}\n${content.share ? 'Shared with the nominee, without your name.' : 'Not shared with the nominee.'}`
  const texts = [{ key: 'A sentence for the stage', value: sentence }, { key: 'Notes to yourself', value: content.note }]
  return <SummaryList rows={[...marks, ...texts.filter(({ value }) => value)]} />
}

function markText(criterion: Criterion, content: Content): string {
  const { value, cannotJudge, reason } = markOf(content, criterion.id)
  if (cannotJudge) return 'Cannot judge this'
  if (value === null) return 'Not scored yet'
  const anchor = criterion.anchors[value - criterion.scaleMin]
  return [[value, anchor].filter((part) => part !== undefined && part !== '').join(' – '), reason].filter(Boolean).join('\n')
}

/** What can be done to a finished scorecard; `changed`: it must be confirmed before it counts again. */
export function FinishedActs({ at, version, stamp, changed }: { at: string; version: number; stamp: string; changed: boolean }) {
  return (
    <ButtonRow>
      {changed && (
        <Form action={`${at}?confirm`}>
          <HiddenField name="version" value={version} />
          <HiddenField name="seen" value={stamp} />
          <Button>Confirm my scores</Button>
        </Form>
      )}
      <Form action={`${at}?reopen`}>
        <Button variant="secondary">Open it again</Button>
      </Form>
    </ButtonRow>
  )
}
