import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { countUncertified, makeCertificates } from '#app/features/certificates/commands.server.ts'
import { wayQuery } from '#app/features/certificates/paths.ts'
import { countCertificates, employerCursor, listEmployers } from '#app/features/certificates/queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { pageLinks, readCursor } from '#app/platform/paging.ts'
import { formAgain, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Form } from '#app/ui/form.tsx'
import { Lead, PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { DataTable, Pagination } from '#app/ui/table.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const search = new URL(args.request.url).searchParams
  const employers = await listEmployers(ctx, edition, readCursor(search, employerCursor))
  return {
    slug: edition.slug, missing: await countUncertified(ctx, edition), made: await countCertificates(ctx, edition), direct: await countCertificates(ctx, edition, 'direct'),
    employers: employers.rows.map((one) => ({ ...one, href: wayQuery({ employer: one.key }) })), links: pageLinks(search, employers), done: saidDone(args.request, said),
  }
}

const said = { made: 'The certificates are made. Each nominee finds theirs on their own page.' }

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const form = await readForm(args.request, z.object({}))
  if (!form.ok) return formAgain(form.errors, form.values)
  const made = await makeCertificates(ctx, edition)
  return made.ok ? seeOther(`/organise/${edition.slug}/certificates?done=made`) : refusedForm(made)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Certificates ${data?.slug ?? ''} – Organise – ${siteName}` }]

export default function Certificates() {
  const { slug, missing, made, direct, employers, links, done } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  const here = `/organise/${slug}/certificates`
  return (
    <OrganiserFrame slug={slug} here={here}>
      {errors ? <ErrorSummary errors={errors} /> : done && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption={slug}>Certificates</PageTitle>
      <Lead>One for everybody who was nominated and took part: winners, highly commended, finalists and all the others. Each says what it is for, and with the nominee’s yes, kind words.</Lead>
      {missing > 0 && (
        <Form><div><Button>{`Make ${many(missing)}`}</Button></div></Form>
      )}
      {made === 0 && missing === 0 && (
        <EmptyState title="Not yet">
          <p>A category’s certificates can be made once the public knows its winner. Made before, they could tell a result.</p>
        </EmptyState>
      )}
      {made > 0 && (
        <>
          <SectionTitle>To hand out at work</SectionTitle>
          <p className="max-w-text">To people who have said yes to the awards: their employer knows, or may.</p>
          <DataTable caption="Employers" captionHidden rows={employers} rowKey={({ key }) => key} empty={<p>Nobody who said yes has an employer we know of.</p>}
            columns={[
              { key: 'name', header: 'Employer', cell: ({ name, href }) => <a href={`${here}/list${href}`} className="inline-flex min-h-11 items-center font-bold">{name}</a> },
              { key: 'count', header: 'Certificates', numeric: true, cell: ({ count }) => count },
            ]} />
          {employers.length > 0 && <Pagination {...links} summary={`${employers.length} shown`} />}
          <SectionTitle>To send to people themselves</SectionTitle>
          <p className="max-w-text">Who has not answered may not have told anybody at work, and some named no employer.</p>
          <p>{direct > 0 ? <a href={`${here}/list`} className="inline-flex min-h-11 items-center font-bold">{many(direct)} to send</a> : 'None.'}</p>
        </>
      )}
    </OrganiserFrame>
  )
}

const many = (count: number) => (count === 1 ? '1 certificate' : `${count} certificates`)
