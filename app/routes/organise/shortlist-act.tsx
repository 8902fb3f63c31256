import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isOverQuota } from '#app/domain/shortlist.ts'
import { siteName } from '#app/features/editions/template.ts'
import { ConfirmPage } from '#app/features/editions/ui/confirm.tsx'
import { Reason } from '#app/features/editions/ui/settings-fields.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { finishShortlist, giveNoAward, reopenShortlist } from '#app/features/shortlisting/commands.server.ts'
import { actForm, shortlistActs, type ShortlistAct } from '#app/features/shortlisting/forms.ts'
import { listChosenLookAlikes } from '#app/features/shortlisting/look-alikes.queries.server.ts'
import { findShortlist, listCandidates, type Candidate, type CategoryShortlist } from '#app/features/shortlisting/queries.server.ts'
import { LookAlikesWarning } from '#app/features/shortlisting/ui/look-alikes.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'

const commands = { finish: finishShortlist, 'no-award': giveNoAward, reopen: reopenShortlist }

async function requireAct(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const act = shortlistActs.find((one) => one === args.params.act)
  const category = await findShortlist(ctx, edition, args.params.category ?? '')
  if (!act || !category) throw notFound()
  return { ctx, edition, category, act }
}

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, category, act } = await requireAct(args)
  const chosen = act === 'finish' ? (await listCandidates(ctx, category.id)).filter(({ place }) => place === 'in') : []
  const pairs = await listChosenLookAlikes(ctx, edition, chosen.map(({ nomineeId: id, nominee: name }) => ({ id, name })))
  const asksReason = act === 'no-award' || (act === 'finish' ? isOverQuota(category) : edition.finalists_announced_at !== null)
  return { slug: edition.slug, version: edition.version, category, act, chosen, pairs, asksReason }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, category, act } = await requireAct(args)
  const form = await readForm(args.request, actForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const done = await commands[act](ctx, { id: edition.id, version: form.value.version }, category.slug, form.value.reason)
  return done.ok ? seeOther(`/organise/${edition.slug}/shortlists/${category.slug}?done=${act}`) : refusedForm(done, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data ? titles[data.act] : ''} – ${data?.category.name ?? ''} – ${data?.slug ?? ''} – ${siteName}` }]

const titles: Record<ShortlistAct, string> = { finish: 'Finish this shortlist', 'no-award': 'Give no award in this category', reopen: 'Open the shortlist again' }

const effects: Record<ShortlistAct, (category: CategoryShortlist) => string[]> = {
  finish: ({ chosen, quota, name }) => [
    `${chosen === 1 ? '1 entry is' : `${chosen} entries are`} in for ${name}${chosen > quota ? `, more than the ${quota} that may go on: say why` : ''}.`,
    'Nobody is put in or out any more, until you open it again.',
    'Nobody is written to. The finalists are announced later, all at once.',
  ],
  'no-award': ({ name, eligible }) => [
    `Nobody is a finalist in ${name}${eligible ? `, though ${eligible === 1 ? '1 entry is' : `${eligible} entries are`} eligible` : ''}. The reason is kept.`,
    'Nobody is written to. You can open the shortlist again.',
  ],
  reopen: ({ name }) => [`Entries of ${name} can be put in and out again.`, 'What was decided stays as it is until you change it. Nobody is written to.'],
}

export default function ShortlistActPage() {
  const { slug, version, category, act, chosen, pairs, asksReason } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  return (
    <ConfirmPage slug={slug} version={version} title={`${category.name}: ${titles[act].toLowerCase()}`} effects={effects[act](category)} errors={again?.errors}
      before={!again && <LookAlikesWarning slug={slug} pairs={pairs} />} list={<Chosen slug={slug} chosen={chosen} />}
    >
      {asksReason ? <Reason values={again?.values ?? {}} errors={again?.errors ?? {}} /> : <input type="hidden" name="reason" value="" />}
      <ButtonRow><Button>{titles[act]}</Button></ButtonRow>
    </ConfirmPage>
  )
}

function Chosen({ slug, chosen }: { slug: string; chosen: Candidate[] }) {
  if (chosen.length === 0) return null
  return (
    <>
      <SectionTitle>Who is in</SectionTitle>
      <ul>
        {chosen.map(({ entryId, nominee, job, employer }) => (
          <li key={entryId} className="border-t border-hair py-3">
            <a href={`/organise/${slug}/entries/${entryId}`} className="inline-flex min-h-11 items-center font-bold">{nominee}</a>
            <span className="block text-ink2">{[job, employer].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
