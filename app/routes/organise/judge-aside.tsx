import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { setAsideForm } from '#app/features/judging/forms.ts'
import { findJudgeIn } from '#app/features/judging/judges.queries.server.ts'
import { setAside } from '#app/features/judging/recusals.commands.server.ts'
import { listFinalistsOf } from '#app/features/judging/recusals.queries.server.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Select, TextArea } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

async function requireOneJudge(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const judge = await findJudgeIn(ctx, edition, args.params.judge ?? '')
  if (!judge) throw notFound()
  return { ctx, edition, judge }
}

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, judge } = await requireOneJudge(args)
  const finalists = await listFinalistsOf(ctx, judge)
  return { slug: edition.slug, id: judge.id, name: judge.name, entries: finalists.map((one) => ({ value: one.id, label: `${one.name} – ${one.category}` })) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, judge } = await requireOneJudge(args)
  const form = await readForm(args.request, setAsideForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const done = await setAside(ctx, edition, judge, form.value)
  return done.ok ? seeOther(`/organise/${edition.slug}/judges/${judge.id}?done=aside`) : refusedForm(done, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Make ${data?.name ?? ''} step aside – Judges ${data?.slug ?? ''} – ${siteName}` }]

export default function JudgeAside() {
  const { slug, id, name, entries } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const errors = again?.errors ?? {}
  const at = `/organise/${slug}/judges/${id}`
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/judging`} width="form">
      <BackLink href={at}>{name}</BackLink>
      <ErrorSummary errors={errors} />
      <PageTitle caption={name}>Make them step aside from an entry</PageTitle>
      <Lead>It leaves their sight at once. What they scored is kept and does not count. We do not write to them about it.</Lead>
      {entries.length === 0 && !again
        ? <EmptyState title="There is no entry they could judge"><p>Here stand the finalists of their panels, once shortlists are finished, but for those kept from them already.</p></EmptyState>
        : (
          <Form>
            <Select name="entry" label="The entry" value={String(again?.values.entry ?? '')} error={errors.entry} options={[{ value: '', label: 'Choose an entry' }, ...entries]} />
            <TextArea name="reason" label="Why" hint="Organisers read it here, nobody else." rows={3} value={String(again?.values.reason ?? '')} error={errors.reason} />
            <ButtonRow>
              <Button>Make them step aside</Button>
              <LinkButton href={at} variant="quiet">Cancel</LinkButton>
            </ButtonRow>
          </Form>
        )}
    </OrganiserFrame>
  )
}
