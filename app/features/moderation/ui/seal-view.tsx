import type { SealPage } from '#app/features/moderation/seal-page.server.ts'
import { DecisionList } from '#app/features/moderation/ui/decision.tsx'
import { StandingsTable } from '#app/features/moderation/ui/standings-table.tsx'
import type { FieldValues } from '#app/platform/form.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'

interface Props {
  page: SealPage
  again?: { values: FieldValues; errors: Record<string, string> }
  /** for those who organise: the edition's address among their pages. A witness seals what was asked for, and nothing else */
  at?: string
}

/** What is to be sealed, as both of the two see it, and what whoever looks may do. */
export function SealView({ page, again, at }: Props) {
  const { category, decision, differs, standings, amends, asked, gaps } = page
  return (
    <>
      <ErrorSummary errors={again?.errors ?? {}} />
      <PageTitle caption={category.name}>{amends ? 'Seal the amendment' : 'Seal the result'}</PageTitle>
      <Lead>{asked ? `${asked.by} asked for this seal at ${asked.at}.` : 'One of two people looks at what is to be sealed and asks for it. Another one looks at the same and seals.'}</Lead>
      {asked?.reason && <p className="max-w-text">The reason, which will be public: {asked.reason}</p>}
      {gaps.length > 0 && <Notice tone="warning" title="Not yet"><ul>{gaps.map((gap) => <li key={gap}>{gap}</li>)}</ul></Notice>}
      <DecisionList decision={decision} differs={differs} />
      <SectionTitle>The standings that are sealed with it</SectionTitle>
      <StandingsTable ways={at === undefined ? undefined : { at, working: `${at}/standings/${category.slug}/working` }} {...standings} />
      <Buttons page={page} again={again} organises={at !== undefined} />
    </>
  )
}

function Buttons({ page: { version, shown, amends, asked, gaps }, again, organises }: Pick<Props, 'page' | 'again'> & { organises: boolean }) {
  const isWhole = gaps.length === 0
  const may = { propose: organises && !asked && isWhole, confirm: asked && !asked.isMine && isWhole, takeBack: organises && asked }
  if (!may.propose && !may.confirm && !may.takeBack) return null
  return (
    <Form>
      <HiddenField name="version" value={version} />
      <HiddenField name="shown" value={shown} />
      {amends && !asked ? <TextField name="reason" label="Why it is amended" hint="In a sentence that names nobody: it is public at once." autoComplete="off" value={String(again?.values.reason ?? '')} error={again?.errors.reason} /> : <HiddenField name="reason" value="" />}
      <ButtonRow>
        {may.propose && <Button name="intent" value="propose">Ask to seal this</Button>}
        {may.confirm && <Button name="intent" value="confirm">Seal this for good</Button>}
        {may.takeBack && <Button name="intent" value="take-back" variant="secondary">Take the request back</Button>}
      </ButtonRow>
    </Form>
  )
}
