import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { lookAtResults, requireResults } from '#app/features/moderation/embargo.server.ts'
import { sealForm } from '#app/features/moderation/forms.ts'
import { readSealPage } from '#app/features/moderation/seal-page.server.ts'
import { confirmSeal, proposeSeal, takeBackProposal } from '#app/features/moderation/sealing.commands.server.ts'
import { SealView } from '#app/features/moderation/ui/seal-view.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { BackLink } from '#app/ui/link.tsx'

const doneBy = { propose: 'proposed', confirm: 'sealed', 'take-back': 'taken-back' } as const

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, category } = await lookAtResults(args)
  return readSealPage(ctx, edition, category)
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, category } = await requireResults(args)
  const form = await readForm(args.request, sealForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { intent, shown, reason, version } = form.value
  const acts = {
    propose: () => proposeSeal(ctx, edition, category.slug, { shown, reason }),
    confirm: () => confirmSeal(ctx, { id: edition.id, version }, category.slug, shown),
    'take-back': () => takeBackProposal(ctx, edition, category.slug),
  }
  const done = await acts[intent]()
  return done.ok ? seeOther(`/organise/${edition.slug}/standings/${category.slug}?done=${doneBy[intent]}`) : refusedForm(done, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Seal – ${data?.category.name ?? ''} – Results ${data?.slug ?? ''} – ${siteName}` }]

export default function Seal() {
  const page = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const at = `/organise/${page.slug}`
  return (
    <OrganiserFrame slug={page.slug} here={`${at}/standings`}>
      <BackLink href={`${at}/standings/${page.category.slug}`}>{page.category.name}</BackLink>
      <SealView page={page} again={again} at={at} />
    </OrganiserFrame>
  )
}
