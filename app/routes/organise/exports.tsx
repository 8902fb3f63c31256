import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame } from '#app/features/editions/ui/frames.tsx'
import { aboutFormat, editionFormat } from '#app/features/exports/edition-format.ts'
import { FileList } from '#app/features/exports/ui/file-list.tsx'
import { isUnderEmbargo, listOpenResults } from '#app/features/moderation/embargo.server.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Lead, PageTitle, Prose, SectionTitle } from '#app/ui/heading.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, edition } = await requireOrganiser(args)
  const open = await listOpenResults(ctx, edition)
  return {
    slug: edition.slug, ordering: edition.settings.ordering, about: aboutFormat(), embargoed: await isUnderEmbargo(ctx, edition),
    open: open.map(({ slug, name, isPublic }) => ({ slug, name, isPublic })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Exports ${data?.slug ?? ''} – Organise – ${siteName}` }]

export default function Exports() {
  const { slug, ordering, about, embargoed, open } = useLoaderData<typeof loader>()
  const at = `/organise/${slug}`
  const here = `${at}/exports`
  return (
    <OrganiserFrame slug={slug} here={here}>
      <PageTitle caption={slug}>Exports</PageTitle>
      <Lead>Files to keep, or to go on with in a spreadsheet. Each download is noted: <a href={`${at}/audit?group=exports`}>who downloaded what</a>.</Lead>
      <p className="max-w-text">What leaves this service is yours to look after: keep it where only those who need it can read it, and delete it when they are done.</p>
      <SectionTitle>Lists</SectionTitle>
      <FileList
        files={[
          { title: 'Nominations (CSV)', says: 'One line for each, in the order they came in, with its answers.', href: `${here}/nominations.csv` },
          { title: 'Entries (CSV)', says: 'One line for each nominee in a category: screened, shortlisted, taking part.', href: `${here}/entries.csv` },
          { title: 'Reach (CSV)', says: 'Counts only: by day, category, setting, district and channel, and how far drafts got. A count below 5 of a setting or a district is not said.', href: `${here}/reach.csv` },
        ]}
      />
      <SectionTitle>Results</SectionTitle>
      {open.length === 0
        ? <p className="max-w-text">{embargoed ? 'There are none before the scoring of a category is closed.' : 'Until a winner is named on stage, scores and standings are for the people on the embargo list alone.'}</p>
        : <Results here={here} ordering={ordering} open={open} />}
      <SectionTitle>The whole edition</SectionTitle>
      <FileList files={[{ title: 'Everything (JSON)', says: `In the format “${editionFormat}”. Results are in it as far as you may see them.`, href: `${here}/edition.json` }]} />
      <Disclosure summary="What is in that file">
        <dl className="grid gap-2">{Object.entries(about).map(([list, says]) => <div key={list}><dt><code className="break-all">{list}</code></dt><dd className="text-ink2">{says}</dd></div>)}</dl>
      </Disclosure>
      <HowWritten />
    </OrganiserFrame>
  )
}

interface ResultsProps {
  here: string
  ordering: 'raw' | 'adjusted'
  open: { slug: string; name: string; isPublic: boolean }[]
}

function Results({ here, ordering, open }: ResultsProps) {
  const secret = open.filter(({ isPublic }) => !isPublic).length
  return (
    <>
      <p className="max-w-text">Of {open.length} {open.length === 1 ? 'category' : 'categories'}.{secret > 0 && ` ${secret} ${secret === 1 ? 'is' : 'are'} not public: a download is a look at them.`}</p>
      <FileList
        files={[
          { title: 'Scores (CSV)', says: 'Every point that judges gave, with their reasons. Judges have a number in each category.', href: `${here}/results/scores.csv` },
          { title: 'Standings (CSV)', says: 'Where each entry stands to the last digit, what was decided, and the citations.', href: `${here}/results/standings.csv` },
        ]}
      />
      <Disclosure summary="Score sheets, to work the standings out again">
        <p>With our program, <code>npm run results -- FILE.csv{ordering === 'adjusted' && ' --order adjusted'}</code> gives the figures of the standings page to the last digit. It needs no database. Entries, judges and criteria stand as numbers.</p>
        <FileList files={open.map(({ slug, name }) => ({ title: name, says: '', href: `${here}/score-sheets/${slug}` }))} />
      </Disclosure>
    </>
  )
}

function HowWritten() {
  return (
    <Disclosure summary="How these files are written">
      <Prose>
        <ul>
          <li>Lists are comma-separated (RFC 4180) in UTF-8, and open in Excel, LibreOffice and Numbers. Times are those of the edition’s place.</li>
          <li>A text that a spreadsheet would run as a formula, because it begins with =, +, -, @, a tab or a new line, has an apostrophe before it. Take one apostrophe off such a text and you have it as it was written. Numbers are written as they are.</li>
          <li>Of a nomination that was withdrawn there is only that it came. Of a nominee who asked us to stop, nothing that was said.</li>
          <li>Why an entry was left out or stands down is in the file of the whole edition only.</li>
        </ul>
      </Prose>
    </Disclosure>
  )
}
