import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { canOrganise } from '#app/domain/actor.ts'
import { momentText } from '#app/domain/time.ts'
import { makeRunningOrder, moveCue } from '#app/features/ceremony/order.commands.server.ts'
import { orderForm } from '#app/features/ceremony/forms.ts'
import { listOrderGaps } from '#app/features/ceremony/preflight.queries.server.ts'
import { readScript } from '#app/features/ceremony/script.queries.server.ts'
import { listCues } from '#app/features/ceremony/queries.server.ts'
import { Order, Preflight } from '#app/features/ceremony/ui/order.tsx'
import { ceremonyDone, lengthText } from '#app/features/ceremony/words.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { isUnderEmbargo } from '#app/features/moderation/embargo.server.ts'
import { requireAssistant, requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const [order, { parts }] = [await listCues(ctx, edition), await readScript(ctx, edition)]
  const secondsOf = new Map(parts.map(({ id, seconds }) => [id, seconds]))
  return {
    slug: edition.slug, version: edition.version, ceremony: momentText(edition.ceremony_at, edition.time_zone), done: saidDone(args.request, ceremonyDone),
    lines: order.map(({ id, kind, title, revealed }) => ({ id, kind, title, revealed, seconds: secondsOf.get(id) ?? 0 })),
    mayPack: edition.stage === 'ceremony' && (await isUnderEmbargo(ctx, edition)),
    gaps: await listOrderGaps(ctx, edition), mayAct: canOrganise(ctx.actor, edition.id) && edition.stage !== 'archived', mayArchive: edition.stage === 'ceremony',
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const form = await readForm(args.request, orderForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { intent, cue, version } = form.value
  const seen = { id: edition.id, version }
  const changed = intent === 'make' ? await makeRunningOrder(ctx, seen) : await moveCue(ctx, seen, cue, intent)
  return changed.ok ? seeOther(`/organise/${edition.slug}/ceremony?done=${intent}`) : refusedForm(changed, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `The ceremony – ${data?.slug ?? ''} – ${siteName}` }]

export default function Ceremony() {
  const { slug, version, ceremony, done, lines, gaps, mayAct, mayPack, mayArchive } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  const at = `/organise/${slug}`
  const here = `${at}/ceremony`
  return (
    <OrganiserFrame slug={slug} here={here}>
      {errors ? <ErrorSummary errors={errors} /> : done && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption={ceremony}>The ceremony</PageTitle>
      <Lead>The running order is what the presenter reads and the screen shows, one after the other. A winner’s name is on no page before the screen shows it.</Lead>
      {mayAct && (
        <ButtonRow>
          <LinkButton href={`/stage/${slug}/control`}>Control</LinkButton>
          <LinkButton href={`/stage/${slug}`} variant="secondary">Screen of the hall</LinkButton>
          <LinkButton href={`/stage/${slug}/script`} variant="secondary">Presenter’s script</LinkButton>
          {mayPack && <LinkButton href={`${here}/pack`} variant="secondary">Stage pack</LinkButton>}
        </ButtonRow>
      )}
      <SectionTitle>Running order</SectionTitle>
      {lines.length > 0
        ? <p>About {lengthText(lines.reduce((sum, line) => sum + line.seconds, 0))} of speaking.</p>
        : <EmptyState level={3} title="There is no running order yet"><p>It is made from the categories in one go, with a welcome before and thanks after them. Then you move, write and add.</p></EmptyState>}
      <Order at={here} version={version} lines={lines} mayAct={mayAct} />
      {mayAct && (
        <Form>
          <HiddenField name="version" value={version} />
          <HiddenField name="cue" value="" />
          <ButtonRow>
            <Button name="intent" value="make" variant={lines.length ? 'secondary' : 'primary'}>{lines.length ? 'Add the categories that are missing' : 'Make it from the categories'}</Button>
            <LinkButton href={`${here}/add`} variant="secondary">Add words or a break</LinkButton>
          </ButtonRow>
        </Form>
      )}
      <SectionTitle>Before the night</SectionTitle>
      <Preflight at={at} gaps={gaps} />
      {mayAct && mayArchive && <><SectionTitle>After the night</SectionTitle><ButtonRow><LinkButton href={`${at}/archive`} variant="secondary">Archive this edition</LinkButton></ButtonRow></>}
    </OrganiserFrame>
  )
}
