import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { momentText } from '#app/domain/time.ts'
import { nextDateOf } from '#app/domain/year-dates.ts'
import { clockForm, momentIn } from '#app/features/editions/forms.ts'
import { moveClock } from '#app/features/editions/rehearsal.commands.server.ts'
import { boxes } from '#app/features/editions/settings.forms.ts'
import { siteName } from '#app/features/editions/template.ts'
import { ConfirmPage } from '#app/features/editions/ui/confirm.tsx'
import { MomentField } from '#app/features/editions/ui/moment-field.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'

/** Only a rehearsal has a clock of its own. */
async function requireRehearsal(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const found = await requireOrganiser(args)
  if (!found.edition.rehearsal) throw notFound()
  return found
}

/** What is proposed is the next date of the year. */
export async function loader(args: LoaderFunctionArgs) {
  const { edition } = await requireRehearsal(args)
  const { slug, version, now, time_zone: zone } = edition
  return { slug, version, zone, now: momentText(now, zone), values: boxes('to', nextDateOf(edition) ?? now, zone) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireRehearsal(args)
  const form = await readForm(args.request, clockForm(edition.time_zone))
  if (!form.ok) return formAgain(form.errors, form.values)
  const moved = await moveClock(ctx, { id: edition.id, version: form.value.version }, momentIn(form.values, 'to', edition.time_zone))
  return moved.ok ? seeOther(`/organise/${edition.slug}?done=clock-moved`) : refusedForm(moved, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Move the clock – Rehearsal ${data?.slug ?? ''} – ${siteName}` }]

export default function Clock() {
  const { slug, version, zone, now, values } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  return (
    <ConfirmPage slug={slug} version={version} title="Move the clock" errors={again?.errors}
      effects={[
        `It is ${now} in this rehearsal. Everybody in it finds it later: what opens and closes by the clock follows within a minute.`,
        'It only goes on. To begin again, start another rehearsal.',
        'Nobody is written to: the messages of a rehearsal stay in its outbox.',
      ]}
    >
      <MomentField name="to" legend="What time it will be" hint="Proposed is the next date of the year." values={again?.values ?? values} errors={again?.errors ?? {}} zone={zone} />
      <ButtonRow>
        <Button>Move the clock</Button>
      </ButtonRow>
    </ConfirmPage>
  )
}
