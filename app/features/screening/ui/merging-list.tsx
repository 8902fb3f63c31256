import type { MatchLine, NomineeLine, ToldApart } from '#app/features/screening/matches.queries.server.ts'
import type { MergeFacts } from '#app/features/screening/merging.queries.server.ts'
import { Button, ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Form, HiddenField } from '#app/ui/form.tsx'
import { SectionTitle } from '#app/ui/heading.tsx'
import { FilterBar } from '#app/ui/table.tsx'
import { Tag } from '#app/ui/tag.tsx'

/** Two who may be the same, with why. */
export function MatchCard({ at, match, mayAct }: { at: string; match: MatchLine; mayAct: boolean }) {
  const { one, other, likelihood, reasons } = match
  return (
    <li className="grid gap-4 border-t border-hair py-6">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
        <h2 className="text-h3 font-bold text-balance">{one.name} and {other.name}</h2>
        <LikelihoodTag likelihood={likelihood} />
      </div>
      <div className="grid gap-4 md:grid-cols-[1fr_1fr_1fr]">
        <NomineeWords nominee={one} />
        <NomineeWords nominee={other} />
        <Reasons reasons={reasons} />
      </div>
      <Form>
        <HiddenField name="one" value={one.id} />
        <HiddenField name="other" value={other.id} />
        <ButtonRow>
          <LinkButton href={`${at}/${one.id}/${other.id}`} variant="secondary">Look at both<span className="sr-only">: {one.name} and {other.name}</span></LinkButton>
          {mayAct && <Button variant="quiet">Not the same<span className="sr-only">: {one.name} and {other.name}</span></Button>}
        </ButtonRow>
      </Form>
    </li>
  )
}

/** How sure the suggestion is, in words before figures. */
export function LikelihoodTag({ likelihood }: { likelihood: number }) {
  const words = likelihood >= 0.95 ? 'Very likely' : likelihood >= 0.8 ? 'Likely' : 'Perhaps'
  return <Tag tone={likelihood >= 0.8 ? 'info' : 'neutral'}>{words}, {Math.round(likelihood * 100)} in 100</Tag>
}

export function Reasons({ reasons }: { reasons: string[] }) {
  return <ul className="grid list-disc content-start gap-1 pl-6 text-ink2">{reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>
}

function NomineeWords({ nominee: { name, job, employer, nominations, categories } }: { nominee: NomineeLine }) {
  return (
    <p className="grid content-start">
      <strong>{name}</strong>
      <span>{[job, employer].filter(Boolean).join(', ') || 'Job and workplace not given'}</span>
      <span className="text-small text-ink2">{nominations === 1 ? '1 nomination' : `${nominations} nominations`}: {categories.join(', ')}</span>
    </p>
  )
}

/** To find who a nominee may be where nothing is suggested. */
export function FindOther({ at, subject, words, found }: { at: string; subject: { id: string; name: string }; words: string; found: NomineeLine[] }) {
  return (
    <section className="grid gap-4">
      <SectionTitle>Find somebody else</SectionTitle>
      <FilterBar label="Find a nominee" clearHref={`${at}?of=${subject.id}`}>
        <input type="hidden" name="of" value={subject.id} />
        <TextField name="words" type="search" label="Name or workplace" value={words} />
      </FilterBar>
      {words !== '' && found.length === 0 && <p>Nobody with these words. Look for fewer.</p>}
      <ul className="border-t border-hair empty:border-0">
        {found.map((one) => (
          <li key={one.id} className="grid gap-2 border-b border-hair py-3">
            <NomineeWords nominee={one} />
            <a href={`${at}/${subject.id}/${one.id}`} className="inline-flex min-h-11 items-center">Look at both<span className="sr-only">: {subject.name} and {one.name}</span></a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was decided before, and the way to each. */
export function Decided({ slug, merges, apart }: { slug: string; merges: Omit<MergeFacts, 'nominations'>[]; apart: ToldApart[] }) {
  const link = 'inline-flex min-h-11 items-center'
  return (
    <>
      {merges.length > 0 && (
        <Disclosure summary="Merged lately">
          <ul>{merges.map(({ id, from, into }) => <li key={id}><a className={link} href={`/organise/${slug}/merges/${id}`}>{from.name} into {into.name}</a></li>)}</ul>
        </Disclosure>
      )}
      {apart.length > 0 && (
        <Disclosure summary="Said not to be the same">
          <ul>{apart.map(({ one, other }) => <li key={one.id + other.id}><a className={link} href={`/organise/${slug}/same/${one.id}/${other.id}`}>{one.name} and {other.name}</a></li>)}</ul>
        </Disclosure>
      )}
    </>
  )
}
