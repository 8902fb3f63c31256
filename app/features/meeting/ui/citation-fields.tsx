import { citationWords } from '#app/domain/decision.ts'
import { countWords } from '#app/domain/words.ts'
import type { CitationWords } from '#app/features/meeting/citation.queries.server.ts'
import { ReadingMeter } from '#app/features/moderation/ui/reading-meter.tsx'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { Checkboxes, TextArea } from '#app/ui/field.tsx'
import { Inset } from '#app/ui/panel.tsx'

/** What was written, to tick, beside the draft that is made of it. */
export function CitationFields({ words: { judges, nominators, storyAgreed }, citation, errors }: { words: CitationWords; citation: string; errors: Record<string, string> }) {
  const options = (sentences: string[]) => sentences.map((one) => ({ value: one, label: one }))
  return (
    <div className="grid gap-10 lg:grid-cols-2">
      <div className="grid content-start gap-6">
        {judges.length > 0 && <Checkboxes name="judges" legend="What judges wrote" values={[]} options={options(judges)} error={errors.judges} />}
        {nominators.length > 0 && <Checkboxes name="nominators" legend="What people wrote to nominate them" hint="As judges read it. Sentences with covered words are left out." values={[]} options={options(nominators)} error={errors.nominators} />}
        {nominators.length > 0 && !storyAgreed && <Inset><p>They have not said yes to their story being public. Keep to what judges wrote, or ask them first.</p></Inset>}
        {judges.length + nominators.length === 0 && <p>Nothing was written that could stand in a citation.</p>}
        <ButtonRow><Button name="intent" value="add" variant="secondary">Put what is ticked into the draft</Button></ButtonRow>
      </div>
      <div className="grid content-start gap-6">
        <TextArea name="citation" label="The draft" rows={9} value={citation} error={errors.citation} words={{ limit: citationWords.most, used: countWords(citation) }} />
        <ReadingMeter citation={citation} />
        <ButtonRow>
          <Button name="intent" value="save">Save the citation</Button>
          <Button name="intent" value="count" variant="secondary">Count again</Button>
        </ButtonRow>
      </div>
    </div>
  )
}
