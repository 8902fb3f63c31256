import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { PublishedLeaf } from '#app/domain/seal-file.ts'
import { sealedScores, type SealedScores } from '#app/domain/sealed-scores.ts'
import { stampText } from '#app/domain/time.ts'
import { findPublicEdition } from '#app/features/editions/queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { NotCurrent } from '#app/features/editions/ui/not-current.tsx'
import { readPublishedSeal } from '#app/features/moderation/seals.queries.server.ts'
import sealCheck from '#app/features/moderation/ui/seal-check.ts?worker&url'
import { notFound } from '#app/platform/respond.server.ts'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Lead, PageTitle, Prose, SectionTitle } from '#app/ui/heading.tsx'
import { Inset } from '#app/ui/panel.tsx'

/** Read at each visit: a category's text is out from the minute in which its reveal is final. */
export async function loader({ context: { ctx }, params }: LoaderFunctionArgs) {
  const edition = await findPublicEdition(ctx, params.edition ?? '')
  if (!edition) throw notFound()
  const { leaves, roots } = await readPublishedSeal(ctx, edition)
  return {
    slug: edition.slug, name: edition.name, root: roots.at(-1)?.root ?? '',
    leaves: leaves.map((leaf) => ({ ...leaf, sealedAt: stampText(leaf.sealedAt, edition.time_zone), method: leaf.opened && (sealedScores(leaf.opened.leaf)?.method ?? null) })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `The seal – ${data?.name ?? siteName}` },
  { name: 'description', content: 'What was sealed before the ceremony, and how anybody can check that no result was changed since.' },
]

export default function SealPage() {
  const { slug, name, root, leaves } = useLoaderData<typeof loader>()
  const file = `/${slug}/seal.json`
  return (
    <PublicFrame width="text" here={`/${slug}/seal`}>
      <NotCurrent slug={slug} />
      <PageTitle caption={name}>The seal</PageTitle>
      <Lead>Weeks before the ceremony two people seal the results. A fingerprint of each is public at once, so that anybody can check on the night that nothing was changed in between.</Lead>
      {leaves.length === 0 ? (
        <EmptyState title="Nothing is sealed yet"><p>The fingerprints appear here when the panels have decided.</p></EmptyState>
      ) : (
        <>
          <Inset><div data-seal-check={file} role="status"><p>With JavaScript, your browser works out every fingerprint again and says here whether they match.</p></div></Inset>
          <ButtonRow><LinkButton href={file} variant="secondary">Download the file to check yourself</LinkButton></ButtonRow>
          <SectionTitle>All of it, in one fingerprint</SectionTitle>
          <Fingerprint>{root}</Fingerprint>
          <SectionTitle>Category by category</SectionTitle>
          <ul className="grid gap-8">{leaves.map((leaf) => <Leaf key={leaf.hash} leaf={leaf} at={file.replace('.json', '')} />)}</ul>
        </>
      )}
      <HowItWorks />
      {leaves.length > 0 && <script type="module" src={sealCheck} />}
    </PublicFrame>
  )
}

interface ShownLeaf extends PublishedLeaf {
  /** how its standings were worked out; null before it is opened, and of leaves without a score sheet */
  method: SealedScores['method'] | null
}

function Leaf({ leaf: { category, title, number, hash, sealedAt, reason, opened, method }, at }: { leaf: ShownLeaf; at: string }) {
  return (
    <li className="grid gap-2">
      <h3 className="text-h3 font-bold">{title}{number > 1 && `, amendment ${number - 1}`}</h3>
      <p className="text-small text-ink2">Sealed {sealedAt}</p>
      {reason && <p>Why it was amended: {reason}</p>}
      <Fingerprint>{hash}</Fingerprint>
      {method && (
        <p className="max-w-text">
          <a href={`${at}/${category}/${number}/scores.csv`} className="inline-flex min-h-11 items-center">The score sheet of {title}</a>. Calculation version {method.version}: <code className="break-words">npm run results -- FILE.csv --order {method.ordering} --seed {method.seed}</code>
        </p>
      )}
      {opened ? (
        <Disclosure summary={`What was sealed for ${title}`}>
          {opened.names.length > 0 && <ul>{opened.names.map((one) => <li key={one.entry}>{one.name}: {one.entry}, salt <Code>{one.salt}</Code></li>)}</ul>}
          <p>Nonce</p>
          <Fingerprint>{opened.nonce}</Fingerprint>
          <p>Text</p>
          <Fingerprint>{opened.leaf}</Fingerprint>
        </Disclosure>
      ) : <p className="text-ink2">What it says is public once its winner has been named on stage.</p>}
    </li>
  )
}

function Fingerprint({ children }: { children: string }) {
  return <p className="rounded-control bg-mist p-3"><Code>{children}</Code></p>
}

function Code({ children }: { children: string }) {
  return <code className="text-small break-all">{children}</code>
}

function HowItWorks() {
  return (
    <Prose>
      <h2>How to check it</h2>
      <p>A fingerprint is the SHA-256 of a text in UTF-8. It says nothing about the text, and no other text has the same one.</p>
      <ul>
        <li>Of a category: the word “leaf”, a new line, the nonce, a new line, the text.</li>
        <li>Of a name: the word “name”, a new line, the salt, a new line, the name. The text holds it beside the entry’s id.</li>
        <li>Of all: the word “root”, then every category’s fingerprint in alphabetical order, each on a line of its own.</li>
      </ul>
      <p>The text of a category also holds every mark that counted, entries and judges as ids that say nothing, and how the standings were worked out from them. Its score sheet is the same marks for a spreadsheet: <code>npm run results</code> gives the sealed standings from it, to the last digit.</p>
      <p>Names are given of those who were named on stage and agree to it. With our program, <code>npm run seal:verify -- FILE.json</code> checks the file that you download here; keep one from before the ceremony, and compare.</p>
    </Prose>
  )
}
