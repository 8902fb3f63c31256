import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readWay, wayQuery } from '#app/features/certificates/paths.ts'
import { countCertificates, findEmployerName, listCertificates, mostInAFile } from '#app/features/certificates/queries.server.ts'
import { honourWords } from '#app/features/certificates/words.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { missingLetters } from '#app/platform/pdf/typesetter.server.ts'
import { notFound } from '#app/platform/respond.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { PageTitle } from '#app/ui/heading.tsx'
import { BackLink } from '#app/ui/link.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { DataTable, Pagination } from '#app/ui/table.tsx'

/** The certificates that are printed together: of one employer, or those that are sent to people themselves. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const { way, part } = readWay(new URL(args.request.url).searchParams)
  const parts = Math.ceil((await countCertificates(ctx, edition, way)) / mostInAFile)
  if (part > parts) throw notFound()
  const rows = await listCertificates(ctx, edition, way, part)
  return {
    slug: edition.slug, rehearsal: edition.rehearsal, part, parts, query: wayQuery(way, part), employer: way === 'direct' ? '' : await findEmployerName(ctx, edition, way.employer),
    prev: part > 1 ? wayQuery(way, part - 1) : undefined, next: part < parts ? wayQuery(way, part + 1) : undefined,
    rows: rows.map(({ code, name, category, honour }) => ({ code, name, category, honour: honourWords[honour], byHand: missingLetters(name, 'display').length > 0 })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.employer || 'To send to people themselves'} – Certificates ${data?.slug ?? ''} – ${siteName}` }]

export default function CertificatesList() {
  const { slug, rehearsal, part, parts, query, employer, prev, next, rows } = useLoaderData<typeof loader>()
  const at = `/organise/${slug}/certificates`
  return (
    <OrganiserFrame slug={slug} here={at}>
      <BackLink href={at}>Certificates</BackLink>
      <PageTitle caption={slug}>{employer || 'To send to people themselves'}</PageTitle>
      <div><LinkButton href={`${at}/print${query}`}>{parts === 1 ? 'Download them to print' : `Download part ${part} of ${parts} to print`}</LinkButton></div>
      <DataTable caption="Certificates" captionHidden rows={rows} rowKey={({ code }) => code} empty={<p>None.</p>}
        columns={[
          { key: 'name', header: 'Name', cell: ({ name, code, byHand }) => <>{rehearsal ? name : <a href={`/certificate/${code}`} className="inline-flex min-h-11 items-center">{name}</a>}{byHand && <> <Tag tone="waiting">Write the name by hand</Tag></>}</> },
          { key: 'honour', header: 'For', cell: ({ honour }) => honour },
          { key: 'category', header: 'Award', cell: ({ category }) => category },
          { key: 'code', header: 'Code', cell: ({ code }) => <span className="whitespace-nowrap">{code}</span> },
        ]} />
      {parts > 1 && <Pagination prev={prev} next={next} summary={`Part ${part} of ${parts}`} />}
    </OrganiserFrame>
  )
}
