import type { ReactNode } from 'react'
import type { Host } from '#app/domain/edition.ts'
import type { Now } from '#app/features/editions/home.ts'
import { siteName } from '#app/features/editions/template.ts'
import { Contact } from '#app/features/editions/ui/contact.tsx'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Card, CardGrid } from '#app/ui/card.tsx'
import { Prose, SectionTitle } from '#app/ui/heading.tsx'
import { Hero } from '#app/ui/page.tsx'
import { YearLine, type YearStep } from '#app/ui/year-line.tsx'

/** What the home page says of the current edition. */
export interface HomeView {
  slug: string
  name: string
  host: Host
  eligibility: string[]
  selfNomination: boolean
  panelSize: number
  now: Now
  ceremony: string
  place: string
  year: YearStep[]
  closed: boolean
  /** the results are, and their seal is public */
  sealed: boolean
  /** every winner is public */
  over: boolean
  categories: { slug: string; name: string; who: string }[]
}

/** Before there is a current edition. */
export function NothingYet() {
  return (
    <>
      <Hero title={siteName} lead="The next awards for the people who give care in our city are being prepared. Come back soon: this page will say when you can nominate somebody." />
      <p>Do you run or judge the awards? <a href="/sign-in">Sign in</a>.</p>
    </>
  )
}

export function Home({ edition }: { edition: HomeView }) {
  const { slug, name, now, year, ceremony, place, eligibility, selfNomination } = edition
  return (
    <>
      <Hero eyebrow={name} title="Thank you, in front of everyone" lead={now.lead}>
        <div className="grid gap-4">
          {now.act && (
            <ButtonRow>
              <LinkButton href={now.act.href}>{now.act.label}</LinkButton>
              <LinkButton href={`/${slug}/how-we-judge`} variant="quiet">How we judge</LinkButton>
            </ButtonRow>
          )}
          {now.note && <p className="font-semibold text-gold200">{now.note}</p>}
        </div>
      </Hero>
      <SectionTitle id="the-year">The awards year</SectionTitle>
      <YearLine label="The awards year" steps={year} />
      <p className="max-w-text">The ceremony {edition.over ? 'was' : 'is'} on {ceremony}{place && `, at ${place}`}.{!edition.over && ' Everybody who is nominated is told, and the finalists are invited.'}</p>
      <div className="grid gap-x-12 md:grid-cols-2">
        <Part id="who" title="Who can be nominated">
          <ul>
            {eligibility.map((one) => <li key={one}>{one}</li>)}
            {selfNomination && <li>You may nominate yourself.</li>}
          </ul>
        </Part>
        <Judged slug={slug} panelSize={edition.panelSize} sealed={edition.sealed} />
      </div>
      <SectionTitle id="categories">The categories</SectionTitle>
      <CardGrid>
        {edition.categories.map((one) => (
          <Card key={one.slug} title={one.name} href={`/${slug}/categories/${one.slug}`}><p>{one.who}</p></Card>
        ))}
      </CardGrid>
      <div className="grid gap-x-12 md:grid-cols-2">
        {!edition.closed && <OtherWays host={edition.host} />}
        <Part id="privacy" title="What we do with what you write">
          <p>Only those who run and judge the awards read it. We tell whoever you nominate that they were nominated, and by whom only if you agree. <a href="/privacy">How we use personal information</a></p>
        </Part>
      </div>
    </>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="flow">
      <SectionTitle id={id}>{title}</SectionTitle>
      <Prose>{children}</Prose>
    </section>
  )
}

function Judged({ slug, panelSize, sealed }: Pick<HomeView, 'slug' | 'panelSize' | 'sealed'>) {
  return (
    <Part id="judged" title="How it is judged">
      <ul>
        <li>A panel of {panelSize} reads every shortlisted entry of a category. There is no public vote.</li>
        <li>Each judge scores what the entry shows, against criteria that are published.</li>
        <li>One good story is enough: more nominations of one person are read together, as one.</li>
        {sealed && <li>The results are <a href={`/${slug}/seal`}>sealed</a>: you can check that nobody changes them.</li>}
      </ul>
      <p><a href={`/${slug}/how-we-judge`}>How we judge, in full</a></p>
    </Part>
  )
}

function OtherWays({ host }: { host: Host }) {
  return (
    <Part id="other-ways" title="By phone or on paper">
      <p>We can write your nomination down for you, or post you a form. It counts just the same. To ask, <Contact host={host} />.</p>
      {host.address && <p className="whitespace-pre-line">{host.address}</p>}
    </Part>
  )
}
