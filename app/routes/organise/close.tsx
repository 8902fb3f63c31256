import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { byTheClock, nextStage } from '#app/domain/edition-stage.ts'
import { momentText } from '#app/domain/time.ts'
import { closeNominations } from '#app/features/editions/commands.server.ts'
import { seenForm } from '#app/features/editions/forms.ts'
import { countNominations } from '#app/features/editions/readiness.queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { ConfirmPage } from '#app/features/editions/ui/confirm.tsx'
import { sayWhoWasToldClose } from '#app/features/nominations/told-close.server.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, need, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { TextLink } from '#app/ui/link.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  need(nextStage(byTheClock(edition, edition.now).stage, 'close-nominations'))
  const { slug, version, closes_at, grace_minutes, time_zone, now } = edition
  const moves = now < closes_at
  return {
    slug, version, planned: moves ? momentText(closes_at, time_zone) : undefined, grace: grace_minutes, received: await countNominations(ctx, edition.id),
    toldClose: moves ? await sayWhoWasToldClose(ctx, edition) : [],
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const form = await readForm(args.request, seenForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const closed = await closeNominations(ctx, { id: edition.id, ...form.value })
  return closed.ok ? seeOther(`/organise/${edition.slug}?done=closed`) : refusedForm(closed, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Close nominations – ${data?.slug ?? ''} – ${siteName}` }]

export default function Close() {
  const { slug, version, planned, grace, received, toldClose } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  return (
    <ConfirmPage slug={slug} version={version} title="Close nominations now" errors={again?.errors}
      effects={[
        planned ? `This moment becomes the close, instead of ${planned}.` : 'The close has passed already; this ends the stage before the grace does.',
        `What was begun and reaches us within ${grace} minutes of the close still counts.`,
        received === 1 ? '1 nomination has come in so far.' : `${received} nominations have come in so far.`,
        ...toldClose,
        'Drafts that are not sent by then are not nominations, and their writers are not told.',
        'Nobody is written to. You can open nominations again, with a reason.',
      ]}
    >
      <ButtonRow>
        <Button variant="danger">Close nominations now</Button>
      </ButtonRow>
      <p>To give people notice, <TextLink href={`/organise/${slug}/settings/dates`}>move the closing time</TextLink> instead.</p>
    </ConfirmPage>
  )
}
