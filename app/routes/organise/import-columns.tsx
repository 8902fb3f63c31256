import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { columnLetters, fieldsFor, guessColumns } from '#app/features/importing/columns.server.ts'
import { matchColumns } from '#app/features/importing/commands.server.ts'
import { listRows, rememberedColumns } from '#app/features/importing/queries.server.ts'
import { requireImport } from '#app/features/importing/guard.server.ts'
import { canAct } from '#app/features/importing/policy.ts'
import { getAsked } from '#app/features/nominations/queries.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { formAgain, need, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Select } from '#app/ui/field.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, found } = await requireImport(args)
  const asked = await getAsked(ctx, edition)
  need(canAct(found.state, 'match'))
  const remembered = Object.keys(found.columns).length ? found.columns : await rememberedColumns(ctx, edition)
  const { rows: [first] } = await listRows(ctx, found, undefined)
  const examples = found.headers.map((header, index) => ({ value: header, label: `${columnLetters(index + 1)}: ${header}`, example: first?.cells[index]?.slice(0, 60) ?? '' }))
  return { slug: edition.slug, id: found.id, name: found.file_name, fields: fieldsFor(asked), headers: examples.filter(({ value }) => value), columns: guessColumns(found.headers, asked, remembered) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, found } = await requireImport(args)
  const asked = await getAsked(ctx, edition)
  const header = z.enum(['', ...found.headers], { error: 'Choose one of the columns of the file.' })
  const form = await readForm(args.request, z.object(Object.fromEntries(fieldsFor(asked).map(({ key }) => [key, header]))))
  if (!form.ok) return formAgain(form.errors, form.values)
  const matched = await matchColumns(ctx, edition, asked, found.id, form.value)
  return matched.ok ? seeOther(`/organise/${edition.slug}/imports/${found.id}`) : refusedForm(matched, form.values)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Match the columns – ${data?.name ?? 'File'} – ${siteName}` }]

export default function ImportColumns() {
  const { slug, name, fields, headers, columns } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const values: Record<string, string | string[]> = again?.values ?? columns
  const options = [{ value: '', label: 'No column has it' }, ...headers]
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/nominations`} width="text">
      <BackLink href={`/organise/${slug}/imports`}>Files</BackLink>
      <ErrorSummary errors={again?.errors ?? {}} />
      <PageTitle caption={name}>Which column holds what?</PageTitle>
      <Lead>We have matched what we know. It is remembered for the next file of this year.</Lead>
      <Form>
        {fields.map(({ key, label, needed }) => {
          const value = String(values[key] ?? '')
          const example = headers.find((one) => one.value === value)?.example
          return <Select key={key} name={key} label={label} optional={!needed} value={value} error={again?.errors[key]} hint={example ? `First row: ${example}` : undefined} options={options} />
        })}
        <div><Button>Check the rows</Button></div>
      </Form>
    </OrganiserFrame>
  )
}
