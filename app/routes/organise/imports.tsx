import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refusalOf } from '#app/domain/refusals.ts'
import { stampText } from '#app/domain/time.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { uploadFile } from '#app/features/importing/commands.server.ts'
import { canImport } from '#app/features/importing/policy.ts'
import { listImports } from '#app/features/importing/queries.server.ts'
import { stateWords } from '#app/features/importing/words.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { formAgain, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import { readUpload } from '#app/platform/upload.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { DataTable } from '#app/ui/table.tsx'

export const handle = { uploads: 'accounts' }

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const may = canImport(ctx.actor, edition)
  const rows = await listImports(ctx, edition)
  return {
    slug: edition.slug, hindered: may.ok ? undefined : refusalOf(may.code).sentence(may.facts), done: saidDone(args.request, said),
    rows: rows.map(({ id, file_name, state, created_at, by }) => ({ id, name: file_name, state: stateWords[state], at: stampText(created_at, edition.time_zone), by: by ?? 'The system' })),
  }
}

const said = { discarded: 'The file is discarded. Nothing of it was kept.' }

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const upload = await readUpload(args.request, 'file')
  if (!upload.ok) return formAgain(upload.errors, {})
  const kept = await uploadFile(ctx, edition, upload.value)
  return kept.ok ? seeOther(`/organise/${edition.slug}/imports/${kept.value.importId}/columns`) : refusedForm(kept)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Take in a file – ${data?.slug ?? ''} – ${siteName}` }]

export default function Imports() {
  const { slug, hindered, done, rows } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const here = `/organise/${slug}/imports`
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/nominations`} width="text">
      <BackLink href={`/organise/${slug}/nominations`}>All nominations</BackLink>
      {again ? <ErrorSummary errors={again.errors} /> : done && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption={slug}>Take in a file of nominations</PageTitle>
      <Lead>From Microsoft Forms, or any table with one nomination in each row. You see what each row comes to before anything is taken in, and can undo it afterwards.</Lead>
      {hindered ? <Notice tone="info" title={hindered} /> : (
        <Form encType="multipart/form-data">
          <FileField name="file" label="The file" accept=".csv,.xlsx" error={again?.errors.file} hint="Excel (.xlsx) or CSV, up to 8 MB and 20,000 rows, with the names of the columns in its first row." />
          <div><Button>Upload and match the columns</Button></div>
        </Form>
      )}
      <SectionTitle>Files so far</SectionTitle>
      <DataTable caption="Files, newest first" captionHidden rows={rows} rowKey={({ id }) => id}
        empty={<EmptyState title="None yet" level={3}><p>Each file that is taken in stays on this list, with the way to undo it.</p></EmptyState>}
        columns={[
          { key: 'name', header: 'File', cell: ({ id, name }) => <a href={`${here}/${id}`} className="wrap-anywhere">{name}</a> },
          { key: 'state', header: 'State', cell: ({ state }) => state },
          { key: 'at', header: 'Uploaded', cell: ({ at }) => at },
          { key: 'by', header: 'By', cell: ({ by }) => by },
        ]} />
    </OrganiserFrame>
  )
}
