import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refusalOf } from '#app/domain/refusals.ts'
import { hasNotice, sendEntered } from '#app/features/assisted/commands.server.ts'
import { requireAssisted } from '#app/features/assisted/guard.server.ts'
import { partOf } from '#app/features/assisted/pages.ts'
import { enterPath, nominationPath } from '#app/features/assisted/paths.ts'
import { canEnter } from '#app/features/assisted/policy.ts'
import { Say } from '#app/features/assisted/ui/say.tsx'
import { TellingWords } from '#app/features/assisted/ui/telling-words.tsx'
import { channelWords, receiptLabels } from '#app/features/assisted/words.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { listMissing } from '#app/features/nominations/forms.ts'
import { tellingInAll } from '#app/features/nominations/nudge.ts'
import { canEdit } from '#app/features/nominations/policy.ts'
import { AnswersList } from '#app/features/nominations/ui/answers-list.tsx'
import { nothingForm, readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'

/** Everything that was written down, to be read to whoever said it before it is sent. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, assisted, asked, sent } = await requireAssisted(args)
  const { draft_id: id, answers, channel, receipt, postal_address: address } = assisted
  if (sent?.state === 'withdrawn') throw redirect(nominationPath(edition.slug, sent.id, 'help'))
  if (!hasNotice(assisted, sent)) throw redirect(enterPath(edition.slug, id, 'who'))
  const [missing] = listMissing(asked, answers)
  if (missing) throw redirect(enterPath(edition.slug, id, partOf(missing.step)))
  if (!receipt) throw redirect(enterPath(edition.slug, id, 'story'))
  const may = sent ? canEdit(sent, edition) : canEnter(ctx.actor, edition)
  return {
    slug: edition.slug, id, channel, asked, answers, telling: tellingInAll(asked, answers), receipt: receiptLabels[receipt], address: receipt === 'letter' ? address : '', reference: sent?.reference,
    hindered: may.ok ? undefined : refusalOf(may.code).sentence(may.facts),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, assisted, asked } = await requireAssisted(args)
  const form = await readForm(args.request, nothingForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const sent = await sendEntered(ctx, edition, asked, assisted)
  return sent.ok ? seeOther(nominationPath(edition.slug, sent.value.nominationId, 'receipt')) : refusedForm(sent)
}

export const meta: MetaFunction = () => [{ title: `Read it back – Enter for someone – ${siteName}` }]

export default function ReadBack() {
  const { slug, id, channel, asked, answers, telling, receipt, address, reference, hindered } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/nominations`} width="text">
      <BackLink href={enterPath(slug, id, 'story')} />
      {hindered ? <Notice tone="warning" title={hindered} /> : <ErrorSummary errors={again?.errors ?? {}} />}
      <PageTitle caption={reference ? `Correcting ${reference}` : channelWords[channel]}>{channel === 'phone' ? 'Read it back' : 'Check it against the form'}</PageTitle>
      {channel === 'phone' && <Say><p>I will read you what I have written down. Stop me wherever it should say something else.</p></Say>}
      <AnswersList reader="nominator" asked={asked} answers={answers} changeHref={(step) => enterPath(slug, id, partOf(step))} />
      <SummaryList rows={[{ key: 'Their reference', value: receipt, change: { href: enterPath(slug, id, 'story'), hidden: 'how they get their reference' } }, ...(address ? [{ key: 'Address', value: address }] : [])]} />
      <TellingWords sentences={telling} channel={channel} changeHref={enterPath(slug, id, 'story')} />
      {channel === 'phone' && <Say><p>Is that right? Then I send it now.</p></Say>}
      {!hindered && <Form><div><Button>{reference ? 'Send the correction' : 'Send nomination'}</Button></div></Form>}
    </OrganiserFrame>
  )
}
