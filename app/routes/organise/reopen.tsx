import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { byTheClock, nextStage } from '#app/domain/edition-stage.ts'
import { momentText } from '#app/domain/time.ts'
import { reopenNominations } from '#app/features/editions/commands.server.ts'
import { momentIn, reopenForm } from '#app/features/editions/forms.ts'
import { siteName } from '#app/features/editions/template.ts'
import { ConfirmPage } from '#app/features/editions/ui/confirm.tsx'
import { MomentField } from '#app/features/editions/ui/moment-field.tsx'
import { Reason } from '#app/features/editions/ui/settings-fields.tsx'
import { sayWhoWasToldClose } from '#app/features/nominations/told-close.server.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm, type FieldErrors } from '#app/platform/form.server.ts'
import { formAgain, need, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  need(nextStage(byTheClock(edition, edition.now).stage, 'reopen-nominations'))
  return {
    slug: edition.slug, version: edition.version, zone: edition.time_zone, closed: momentText(edition.closes_at, edition.time_zone),
    toldClose: await sayWhoWasToldClose(ctx, edition),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const form = await readForm(args.request, reopenForm(edition.time_zone))
  if (!form.ok) return formAgain(form.errors, form.values)
  const { version, reason } = form.value
  const closesAt = momentIn(form.values, 'closes', edition.time_zone)
  const reopened = await reopenNominations(ctx, { id: edition.id, version }, closesAt, reason)
  return reopened.ok ? seeOther(`/organise/${edition.slug}?done=reopened`) : refusedForm(reopened, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Open nominations again – ${data?.slug ?? ''} – ${siteName}` }]

export default function Reopen() {
  const { slug, version, zone, closed, toldClose } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const errors: FieldErrors = again?.errors ?? {}
  const values = again?.values ?? {}
  return (
    <ConfirmPage slug={slug} version={version} title="Open nominations again" errors={errors}
      effects={[
        `Nominations closed at ${closed}. The public pages take them again until the time below.`,
        'Everybody’s drafts that are still on their devices can be sent again, and nominations can be changed.',
        ...toldClose,
        'Nobody is written to. The reason stays in the audit trail.',
      ]}
    >
      <MomentField name="closes" legend="They close again" hint="For example, 19 January 2027, 5pm" values={values} errors={errors} zone={zone} />
      <Reason values={values} errors={errors} />
      <ButtonRow>
        <Button>Open nominations again</Button>
      </ButtonRow>
    </ConfirmPage>
  )
}
