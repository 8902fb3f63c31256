import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { listEndingEffects } from '#app/features/judging/endings.queries.server.ts'
import { endingForm } from '#app/features/judging/forms.ts'
import { endJudge } from '#app/features/judging/judges.commands.server.ts'
import { findJudgeIn } from '#app/features/judging/judges.queries.server.ts'
import { EndingEffects } from '#app/features/judging/ui/ending-effects.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Radios, TextArea } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

async function requireActiveJudge(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const judge = await findJudgeIn(ctx, edition, args.params.judge ?? '')
  if (!judge) throw notFound()
  return { ctx, edition, judge }
}

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, judge } = await requireActiveJudge(args)
  return { slug: edition.slug, id: judge.id, name: judge.name, hasLeft: judge.state === 'left', quorum: edition.settings.quorum, effects: await listEndingEffects(ctx, edition, judge) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, judge } = await requireActiveJudge(args)
  const form = await readForm(args.request, endingForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const ended = await endJudge(ctx, edition, judge.id, form.value)
  return ended.ok ? seeOther(`/organise/${edition.slug}/judges/${judge.id}?done=ended`) : refusedForm(ended, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `End ${data?.name ?? ''}’s judging – Judges ${data?.slug ?? ''} – ${siteName}` }]

export default function JudgeEnd() {
  const { slug, id, name, hasLeft, quorum, effects } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const errors = again?.errors ?? {}
  const at = `/organise/${slug}/judges/${id}`
  const left = { value: 'left', label: 'They leave', hint: 'What they finished counts. What they did not is given to nobody until you give it to others.' }
  const isVoid = { value: 'void', label: 'They are void', hint: 'None of their scores count: they had a tie they did not declare, or did not judge by the rules.' }
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/judging`} width="form">
      <BackLink href={at}>{name}</BackLink>
      <ErrorSummary errors={errors} />
      <PageTitle caption={name}>End their judging</PageTitle>
      <Lead>They come off every panel and can no longer sign in as a judge. Nothing they scored is lost. We do not write to them about it.</Lead>
      <SectionTitle>What it does to the quorum</SectionTitle>
      <EndingEffects effects={effects} quorum={quorum} />
      <Form>
        <Radios name="as" legend="What becomes of their scores" value={String(again?.values.as ?? '')} error={errors.as} options={hasLeft ? [isVoid] : [left, isVoid]} />
        <TextArea name="reason" label="Why" hint="Organisers read it here, nobody else." rows={3} value={String(again?.values.reason ?? '')} error={errors.reason} />
        <ButtonRow>
          <Button variant="danger">End their judging</Button>
          <LinkButton href={at} variant="quiet">Cancel</LinkButton>
        </ButtonRow>
      </Form>
    </OrganiserFrame>
  )
}
