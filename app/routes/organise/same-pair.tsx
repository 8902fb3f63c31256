import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Denied } from '#app/domain/result.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireAssistant, requireOrganiser } from '#app/features/people/guard.server.ts'
import { areToldApart, findMatch } from '#app/features/screening/matches.queries.server.ts'
import { mergeNominees, suggestAgain, tellApart } from '#app/features/screening/merging.commands.server.ts'
import { effectsOf } from '#app/features/screening/merging.effects.ts'
import { pairForm } from '#app/features/screening/merging.forms.ts'
import { canMerge, needsReason } from '#app/features/screening/merging.policy.ts'
import { findNominee, fingerprintOfSides, readSide, type Side } from '#app/features/screening/merging.queries.server.ts'
import { LikelihoodTag, Reasons } from '#app/features/screening/ui/merging-list.tsx'
import { ApartForm, MergeForm, SideFacts } from '#app/features/screening/ui/merging-pair.tsx'
import { readForm, type FieldValues } from '#app/platform/form.server.ts'
import { formAgain, notFound, refusalResponse, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'

/** Two nominees beside each other, and what merging them would do. Whoever was merged leads to the one they are. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireAssistant(args)
  const { one = '', other = '' } = args.params
  const [a, b] = [await findNominee(ctx, edition, one), await findNominee(ctx, edition, other)]
  if (!a || !b) throw notFound()
  const at = `/organise/${edition.slug}/same`
  const [aIs, bIs] = [a.merged_into ?? a.id, b.merged_into ?? b.id]
  if (aIs === bIs) throw redirect(`${at}?of=${aIs}`)
  if (aIs !== a.id || bIs !== b.id) throw redirect(`${at}/${aIs}/${bIs}`)
  const sides = [await readSide(ctx, a), await readSide(ctx, b)] as const
  const apart = await areToldApart(ctx, a.id, b.id)
  const into = chooseInto(sides, new URL(args.request.url).searchParams.get('into'))
  const from = into === sides[0] ? sides[1] : sides[0]
  return {
    slug: edition.slug, now: edition.now, sides, from, into, seen: fingerprintOfSides([...sides], apart), effects: effectsOf(from, into, edition.now),
    needsReason: needsReason([...from.entries, ...into.entries]), match: await findMatch(ctx, edition, a.id, b.id), apart,
    mayAct: canMerge(ctx.actor, edition).ok,
  }
}

/** Who stays: as asked, else who has more nominations, else whose name says more. */
function chooseInto([a, b]: readonly [Side, Side], asked: string | null): Side {
  if (asked === a.id) return a
  if (asked === b.id) return b
  const more = b.nominations.length - a.nominations.length || b.name.length - a.name.length
  return more > 0 ? b : a
}

/** Merges them, tells them apart, or takes that back. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const { one = '', other = '' } = args.params
  const form = await readForm(args.request, pairForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { intent, into, seen, reason } = form.value
  const at = `/organise/${edition.slug}`
  if (intent === 'merge') {
    const merged = await mergeNominees(ctx, edition, { fromId: into === one ? other : one, intoId: into === one ? one : other, reason, seen })
    return merged.ok ? seeOther(`${at}/merges/${merged.value.mergeId}?done=merged`) : refused(merged, form.values)
  }
  const marked = await (intent === 'apart' ? tellApart : suggestAgain)(ctx, edition, one, other)
  if (!marked.ok) return refused(marked, form.values)
  return seeOther(intent === 'apart' ? `${at}/same?done=apart` : `${at}/same/${one}/${other}`)
}

/** A refusal above the form; where they were merged meanwhile there is no form any more, so it is a page. */
function refused(refusal: Denied, values: FieldValues) {
  if (refusal.code === 'merged-already') throw refusalResponse(refusal)
  return refusedForm(refusal, values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Are ${data?.sides[0].name ?? 'they'} and ${data?.sides[1].name ?? 'they'} the same? – ${data?.slug ?? ''} – ${siteName}` },
]

export default function SamePair() {
  const { slug, now, sides, from, into, seen, effects, needsReason, match, apart, mayAct } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const at = `/organise/${slug}/same`
  return (
    <OrganiserFrame slug={slug} here={at}>
      <BackLink href={at}>Who may be the same</BackLink>
      <ErrorSummary errors={again?.errors ?? {}} />
      <PageTitle caption={slug}>Are {sides[0].name} and {sides[1].name} the same?</PageTitle>
      {match && <div className="grid gap-2"><p><LikelihoodTag likelihood={match.likelihood} /></p><Reasons reasons={match.reasons} /></div>}
      {apart && <Notice tone="info" title="An organiser said that they are not the same">So they are not suggested.</Notice>}
      {from.kind !== into.kind && <Notice tone="warning" title="They are nominated as different kinds">One may be a member of the other. Merge them only when the kind was a mistake.</Notice>}
      <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
        {sides.map((side) => <SideFacts key={side.id} slug={slug} side={side} now={now} stays={side.id === into.id} />)}
      </div>
      {mayAct && (
        <>
          <MergeForm from={from} into={into} seen={seen} effects={effects} needsReason={needsReason} values={again?.values ?? {}} errors={again?.errors ?? {}}
            turnHref={`${at}/${sides[0].id}/${sides[1].id}?into=${from.id}`} />
          <ApartForm apart={apart} />
        </>
      )}
    </OrganiserFrame>
  )
}
