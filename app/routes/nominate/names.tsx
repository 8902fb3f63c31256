import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { pathAfter } from '#app/features/nominations/forms.ts'
import { listSteps } from '#app/features/nominations/journey.ts'
import { tellingIn } from '#app/features/nominations/nudge.ts'
import { draftPath, isChanging } from '#app/features/nominations/paths.ts'
import { draftHeaders, draftPage, requireDraft } from '#app/features/nominations/ring.server.ts'
import { betterLeftOut, Telling } from '#app/features/nominations/ui/telling.tsx'
import { notFound } from '#app/platform/respond.server.ts'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'

export const headers = draftHeaders

/** What one answer may say of people receiving care. It stops nobody: both ways lead on. */
export async function loader(args: LoaderFunctionArgs) {
  const { draft, asked, edition, sent } = await requireDraft(args)
  if (sent?.state === 'withdrawn') throw redirect(draftPath(draft.id, 'sent'))
  const step = listSteps(asked, draft.answers).find(({ slug }) => slug === args.params.step)
  if (!step?.question) throw notFound()
  const changing = isChanging(args.request)
  const onward = pathAfter(asked, draft, step.slug, changing)
  const sentences = tellingIn(draft.answers, step.question)
  if (sentences.length === 0) throw redirect(onward)
  return draftPage({ sentences, section: step.section, onward, words: draftPath(draft.id, step.slug, changing), edition: edition.slug })
}

const title = 'Have you named someone who receives care?'
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${title} – ${data?.section ?? 'Their story'} – Nominate – ${siteName}` }]

export default function Names() {
  const { sentences, section, onward, words, edition } = useLoaderData<typeof loader>()
  return (
    <PublicFrame width="form" here={`/${edition}/nominate`}>
      <PageTitle caption={section}>{title}</PageTitle>
      <Lead>{betterLeftOut}</Lead>
      <Telling sentences={sentences} />
      <p>You could write “a resident”, “my mother” or “the gentleman I visit”. If we are mistaken, or they would not mind, carry on.</p>
      <ButtonRow>
        <LinkButton href={words}>Change my words</LinkButton>
        <LinkButton href={onward} variant="secondary">Carry on, it is all right</LinkButton>
      </ButtonRow>
    </PublicFrame>
  )
}
