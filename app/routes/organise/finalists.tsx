import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { ConfirmPage } from '#app/features/editions/ui/confirm.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { announceFinalists, listAnnouncingGaps } from '#app/features/shortlisting/announcing.commands.server.ts'
import { listFinalistsToTell, type FinalistToTell } from '#app/features/shortlisting/finalists.queries.server.ts'
import { announceForm } from '#app/features/shortlisting/forms.ts'
import { listChosenLookAlikes } from '#app/features/shortlisting/look-alikes.queries.server.ts'
import { LookAlikesWarning } from '#app/features/shortlisting/ui/look-alikes.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { fingerprintOf } from '#app/platform/tokens.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { HiddenField } from '#app/ui/form.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { TaskList } from '#app/ui/task-list.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const toTell = await listFinalistsToTell(ctx, edition)
  return {
    slug: edition.slug, version: edition.version, screening: edition.stage === 'screening', announced: edition.finalists_announced_at !== null,
    people: fingerprintOf(toTell), toTell, gaps: await listAnnouncingGaps(ctx, edition),
    pairs: await listChosenLookAlikes(ctx, edition, toTell.map(({ nomineeId: id, name }) => ({ id, name }))),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const form = await readForm(args.request, announceForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const announced = await announceFinalists(ctx, { id: edition.id, version: form.value.version }, form.value.people)
  return announced.ok ? seeOther(`/organise/${edition.slug}/shortlists?done=announced`) : refusedForm(announced, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Announce the finalists – ${data?.slug ?? ''} – ${siteName}` }]

export default function AnnounceFinalists() {
  const { slug, version, screening, announced, people, toTell, gaps, pairs } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const [byEmail, byHand] = [toTell.filter(({ email }) => email), toTell.filter(({ email }) => !email)]
  const ready = screening && gaps.length === 0
  return (
    <ConfirmPage slug={slug} version={version} title={announced ? 'Write to new finalists' : 'Announce the finalists'} effects={effects(announced, byEmail.length, byHand.length)} errors={again?.errors}
      before={(
        <>
          {!ready && <NotYet slug={slug} screening={screening} gaps={gaps} />}
          {screening && !again && <LookAlikesWarning slug={slug} pairs={pairs} />}
        </>
      )}
      list={(
        <>
          <Names title="Written to" people={byEmail} />
          <Names title="Without an email address: write a letter or ring" people={byHand} />
        </>
      )}
    >
      {ready && (!announced || byEmail.length > 0) && (
        <>
          <HiddenField name="people" value={people} />
          <ButtonRow><Button>{announced ? 'Write to them' : 'Announce the finalists'}</Button></ButtonRow>
        </>
      )}
    </ConfirmPage>
  )
}

function effects(announced: boolean, byEmail: number, byHand: number): string[] {
  const messages = byEmail === 1 ? '1 message is written' : `${byEmail} messages are written`
  return [
    ...(announced ? [] : ['The public page names the finalists: each only as far as they agreed, or, two weeks after they were told, by name alone.']),
    `${messages}. They wait in the outbox until you release them: nobody hears before that.`,
    ...(byHand ? [`${byHand === 1 ? '1 finalist has' : `${byHand} finalists have`} no email address: tell them yourselves.`] : []),
  ]
}

function NotYet({ slug, screening, gaps }: { slug: string; screening: boolean; gaps: { missing: string; at: string }[] }) {
  if (!screening) return <Notice tone="warning" title="Not at this stage">Finalists are announced while the edition is being screened.</Notice>
  return (
    <>
      <SectionTitle>What is missing</SectionTitle>
      <TaskList items={gaps.map(({ missing, at }) => ({ title: missing, href: `/organise/${slug}/${at}`, status: { label: 'Missing', tone: 'waiting' as const } }))} />
    </>
  )
}

function Names({ title, people }: { title: string; people: FinalistToTell[] }) {
  if (people.length === 0) return null
  return (
    <>
      <SectionTitle level={3}>{title}: {people.length}</SectionTitle>
      <ul>
        {people.map(({ nomineeId, name, categories, email }) => (
          <li key={nomineeId} className="border-t border-hair py-3">
            <span className="font-bold">{name}</span>{email && `, ${email}`}<span className="block text-small text-ink2">{categories.join('; ')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
