import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readCertificateCode } from '#app/domain/reference.ts'
import { dayText } from '#app/domain/time.ts'
import { allowCheck } from '#app/features/certificates/limits.server.ts'
import { findCertificate } from '#app/features/certificates/queries.server.ts'
import { honourWords } from '#app/features/certificates/words.ts'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { need } from '#app/platform/respond.server.ts'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { SummaryList } from '#app/ui/summary-list.tsx'

/** Whether a certificate is genuine. Of a code that was never given and of one that no longer holds it says the same. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  need(allowCheck(context))
  const code = readCertificateCode(params.code ?? '')
  const found = code && (await findCertificate(context.ctx, code))
  if (!found) return data(null, { status: 404 })
  const { certificate: { honour, category, name, named }, edition } = found
  return { code, honour: honourWords[honour], category, name: named ? name : '', awards: edition.name, day: dayText(edition.ceremony_at, edition.time_zone), host: edition.settings.host.name }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page ? `A genuine certificate: ${page.code}` : 'No certificate has this code'} – ${siteName}` },
  { name: 'robots', content: 'noindex' },
]

export default function CertificatePage() {
  const page = useLoaderData<typeof loader>()
  if (!page) return <NoSuchCode />
  const { code, honour, category, name, awards, day, host } = page
  return (
    <PublicFrame width="text">
      <PageTitle caption={code}>This certificate is genuine</PageTitle>
      <Lead>Compare it with what is printed. If they differ, the paper has been changed.</Lead>
      <SummaryList
        rows={[
          { key: 'Given to', value: name || 'Whoever holds it: they have not agreed to their name being shown here' },
          { key: 'For', value: honour },
          { key: 'Award', value: category },
          { key: 'Awards', value: awards },
          { key: 'Given', value: host ? `${day}, by ${host}` : day },
        ]}
      />
      <ButtonRow>
        <LinkButton href="/certificate" variant="secondary">Check another</LinkButton>
      </ButtonRow>
    </PublicFrame>
  )
}

function NoSuchCode() {
  return (
    <PublicFrame width="text">
      <PageTitle>No certificate has this code</PageTitle>
      <Lead>Look at the code again: it has twelve letters and numbers, and stands at the foot of the certificate.</Lead>
      <ButtonRow><LinkButton href="/certificate">Try again</LinkButton></ButtonRow>
    </PublicFrame>
  )
}
