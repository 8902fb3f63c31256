import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { ConfirmPage } from '#app/features/editions/ui/confirm.tsx'
import type { Seen } from '#app/features/editions/change.server.ts'
import { spreadOf } from '#app/domain/award-spread.ts'
import type { Edition } from '#app/domain/edition.ts'
import type { Result } from '#app/domain/result.ts'
import { beginAmendment, dropAmendment } from '#app/features/moderation/decisions.commands.server.ts'
import { noteLook, requireResults } from '#app/features/moderation/embargo.server.ts'
import { actForm, moderationActs, type ModerationAct } from '#app/features/moderation/forms.ts'
import type { Moderated } from '#app/features/moderation/moderated.queries.server.ts'
import { closeScoring, decideNoAward, openScoringAgain, reopenDecision, settleDecision } from '#app/features/moderation/steps.commands.server.ts'
import { readStandings } from '#app/features/moderation/standings.queries.server.ts'
import { listAwardsInSight } from '#app/features/moderation/spread.queries.server.ts'
import { DecisionList } from '#app/features/moderation/ui/decision.tsx'
import { SpreadPanel } from '#app/features/moderation/ui/spread.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import { formAgain, notFound, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HiddenField } from '#app/ui/form.tsx'

type Command = (ctx: Ctx, edition: Edition, seen: Seen, slug: string, reason: string) => Promise<Result>
const commands: Record<ModerationAct, Command> = {
  close: (ctx, _, seen, slug) => closeScoring(ctx, seen, slug),
  'open-again': (ctx, _, seen, slug, reason) => openScoringAgain(ctx, seen, slug, reason),
  settle: (ctx, _, seen, slug) => settleDecision(ctx, seen, slug),
  reopen: (ctx, _, seen, slug, reason) => reopenDecision(ctx, seen, slug, reason),
  'no-award': (ctx, _, seen, slug, reason) => decideNoAward(ctx, seen, slug, reason),
  amend: (ctx, edition, _, slug) => beginAmendment(ctx, edition, slug),
  'drop-amendment': (ctx, edition, _, slug) => dropAmendment(ctx, edition, slug),
}

async function requireAct(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const found = await requireResults(args)
  const act = moderationActs.find((one) => one === args.params.act)
  if (!act) throw notFound()
  return { ...found, act }
}

/** No standings here: what closing does is told by what is not finished. Settling shows what is settled, which is a look at results. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, category, act } = await requireAct(args)
  const effects = act === 'close' ? effectsOfClosing(await readStandings(ctx, edition, category), edition.settings.quorum) : effectsOf[act]
  const settling = act === 'settle' ? await readSettling(ctx, edition, category) : null
  return { slug: edition.slug, version: edition.version, category: { slug: category.slug, name: category.name }, act, effects, settling }
}

/** Side effect: audit, of the look. */
async function readSettling(ctx: Ctx, edition: Edition, category: Moderated) {
  await inTransaction(ctx, (trx) => noteLook(trx, edition, [category]))
  return { decision: category.decision, spread: spreadOf(await listAwardsInSight(ctx, edition)), each: edition.settings.oneAwardEach }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, category, act } = await requireAct(args)
  const form = await readForm(args.request, actForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const done = await commands[act](ctx, edition, { id: edition.id, version: form.value.version }, category.slug, form.value.reason)
  return done.ok ? seeOther(`/organise/${edition.slug}/standings/${category.slug}?done=${act}`) : refusedForm(done, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data ? titles[data.act] : ''} – ${data?.category.name ?? ''} – Results ${data?.slug ?? ''} – ${siteName}` }]

const titles: Record<ModerationAct, string> = {
  close: 'Close scoring', 'open-again': 'Give back to the judges', settle: 'Settle the decision', reopen: 'Open the decision again', 'no-award': 'Give no award',
  amend: 'Amend the seal', 'drop-amendment': 'Drop the amendment',
}
/** Acts that take a reason, and who will read it. */
const reasonHints: Partial<Record<ModerationAct, string>> = {
  'open-again': 'In a sentence that names no entry: every organiser can read it.', reopen: 'In a sentence that names no entry: every organiser can read it.',
  'no-award': 'In a sentence. It stays with the decision, for the people on the embargo list.',
}

function effectsOfClosing({ cards, rows }: Awaited<ReturnType<typeof readStandings>>, quorum: number): string[] {
  const notFinished = cards.unfinished + cards.outdated
  const short = rows.filter((row) => row.short).length
  return [
    ...(notFinished ? [`${notFinished === 1 ? '1 scorecard is' : `${notFinished} scorecards are`} not finished, or must be looked at again. ${notFinished === 1 ? 'It does' : 'They do'} not count.`] : ['Every scorecard is finished.']),
    ...(short ? [`${short === 1 ? '1 entry has' : `${short} entries have`} fewer scores than the quorum of ${quorum}.`] : []),
    'Judges of this category can no longer change anything. They are not written to.',
    'From then on the people on the embargo list see the standings.',
    'You can give it back to the judges, for a reason.',
  ]
}

const effectsOf: Record<Exclude<ModerationAct, 'close'>, string[]> = {
  'open-again': ['Judges can change what they finished, and finish the rest.', 'The standings are closed to everybody again. Nobody is written to.'],
  settle: ['The decision stands, until somebody opens it again for a reason.', 'A record of it is kept as it stands now, with the rule in force, the scores and the reasons.', 'Two people can seal it. Nobody is written to.'],
  reopen: ['The decision can be changed. A request to seal it is taken back.'],
  'no-award': ['Nobody gets an award in this category. What was decided before is dropped.', 'With the last category that is sealed or has no award, the edition goes on to the ceremony.'],
  amend: ['You can change the decision. The seal in force stays until two people have sealed the new one.', 'The new seal gets a reason, which is public at once. The old seal stays listed for good.'],
  'drop-amendment': ['What you changed is forgotten. The seal in force stays.'],
}

export default function StandingActPage() {
  const { slug, version, category, act, effects, settling } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const hint = reasonHints[act]
  return (
    <ConfirmPage slug={slug} version={version} title={`${category.name}: ${titles[act].toLowerCase()}`} effects={effects} errors={again?.errors} before={settling && <>{settling.decision && <DecisionList decision={settling.decision} differs={false} />}<SpreadPanel spread={settling.spread} each={settling.each} /></>} of={{ path: `/standings/${category.slug}`, label: category.name }}>
      {hint ? <TextField name="reason" label="The reason" hint={hint} autoComplete="off" value={String(again?.values.reason ?? '')} error={again?.errors.reason} /> : <HiddenField name="reason" value="" />}
      <ButtonRow><Button>{titles[act]}</Button></ButtonRow>
    </ConfirmPage>
  )
}
