import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeSettings } from '#app/features/editions/settings.commands.server.ts'
import { countNominations } from '#app/features/editions/readiness.queries.server.ts'
import { settingsSections } from '#app/features/editions/settings.forms.ts'
import { findSection, sectionTitles } from '#app/features/editions/settings.words.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { SettingsFields } from '#app/features/editions/ui/settings-fields.tsx'
import { sayWhoWasToldClose } from '#app/features/nominations/told-close.server.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm, type FieldErrors } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Inset } from '#app/ui/panel.tsx'

async function requireSection(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const name = findSection(args.params.section)
  if (!name) throw notFound()
  return { ctx, edition, name, section: settingsSections[name] }
}

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, name, section } = await requireSection(args)
  return {
    slug: edition.slug, version: edition.version, zone: edition.time_zone, opened: edition.stage !== 'preparing',
    name, title: sectionTitles[name], values: section.values(edition), received: await countNominations(ctx, edition.id),
    toldClose: name === 'dates' ? await sayWhoWasToldClose(ctx, edition) : [],
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, section } = await requireSection(args)
  const form = await readForm(args.request, section.form(edition))
  if (!form.ok) return formAgain(form.errors, form.values)
  const values = form.values as Record<string, string>
  const seen = { id: edition.id, version: Number(values.version) }
  const changed = await changeSettings(ctx, seen, section.change(values, edition), values.reason)
  if (!changed.ok) return refusedForm(changed, form.values)
  return seeOther(`/organise/${edition.slug}/settings?done=saved`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} – Settings ${data?.slug ?? ''} – ${siteName}` }]

export default function Setting() {
  const { slug, version, zone, opened, name, title, values, received, toldClose } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const errors: FieldErrors = again?.errors ?? {}
  const takesReason = opened && ['dates', 'eligibility', 'judging'].includes(name)
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/settings`} width="form">
      <BackLink href={`/organise/${slug}/settings`}>Settings</BackLink>
      <ErrorSummary errors={errors} />
      <PageTitle caption="Settings">{title}</PageTitle>
      {takesReason && (
        <Inset>
          <p>Nominations have opened, and {received === 1 ? '1 has' : `${received} have`} come in under the rules as they are. A change shows on the public pages at once and takes a reason.</p>
          {toldClose.map((sentence) => <p key={sentence}>{sentence}</p>)}
        </Inset>
      )}
      <Form unsaved>
        <HiddenField name="version" value={version} />
        <SettingsFields section={name} values={again?.values ?? values} errors={errors} zone={zone} opened={opened} />
        <ButtonRow>
          <Button>Save</Button>
        </ButtonRow>
      </Form>
    </OrganiserFrame>
  )
}
