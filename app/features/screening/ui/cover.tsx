import type { Passage } from '#app/features/screening/redaction.queries.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'

/** Words to cover, typed or copied: needs no pointer and no script. */
export function CoverFields({ version, words, proposed, error }: { version: number; words: string; proposed: boolean; error?: string }) {
  return (
    <Form>
      <HiddenField name="version" value={version} />
      <TextArea name="words" label="Words to cover" rows={4} value={words} error={error}
        hint={`${proposed ? 'We have put in what may say who receives care: take out what judges should read. ' : ''}A name, a place, an illness: copy the words as they stand above, a line for each. They are covered wherever they stand in this passage.`} />
      <ButtonRow>
        <Button name="intent" value="cover">Cover these words</Button>
        <Button name="intent" value="look" variant="secondary">Show me first</Button>
      </ButtonRow>
    </Form>
  )
}

/** What is covered, each with the way to take it away. */
export function CoveredList({ passage: { version, text, covers } }: { passage: Pick<Passage, 'version' | 'text' | 'covers'> }) {
  if (covers.length === 0) return null
  return (
    <section className="grid gap-4">
      <SectionTitle>Covered now</SectionTitle>
      <ul className="grid max-w-form">
        {covers.map(({ id, from, to }) => (
          <li key={id} className="border-t border-hair py-3">
            <Form className="grid-cols-[minmax(0,1fr)_auto] items-center">
              <HiddenField name="version" value={version} />
              <HiddenField name="redaction" value={id} />
              <span>“{text.slice(from, to)}”</span>
              <Button name="intent" value="lift" variant="quiet">Uncover<span className="sr-only"> “{text.slice(from, to)}”</span></Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
