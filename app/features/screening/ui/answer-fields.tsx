import type { ReactNode } from 'react'
import { publicUses } from '#app/domain/publicity.ts'
import { publicField } from '#app/features/screening/forms.ts'
import { useWords } from '#app/features/screening/words.ts'
import type { FieldErrors, FieldValues } from '#app/platform/form.server.ts'
import { Radios, TextField } from '#app/ui/field.tsx'
import { HiddenField } from '#app/ui/form.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'
import type { NomineeKind } from '#db/vocabulary.ts'

interface AnswerFieldsProps {
  kind: NomineeKind
  values: FieldValues
  errors: FieldErrors
}

/** Yes or no, what may be public, and what is to be put right. */
export function AnswerFields({ kind, values, errors }: AnswerFieldsProps) {
  const text = (name: string) => String(values[name] ?? '')
  return (
    <>
      <Radios name="answer" legend="Do you want to take part?" value={text('answer')} error={errors.answer}
        options={[
          { value: 'accepted', label: 'Yes', reveal: <PublicityFields values={values} errors={errors} /> },
          { value: 'declined', label: 'No, thank you', hint: 'You take no part, and nobody judges what was written. It is deleted with the other nominations after the ceremony. Nobody is told why.' },
          { value: 'objected', label: 'No, and stop using what was written', hint: 'The same, and we note that you object to our using it. If you want it deleted at once, without waiting for the others, write to us.' },
        ]} />
      <section className="grid gap-6">
        <SectionTitle>Is this right?</SectionTitle>
        <TextField name="name" label={kind === 'person' ? 'Your name' : 'What it is called'} hint="As it should be read out and printed." value={text('name')} error={errors.name} spellCheck={false} autoComplete="off" />
        <TextField name="saidAs" label="How it is said" optional hint="For example, “SHIV-awn” for Siobhan." value={text('saidAs')} error={errors.saidAs} spellCheck={false} autoComplete="off" />
        {kind === 'person' ? <TextField name="job" label="Your job" optional value={text('job')} error={errors.job} autoComplete="off" /> : <HiddenField name="job" value={text('job')} />}
        <TextField name="employer" label="Where you work" optional value={text('employer')} error={errors.employer} autoComplete="off" />
      </section>
    </>
  )
}

function PublicityFields({ values, errors }: Pick<AnswerFieldsProps, 'values' | 'errors'>): ReactNode {
  return (
    <div className="grid gap-6">
      <p>If you become a finalist or win, what may we make public? You can change this later.</p>
      {publicUses.map((use) => (
        <Radios key={use} name={publicField(use)} legend={useWords[use]} inline value={String(values[publicField(use)] ?? '')} error={errors[publicField(use)]}
          options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }]} />
      ))}
    </div>
  )
}

/** The code that was mailed, and the secret of the page that asked for it. */
export function CodeField({ request, error }: { request: string; error?: string }) {
  return (
    <>
      <HiddenField name="request" value={request} />
      <TextField name="code" label="The code" hint="Six numbers. It works for ten minutes." width="code" inputMode="numeric" autoComplete="one-time-code" spellCheck={false} error={error} />
    </>
  )
}
