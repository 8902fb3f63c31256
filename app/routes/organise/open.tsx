import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { byTheClock, nextStage } from '#app/domain/edition-stage.ts'
import { momentText } from '#app/domain/time.ts'
import { openNominations, scheduleOpening, unscheduleOpening } from '#app/features/editions/commands.server.ts'
import { openForm } from '#app/features/editions/forms.ts'
import { listOpeningGaps } from '#app/features/editions/readiness.queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { ConfirmPage } from '#app/features/editions/ui/confirm.tsx'
import { GapTasks } from '#app/features/editions/ui/gap-tasks.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, need, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'
import { TextLink } from '#app/ui/link.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  need(nextStage(byTheClock(edition, edition.now).stage, 'open-nominations'))
  const { slug, version, opens_at, closes_at, grace_minutes, time_zone } = edition
  return {
    slug, version, scheduled: edition.opensByClock, opensToCome: opens_at > edition.now, gaps: await listOpeningGaps(ctx, edition),
    opens: momentText(opens_at, time_zone), closes: momentText(closes_at, time_zone), grace: grace_minutes,
  }
}

const acts = {
  open: { command: openNominations, done: 'opened' },
  schedule: { command: scheduleOpening, done: 'scheduled' },
  unschedule: { command: unscheduleOpening, done: 'unscheduled' },
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const form = await readForm(args.request, openForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { command, done } = acts[form.value.intent]
  const result = await command(ctx, { id: edition.id, version: form.value.version })
  return result.ok ? seeOther(`/organise/${edition.slug}?done=${done}`) : refusedForm(result, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Open nominations – ${data?.slug ?? ''} – ${siteName}` }]

export default function Open() {
  const { slug, version, scheduled, opensToCome, gaps, opens, closes, grace } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  return (
    <ConfirmPage slug={slug} version={version} title="Open nominations" errors={again?.errors}
      effects={[
        `The home page, every category and “Nominate” take nominations until ${closes}.`,
        `What reaches us ${grace} minutes later still counts, and the page says so.`,
        'The rules that judging relies on freeze: a later change takes a reason.',
        'Nobody is written to.',
        'You can go back to preparing until the first nomination comes in.',
      ]}
      before={gaps.length > 0 && (
        <>
          <SectionTitle>First, what is missing</SectionTitle>
          <GapTasks slug={slug} gaps={gaps} />
        </>
      )}
    >
      {gaps.length === 0 && (
        <ButtonRow>
          <Button name="intent" value="open">Open nominations now</Button>
          {scheduled && <Button name="intent" value="unschedule" variant="secondary">Take the opening off the clock</Button>}
          {!scheduled && opensToCome && <Button name="intent" value="schedule" variant="secondary">Let them open at {opens}</Button>}
        </ButtonRow>
      )}
      <p>
        {scheduled && `They open by themselves at ${opens}. `}
        {!scheduled && !opensToCome && `The opening time you set, ${opens}, has passed. `}
        <TextLink href={`/organise/${slug}/settings/dates`}>Change the dates</TextLink>
      </p>
    </ConfirmPage>
  )
}
