import { KitSection, longName } from '#app/routes/resources/kit-sections/section.tsx'
import { Checkboxes, Radios, TextField } from '#app/ui/field.tsx'
import { ScoreRow } from '#app/ui/score-row.tsx'

const anchors = [
  { value: 0, text: 'Nothing here speaks to this' },
  { value: 1, text: 'A little, in general words' },
  { value: 2, text: 'Some, with one example' },
  { value: 3, text: 'Clear, with examples of what they did' },
  { value: 4, text: 'Strong, with what changed because of it' },
  { value: 5, text: 'Outstanding: it changed what other people do, and there is somebody other than the writer who says so' },
]

export function ChoicesSection() {
  return (
    <KitSection id="choices" title="Choices">
      <div className="grid gap-8 md:grid-cols-2 md:items-start">
        <Radios
          name="who"
          legend="Who would you like to thank?"
          legendAs="h2"
          caption="Who it is"
          value="team"
          options={[
            { value: 'person', label: 'One person', hint: 'Somebody who works in care, paid or not.' },
            { value: 'team', label: 'A team', reveal: <TextField name="teamName" label="What is the team called?" value={longName} /> },
            { value: 'service', label: 'A whole service' },
          ]}
        />
        <Radios
          name="tell"
          legend="May we tell them who you are?"
          error="Choose yes or no"
          inline
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
        />
        <Checkboxes
          name="publicity"
          legend="What may we use?"
          hint="Choose as many as you like."
          values={['name', 'words']}
          options={[
            { value: 'name', label: longName },
            { value: 'photo', label: 'A photograph', hint: 'We ask again before we print it.' },
            { value: 'words', label: 'The kind words', reveal: <TextField name="except" label="Anything to leave out?" optional /> },
          ]}
        />
        <Checkboxes name="agree" legend="Before you go on" values={[]} error="Tick the box to say you have read this" options={[{ value: 'yes', label: 'I have read how we judge' }]} />
        <ScoreRow name="kindness" legend="Kindness" hint="Worth 40 of 100. What did they do for one person?" anchors={anchors} value={4} />
        <ScoreRow name="skill" legend="Skill" anchors={anchors} error="Choose a score for skill, or say that you cannot judge it" />
      </div>
    </KitSection>
  )
}
