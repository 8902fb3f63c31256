import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Settings } from '#app/domain/edition.ts'
import { nextStage } from '#app/domain/edition-stage.ts'
import { archiveEdition, listWaiting } from '#app/features/ceremony/archiving.commands.server.ts'
import { countForDesk } from '#app/features/editions/desk.queries.server.ts'
import { seenForm } from '#app/features/editions/forms.ts'
import { siteName } from '#app/features/editions/template.ts'
import { ConfirmPage } from '#app/features/editions/ui/confirm.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, need, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { Prose } from '#app/ui/heading.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  need(nextStage(edition.stage, 'archive'))
  const { messagesHeld, messagesFailed } = await countForDesk(ctx, edition, [])
  return { slug: edition.slug, version: edition.version, waiting: await listWaiting(ctx, edition), months: edition.settings.retentionMonths, left: { held: messagesHeld, failed: messagesFailed } }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const form = await readForm(args.request, seenForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const archived = await archiveEdition(ctx, { id: edition.id, version: form.value.version })
  return archived.ok ? seeOther(`/organise/${edition.slug}?done=archived`) : refusedForm(archived, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Archive this edition – ${data?.slug ?? ''} – ${siteName}` }]

export default function Archive() {
  const { slug, version, waiting, months, left } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  const effects = waiting.length
    ? [`Not yet: the winner of ${waiting.join(', of ')} is not public.`]
    : ['The year is over. The stage is closed, and the running order stays as it was.', 'Nobody is written to.', 'It can be taken back, with a reason.']
  return (
    <ConfirmPage slug={slug} version={version} title="Archive this edition" effects={effects} errors={errors}>
      <Remains slug={slug} months={months} left={left} />
      {waiting.length === 0 && <ButtonRow><Button>Archive this edition</Button></ButtonRow>}
    </ConfirmPage>
  )
}

interface RemainsProps {
  slug: string
  months: Settings['retentionMonths']
  left: { held: number; failed: number }
}

/** What is still there afterwards, and what somebody may want to see to before. */
function Remains({ slug, months, left: { held, failed } }: RemainsProps) {
  const waiting = [held && `${held} held`, failed && `${failed} that failed`].filter(Boolean).join(' and ')
  return (
    <Prose>
      <h2>What remains</h2>
      <ul>
        <li>The winners and what was read out for them stay public, until they take back their yes. So does <a href={`/${slug}/seal`}>the seal</a>, which anybody can check.</li>
        <li>Nominations are kept for {months.unsuccessful} months after the ceremony, those of finalists for {months.shortlisted}.</li>
        <li>Organisers can read everything, as before. You can <a href={`/organise/${slug}/exports`}>download a copy</a>.</li>
        {waiting && <li>In the <a href={`/organise/${slug}/outbox`}>outbox</a> there are messages that nobody will get unless you see to them: {waiting}.</li>}
      </ul>
    </Prose>
  )
}
