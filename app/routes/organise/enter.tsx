import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isLateEntry } from '#app/domain/late-entry.ts'
import { readReference } from '#app/domain/reference.ts'
import { refusalOf } from '#app/domain/refusals.ts'
import { stampText } from '#app/domain/time.ts'
import { beginFor } from '#app/features/assisted/commands.server.ts'
import { beginForm } from '#app/features/assisted/forms.ts'
import { enterPath, nominationPath } from '#app/features/assisted/paths.ts'
import { canEnter } from '#app/features/assisted/policy.ts'
import { findByReference, listBegun, listReceiptsToGive } from '#app/features/assisted/queries.server.ts'
import { BegunList, ReceiptsToGive } from '#app/features/assisted/ui/lists.tsx'
import { PaperForms } from '#app/features/assisted/ui/paper-forms.tsx'
import { channelWords } from '#app/features/assisted/words.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireAssistant } from '#app/features/people/guard.server.ts'
import { cleanText, readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Checkboxes, Radios, TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'

/** With `?reference=…` it leads to what somebody who rings back has sent. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const search = new URL(args.request.url).searchParams
  const looked = cleanText(search.get('reference') ?? '').slice(0, 40)
  const found = await findByReference(ctx, edition, readReference(looked) ?? '')
  if (found) throw redirect(nominationPath(edition.slug, found.id, 'help'))
  const may = canEnter(ctx.actor, edition)
  return {
    slug: edition.slug, looked, hindered: may.ok ? undefined : refusalOf(may.code).sentence(may.facts), late: isLateEntry(edition, edition.now),
    begun: (await listBegun(ctx, edition)).map((one) => ({ ...one, at: stampText(one.updatedAt, edition.time_zone) })), receipts: await listReceiptsToGive(ctx, edition),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const form = await readForm(args.request, beginForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { channel, inTime, from } = form.value
  const begun = await beginFor(ctx, edition, { channel, inTime: inTime.length > 0, from })
  return begun.ok ? seeOther(enterPath(edition.slug, begun.value.draftId, 'who')) : refusedForm(begun, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Enter for someone – ${data?.slug ?? ''} – ${siteName}` }]

export default function Enter() {
  const { slug, looked, hindered, late, begun, receipts } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/nominations`} width="text">
      <BackLink href={`/organise/${slug}/nominations`}>All nominations</BackLink>
      <ErrorSummary errors={again?.errors ?? {}} />
      <PageTitle caption={slug}>Enter for someone</PageTitle>
      <Lead>For people who ring or write by hand. They are asked the same questions as online, and it counts just the same.</Lead>
      {hindered ? <Notice tone="info" title={hindered} /> : <BeginForm late={late} values={again?.values ?? {}} errors={again?.errors ?? {}} />}
      <SectionTitle>Somebody rings back</SectionTitle>
      <form method="get" role="search" aria-label="Find by reference" className="grid gap-6 print:hidden">
        <TextField name="reference" label="Their reference" hint="For example K7H4-X29R. Dashes and small letters make no difference." value={looked} error={looked ? 'No nomination of this year has that reference. Ask them to read it out once more.' : undefined}
          autoComplete="off" spellCheck={false} width="2/3" />
        <div><Button variant="secondary">Find it</Button></div>
      </form>
      <p>They have lost it? <a href={`/organise/${slug}/nominations`}>Look for their name</a> among the nominations.</p>
      <SectionTitle>Forms to post</SectionTitle>
      <PaperForms slug={slug} />
      <BegunList slug={slug} begun={begun} />
      <ReceiptsToGive slug={slug} receipts={receipts} />
    </OrganiserFrame>
  )
}

function BeginForm({ late, values, errors }: { late: boolean; values: Record<string, string | string[]>; errors: Record<string, string> }) {
  return (
    <Form>
      <Radios name="channel" legend="How does it come?" value={String(values.channel ?? '')} error={errors.channel}
        options={[
          { value: 'phone', label: channelWords.phone, hint: 'You get a script to read from.' },
          { value: 'paper', label: channelWords.paper, hint: 'You type in what is written on it.' },
        ]} />
      {late && (
        <Checkboxes name="inTime" legend="Nominations have closed" values={[values.inTime ?? []].flat()} error={errors.inTime}
          options={[{ value: 'yes', label: 'It was begun before the close: they had rung us, or the form was in the post' }]} />
      )}
      <div><Button>Begin</Button></div>
    </Form>
  )
}
