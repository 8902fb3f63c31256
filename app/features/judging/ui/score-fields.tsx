import type { Criterion } from '#app/features/categories/queries.server.ts'
import { cannotJudge, longest, markField, pointsOf, reasonField } from '#app/features/judging/scoring.forms.ts'
import { Checkboxes, TextArea } from '#app/ui/field.tsx'
import { ScoreRow } from '#app/ui/score-row.tsx'

type Texts = Record<string, string | string[]>

/** What a judge fills in: a point for each criterion, with a reason at the ends of its scale, then words for others and for themselves. */
export function ScoreFields({ criteria, values, errors }: { criteria: Criterion[]; values: Texts; errors: Record<string, string> }) {
  const read = (name: string) => String(values[name] ?? '')
  return (
    <>
      {criteria.map((criterion) => <CriterionFields key={criterion.id} criterion={criterion} read={read} errors={errors} />)}
      <TextArea name="citation" label="A sentence for the stage" optional rows={3} error={errors.citation} value={read('citation')}
        hint={`What should everybody in the room hear about them? Up to ${longest.citation} characters.`} />
      <Checkboxes name="share" legend="May they read it?" error={errors.share} values={[read('share')]}
        options={[{ value: 'yes', label: 'Share this sentence with the nominee, without my name', hint: 'After the ceremony, whether they win or not.' }]} />
      <TextArea name="note" label="Notes to yourself" optional rows={4} error={errors.note} value={read('note')} hint="Nobody else reads them." />
    </>
  )
}

function CriterionFields({ criterion, read, errors }: { criterion: Criterion; read: (name: string) => string; errors: Record<string, string> }) {
  const { id, name, weight, anchors } = criterion
  const [mark, reason] = [markField(id), reasonField(id)]
  const points = pointsOf(criterion).map((value, index) => ({ value, text: anchors[index] ?? '' }))
  return (
    <ScoreRow name={mark} legend={name} hint={`Worth ${weight} of 100.`} anchors={points} value={read(mark)} error={errors[mark]}
      apart={{ value: cannotJudge, text: 'I cannot judge this from what I have read' }}
      reason={<TextArea name={reason} label="Why this end of the scale?" rows={2} error={errors[reason]} value={read(reason)} hint={<>For “{name}”. Point to what you read.</>} />} />
  )
}
