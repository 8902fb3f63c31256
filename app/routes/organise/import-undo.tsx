import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireImport } from '#app/features/importing/guard.server.ts'
import { countRows, listFirstTaken } from '#app/features/importing/queries.server.ts'
import { mayUndo, undoImport } from '#app/features/importing/undoing.commands.server.ts'
import { manyNominations } from '#app/features/importing/words.ts'
import { nothingForm, readForm } from '#app/platform/form.server.ts'
import { formAgain, need, refusedForm, seeOther } from '#app/platform/respond.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageTitle, Prose, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'

const namedAtMost = 10

/** Before everything that a file has become is deleted: how many, who, and what stays. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, found } = await requireImport(args)
  need(await mayUndo(ctx, found))
  const { taken } = await countRows(ctx, found)
  return { slug: edition.slug, id: found.id, name: found.file_name, taken, first: await listFirstTaken(ctx, found, namedAtMost) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, found } = await requireImport(args)
  const form = await readForm(args.request, nothingForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const undone = await undoImport(ctx, edition, found.id)
  return undone.ok ? seeOther(`/organise/${edition.slug}/imports/${found.id}?done=undone`) : refusedForm(undone)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Undo the import – ${data?.name ?? 'File'} – ${siteName}` }]

export default function ImportUndo() {
  const { slug, id, name, taken, first } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const at = `/organise/${slug}/imports/${id}`
  const others = taken - first.length
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/nominations`} width="form">
      <BackLink href={at}>The file</BackLink>
      <ErrorSummary errors={again?.errors ?? {}} />
      <PageTitle caption={name}>Undo the import of {manyNominations(taken)}</PageTitle>
      <SectionTitle>What this does</SectionTitle>
      <Prose>
        <ul>
          <li>{manyNominations(taken)} {taken === 1 ? 'is' : 'are'} deleted, with nominees, entries and receipts. This cannot be taken back, but the file can be uploaded again.</li>
          <li>Nobody is written to. The receipts are still held, and nobody has heard of these nominations from us.</li>
          <li>Nobody has worked on any of them so far. If somebody does before you press the button, nothing is undone and all of them stay.</li>
          <li>What is said of the rows that were not taken in stays on the file’s page, and the audit trail says that you undid the import.</li>
        </ul>
      </Prose>
      <SectionTitle>Whom they nominate</SectionTitle>
      <ul>{first.map((one) => <li key={one.id} className="border-t border-hair py-2 wrap-anywhere">{one.name} <span className="whitespace-nowrap text-ink2">{one.reference}</span></li>)}</ul>
      {others > 0 && <p>And {others} more.</p>}
      <Form>
        <ButtonRow>
          <Button variant="danger">Undo the import of {manyNominations(taken)}</Button>
          <LinkButton href={at} variant="secondary">Keep them</LinkButton>
        </ButtonRow>
      </Form>
    </OrganiserFrame>
  )
}
