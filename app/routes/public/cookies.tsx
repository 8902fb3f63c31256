import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { draftKeyLivesMs } from '#app/domain/links.ts'
import { sessionLimits } from '#app/domain/sessions.ts'
import { days, hours } from '#app/domain/time.ts'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { Lead, PageTitle, Prose } from '#app/ui/heading.tsx'
import { DataTable, type Column } from '#app/ui/table.tsx'

export const handle = { finished: true }

/** Public. The names are those that this installation sets, whoever asks. */
export function loader({ context: { cookies } }: LoaderFunctionArgs) {
  const organising = sessionLimits(['organiser']).absoluteMs / hours(1)
  const judging = sessionLimits(['judge']).absoluteMs / days(1)
  return {
    cookies: [
      { name: cookies.drafts.name, purpose: 'Opens the nominations that you began on this device, so that you can go on writing.', life: `${draftKeyLivesMs / days(1)} days, or until you press “Finish and clear this device”` },
      { name: cookies.session.name, purpose: 'Keeps organisers and judges signed in.', life: `Until you close the browser or sign out; at most ${organising} hours for organisers and ${judging} days for judges` },
    ],
  }
}

export const meta: MetaFunction = () => [
  { title: `Cookies – ${siteName}` },
  { name: 'description', content: 'The few cookies these pages need, what each is for and how long it stays. None of them follows you.' },
]

type Row = { name: string; purpose: string; life: string }
const columns: Column<Row>[] = [
  { key: 'name', header: 'Name', cell: (row) => <code>{row.name}</code> },
  { key: 'purpose', header: 'What it is for', cell: (row) => row.purpose },
  { key: 'life', header: 'How long it stays', cell: (row) => row.life },
]

export default function CookiesPage() {
  const { cookies } = useLoaderData<typeof loader>()
  return (
    <PublicFrame>
      <PageTitle>Cookies</PageTitle>
      <Lead>We set two cookies, and each only when you do something that cannot work without it. Reading sets none.</Lead>
      <DataTable caption="Our cookies" captionHidden columns={columns} rows={cookies} rowKey={(row) => row.name} empty={null} />
      <Prose>
        <p>Both are needed for what you asked for, so the law does not make us ask first. Neither is read by anybody else. We count no visits and follow nobody: there is no analytics, no advertising, nothing from other websites, and nothing in our emails that tells us whether you opened them.</p>
        <p>You can delete both in your browser. A nomination that you have sent is not touched by that.</p>
      </Prose>
    </PublicFrame>
  )
}
