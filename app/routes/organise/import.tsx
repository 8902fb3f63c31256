import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { refusalOf, type RefusalCode } from '#app/domain/refusals.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { discardImport, startImport } from '#app/features/importing/commands.server.ts'
import { countHeldReceipts, countRows, findInCommon, listRows, listWorkedOn, rowFilters, rowKey } from '#app/features/importing/queries.server.ts'
import { requireImport } from '#app/features/importing/guard.server.ts'
import { ImportActs } from '#app/features/importing/ui/acts.tsx'
import { ImportRows } from '#app/features/importing/ui/rows.tsx'
import { showCommon, showRow } from '#app/features/importing/view.server.ts'
import { filterWords, filterWordsUndone, manyRows, stateWords } from '#app/features/importing/words.ts'
import { readForm } from '#app/platform/form.server.ts'
import { pageLinks, readCursor } from '#app/platform/paging.ts'
import { formAgain, refusedForm, saidDone, seeOther } from '#app/platform/respond.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageTitle, SectionTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/panel.tsx'
import { Pagination } from '#app/ui/table.tsx'

/** A file from its check to its undoing: how it stands, what each row comes to, and what can be done. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition, found } = await requireImport(args)
  const { slug } = edition
  if (found.state === 'uploaded') throw redirect(`/organise/${slug}/imports/${found.id}/columns`)
  const search = new URL(args.request.url).searchParams
  const show = rowFilters.find((one) => one === search.get('show'))
  const common = await findInCommon(ctx, found)
  const counts = await countRows(ctx, found, common.nothingElse)
  const page = await listRows(ctx, found, show, readCursor(search, rowKey), common.nothingElse)
  return {
    slug, id: found.id, name: found.file_name, state: found.state, show, counts, filters: rowFilters.filter((one) => counts[one] > 0), done: saidDone(args.request, said),
    common: found.state === 'undone' ? [] : common.remarks.map((one) => showCommon(found, counts.all, one)),
    stoppedBy: found.stopped_by && refusalOf(found.stopped_by as RefusalCode).sentence({ stage: edition.stage }),
    held: found.state === 'done' ? await countHeldReceipts(ctx, found) : 0,
    worked: found.state === 'done' || found.state === 'stopped' ? (await listWorkedOn(ctx, found)).slice(0, 10) : [],
    rows: page.rows.map((row) => showRow(slug, found, common.remarks, row)), links: pageLinks(search, page),
  }
}

const said = { undone: 'The import is undone. Its nominations are gone, and the file can be taken in again.' }

const acts = { start: startImport, discard: discardImport }
const actForm = z.object({ intent: z.enum(['start', 'discard'], { error: 'Choose what to do.' }) })

export async function action(args: ActionFunctionArgs) {
  const { ctx, edition, found: { id } } = await requireImport(args)
  const form = await readForm(args.request, actForm)
  if (!form.ok) return formAgain(form.errors, form.values)
  const { intent } = form.value
  const done = await acts[intent](ctx, edition, id)
  if (!done.ok) return refusedForm(done)
  const home = `/organise/${edition.slug}/imports`
  return seeOther(intent === 'discard' ? `${home}?done=discarded` : `${home}/${id}`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data ? stateWords[data.state] : 'File'} – ${data?.name ?? ''} – ${siteName}` }]

export default function ImportPage() {
  const { slug, id, name, state, show, counts, filters, done, common, stoppedBy, held, worked, rows, links } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const words = state === 'undone' ? filterWordsUndone : filterWords
  return (
    <OrganiserFrame slug={slug} here={`/organise/${slug}/nominations`}>
      <BackLink href={`/organise/${slug}/imports`}>Files</BackLink>
      {again ? <ErrorSummary errors={again.errors} /> : done && <Notice tone="success" role="status" title={done} />}
      <PageTitle caption={name}>{stateWords[state]}</PageTitle>
      {!again && common.length > 0 && <Notice tone="warning">{common.map((one) => <p key={one} className="wrap-anywhere">{one}</p>)}</Notice>}
      <ImportActs slug={slug} id={id} state={state} counts={counts} stoppedBy={stoppedBy} held={held} worked={worked} />
      <SectionTitle>Row by row</SectionTitle>
      <nav aria-label="Which rows" className="flex flex-wrap gap-x-6 print:hidden">
        <a href="?" aria-current={show ? undefined : 'true'} className="inline-flex min-h-11 items-center">All {manyRows(counts.all)}</a>
        {filters.map((one) => <a key={one} href={`?show=${one}`} aria-current={show === one ? 'true' : undefined} className="inline-flex min-h-11 items-center">{counts[one]} {words[one]}</a>)}
      </nav>
      <ImportRows rows={rows} undone={state === 'undone'} />
      {rows.length > 0 && <Pagination {...links} summary={`${rows.length} shown`} />}
    </OrganiserFrame>
  )
}
