import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stampText } from '#app/domain/time.ts'
import { listHistory } from '#app/features/audit/queries.server.ts'
import { History } from '#app/features/audit/ui/history.tsx'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { judgeActForm } from '#app/features/judging/forms.ts'
import { inviteAgain } from '#app/features/judging/judges.commands.server.ts'
import { findJudgeIn, listPanelsOf, listTies } from '#app/features/judging/judges.queries.server.ts'
import { letBack } from '#app/features/judging/recusals.commands.server.ts'
import { listRecusals } from '#app/features/judging/recusals.queries.server.ts'
import { termsVersion } from '#app/features/judging/terms.ts'
import { JudgeFacts } from '#app/features/judging/ui/judge-facts.tsx'
import { Recusals } from '#app/features/judging/ui/recusals.tsx'
import { judgingDone } from '#app/features/judging/words.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const judge = await findJudgeIn(ctx, edition, args.params.judge ?? '')
  if (!judge) throw notFound()
  const stamp = (at: string | null) => (at === null ? null : stampText(at, edition.time_zone))
  const recusals = await listRecusals(ctx, judge)
  return {
    slug: edition.slug, id: judge.id, name: judge.name, email: judge.email, state: judge.state, invited: stamp(judge.invited_at) ?? '', answered: stamp(judge.answered_at),
    signed: judge.signed_terms === termsVersion ? stamp(judge.signed_at) : null, declared: stamp(judge.declared_at), ended: stamp(judge.ended_at), endedReason: judge.ended_reason,
    ties: await listTies(ctx, judge), panels: await listPanelsOf(ctx, judge), recusals: recusals.map((one) => ({ ...one, at: stamp(one.at) ?? '' })),
    history: await listHistory(ctx, edition, judge.id), done: saidDone(args.request, judgingDone),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const judge = await findJudgeIn(ctx, edition, args.params.judge ?? '')
  if (!judge) throw notFound()
  const form = await readForm(args.request, judgeActForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { intent, recusal } = form.value
  const result = intent === 'invite-again' ? await inviteAgain(ctx, edition, judge.id) : await letBack(ctx, edition, judge, recusal)
  return result.ok ? seeOther(`/organise/${edition.slug}/judges/${judge.id}?done=${intent === 'invite-again' ? 'invited' : intent}`) : refusedForm(result)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? 'Judge'} – Judges ${data?.slug ?? ''} – ${siteName}` }]

export default function Judge() {
  const judge = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  const { slug, id, name, state, recusals, history, done } = judge
  const at = `/organise/${slug}/judges`
  const active = state === 'invited' || state === 'accepted'
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/judging`} width="text">
      <BackLink href={at}>All judges</BackLink>
      {errors ? <ErrorSummary errors={errors} /> : done && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption="Judge">{name}</PageTitle>
      <JudgeFacts slug={slug} judge={judge} />
      <Form>
        <HiddenField name="recusal" value="" />
        <ButtonRow>
          {state === 'invited' && <Button name="intent" value="invite-again" variant="secondary">Send the invitation again</Button>}
          {active && <LinkButton href={`${at}/${id}/aside`} variant="secondary">Make them step aside</LinkButton>}
          {(active || state === 'left') && <LinkButton href={`${at}/${id}/end`} variant="quiet">End their judging</LinkButton>}
        </ButtonRow>
      </Form>
      <section className="grid gap-4">
        <SectionTitle>Stepped aside from</SectionTitle>
        <Recusals recusals={recusals} />
      </section>
      {history.length > 0 && (
        <section className="grid gap-4">
          <SectionTitle>What was done</SectionTitle>
          <History label="What was done about this judge" rows={history} />
        </section>
      )}
    </OrganiserFrame>
  )
}
