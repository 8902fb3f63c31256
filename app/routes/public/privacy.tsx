import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findCurrentEdition } from '#app/features/editions/queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { PrivacyNotice } from '#app/features/editions/ui/privacy-notice.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'

export const handle = { finished: true }

export async function loader({ context: { ctx } }: LoaderFunctionArgs) {
  const edition = await findCurrentEdition(ctx)
  if (!edition) return null
  const { host, retentionMonths, noticeVersion, attachments } = edition.settings
  return { host, retentionMonths, noticeVersion, attachments }
}

export const meta: MetaFunction = () => [
  { title: `Privacy – ${siteName}` },
  { name: 'description', content: 'What we hold about people who nominate and people who are nominated, why, for how long, and your rights.' },
]

export default function Privacy() {
  const edition = useLoaderData<typeof loader>()
  return (
    <PublicFrame>
      <PageTitle>How we use personal information</PageTitle>
      {edition ? <PrivacyNotice {...edition} /> : <Lead>No awards are running at the moment, so nothing is collected here. Before nominations open, this page says what is.</Lead>}
    </PublicFrame>
  )
}
