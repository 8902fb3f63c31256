import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readCertificateCode } from '#app/domain/reference.ts'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'

/** A code from paper leads to what it stands for. */
export function loader({ request }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get('code')?.slice(0, 100)
  const code = readCertificateCode(typed ?? '')
  if (code) throw redirect(`/certificate/${code}`)
  return { typed, error: typed === undefined ? undefined : 'Write the twelve letters and numbers of the code, as they stand on the certificate.' }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.error ? 'Error: ' : ''}Check a certificate – ${siteName}` },
  { name: 'description', content: 'Type the code on a certificate to see whether we made it, and for whom.' },
]

export default function CertificateCheck() {
  const { typed, error } = useLoaderData<typeof loader>()
  return (
    <PublicFrame width="form">
      <ErrorSummary errors={error ? { code: error } : {}} />
      <PageTitle>Check a certificate</PageTitle>
      <Lead>Every certificate of these awards has a code at its foot. It tells you whether the certificate is genuine.</Lead>
      <Form method="get" action="/certificate">
        <TextField name="code" label="Code" hint="Twelve letters and numbers, like K7H4-X29R-3FWC." width="code" autoComplete="off" spellCheck={false} value={typed ?? ''} error={error} />
        <div><Button>Check this code</Button></div>
      </Form>
    </PublicFrame>
  )
}
