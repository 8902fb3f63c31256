import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { WitnessFrame } from '#app/features/editions/ui/frames.tsx'
import { witnessForm } from '#app/features/moderation/forms.ts'
import { readSealPage } from '#app/features/moderation/seal-page.server.ts'
import { confirmSeal } from '#app/features/moderation/sealing.commands.server.ts'
import { SealView } from '#app/features/moderation/ui/seal-view.tsx'
import { lookAsWitness, requireToWitness } from '#app/features/moderation/witness.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { BackLink } from '#app/ui/link.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, category } = await lookAsWitness(args)
  return readSealPage(ctx, edition, category)
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, category } = await requireToWitness(args)
  const form = await readForm(args.request, witnessForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const sealed = await confirmSeal(ctx, { id: edition.id, version: form.value.version }, category.slug, form.value.shown)
  return sealed.ok ? seeOther(`/witness/${edition.slug}?done=sealed`) : refusedForm(sealed, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Seal – ${data?.category.name ?? ''} – Witness ${data?.slug ?? ''} – ${siteName}` }]

export default function WitnessSeal() {
  const page = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  return (
    <WitnessFrame slug={page.slug}>
      <BackLink href={`/witness/${page.slug}`}>What waits for you</BackLink>
      <SealView page={page} again={again} />
    </WitnessFrame>
  )
}
