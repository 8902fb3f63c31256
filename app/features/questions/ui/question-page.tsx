import type { ReactNode } from 'react'
import { questionPartWords, type QuestionFreedom } from '#app/domain/question-rules.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { Reason } from '#app/features/editions/ui/settings-fields.tsx'
import type { Again, Look } from '#app/features/questions/proposing.server.ts'
import { OnAPhone } from '#app/features/questions/ui/on-a-phone.tsx'
import { QuestionFields } from '#app/features/questions/ui/question-fields.tsx'
import { freedomWords } from '#app/features/questions/words.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { PageTitle, Prose, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Inset } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'

interface QuestionPageProps {
  slug: string
  version: number
  freedom: QuestionFreedom
  title: string
  /** who is asked it */
  caption: string
  values: Record<string, string>
  again?: Again
  children?: ReactNode
}

/** A question's form; or, once that was sent to be looked at, what it would do. */
export function QuestionPage(props: QuestionPageProps) {
  const { slug, version, freedom, title, caption, again, children } = props
  const { look, errors = {}, values = props.values } = again ?? {}
  const at = `/organise/${slug}/questions`
  const seen = again && !again.errors ? String(values.version) : version // back from looking, it is still what was seen then
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/settings`} width="form">
      <BackLink href={at}>Questions</BackLink>
      <ErrorSummary errors={errors} />
      {look ? <Looking look={look} freedom={freedom} values={values} errors={errors} /> : (
        <>
          <PageTitle caption={caption}>{title}</PageTitle>
          {freedom === 'reason' && <Inset><p>{freedomWords.reason}</p></Inset>}
          <Form unsaved>
            <HiddenField name="version" value={seen} />
            <QuestionFields values={values} errors={errors} />
            <ButtonRow>
              {freedom === 'free' && <Button name="intent" value="save">Save the question</Button>}
              <Button name="intent" value="look" variant={freedom === 'free' ? 'secondary' : 'primary'}>{freedom === 'free' ? 'Look at it first' : 'See what this does'}</Button>
            </ButtonRow>
          </Form>
          {children}
        </>
      )}
    </OrganiserFrame>
  )
}

function Looking({ look: { view, changes, effects }, freedom, values, errors }: { look: Look; freedom: QuestionFreedom } & Required<Pick<Again, 'values' | 'errors'>>) {
  return (
    <>
      <p>This is how nominators will see it, on a phone. Nothing is saved yet.</p>
      <OnAPhone view={view} />
      {changes.length > 0 && (
        <>
          <SectionTitle>What is different</SectionTitle>
          <SummaryList rows={changes.map(({ part, was, is }) => ({ key: capital(questionPartWords[part]), value: `${is}\nIt was: ${was}` }))} />
        </>
      )}
      <SectionTitle>What this does</SectionTitle>
      <Prose><ul>{effects.map((effect) => <li key={effect}>{effect}</li>)}</ul></Prose>
      <Form>
        {Object.entries(values).filter(([name]) => name !== 'intent' && name !== 'reason').map(([name, value]) => <HiddenField key={name} name={name} value={String(value)} />)}
        {freedom === 'reason' && <Reason values={values} errors={errors} />}
        <ButtonRow>
          <Button name="intent" value="save">Save the question</Button>
          <Button name="intent" value="edit" variant="secondary">Write it differently</Button>
        </ButtonRow>
      </Form>
    </>
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
