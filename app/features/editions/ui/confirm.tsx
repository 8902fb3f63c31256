import { Children, type ReactNode } from 'react'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { PageTitle, Prose, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

/** Before a step of the year: what it will do, then the button that does it to the edition as it was seen. */
export function ConfirmPage(props: {
  slug: string
  version: number
  title: string
  effects: string[]
  errors?: Record<string, string>
  before?: ReactNode
  /** whom or what it is about, one by one */
  list?: ReactNode
  /** the page it belongs to, below the edition's own address among organisers' pages */
  of?: { path: string; label: string }
  /** fields and buttons; nothing where nothing can be done */
  children: ReactNode
}) {
  const { slug, version, title, effects, errors = {}, before, list, of = { path: '', label: 'The year' }, children } = props
  const backTo = `/organise/${slug}${of.path}`
  return (
    <OrganiserFrame slug={slug} here={backTo} width="form">
      <BackLink href={backTo}>{of.label}</BackLink>
      <ErrorSummary errors={errors} />
      <PageTitle>{title}</PageTitle>
      {before}
      <SectionTitle>What this does</SectionTitle>
      <Prose>
        <ul>{effects.map((effect) => <li key={effect}>{effect}</li>)}</ul>
      </Prose>
      {list}
      {Children.toArray(children).length > 0 && (
        <Form>
          <HiddenField name="version" value={version} />
          {children}
        </Form>
      )}
    </OrganiserFrame>
  )
}
