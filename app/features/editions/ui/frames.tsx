import type { ReactNode } from 'react'
import { siteName } from '#app/features/editions/template.ts'
import { useOrganises, useSite } from '#app/features/editions/ui/site.ts'
import { Form } from '#app/ui/form.tsx'
import { Main, SiteFooter, SiteHeader, SkipLink } from '#app/ui/page.tsx'

interface FrameProps {
  children: ReactNode
  width?: 'form' | 'text' | 'wide'
  /** the address of the part of the site this page belongs to */
  here?: string
  /** goes before the header's end: who is signed in */
  aside?: ReactNode
}

const footerLinks = [
  { href: '/winners', label: 'Winners, year by year' },
  { href: '/certificate', label: 'Check a certificate' },
  { href: '/help', label: 'Help' },
  { href: '/privacy', label: 'Privacy' },
  { href: '/accessibility', label: 'Accessibility' },
  { href: '/cookies', label: 'Cookies' },
  { href: '/sign-in', label: 'Sign in (organisers and judges)' },
]

/** Around every page the public sees. */
export function PublicFrame({ children, width, here }: FrameProps) {
  const { edition } = useSite()
  const nav = edition
    ? [
        { href: `/${edition.slug}/categories`, label: 'Categories' },
        { href: `/${edition.slug}/how-we-judge`, label: 'How we judge' },
        edition.finalists ? { href: `/${edition.slug}/finalists`, label: 'Finalists' } : { href: `/${edition.slug}/nominate`, label: 'Nominate' },
        ...(edition.winners ? [{ href: `/${edition.slug}/winners`, label: 'Winners' }] : []),
      ]
    : []
  return (
    <Frame nav={nav} here={here} width={width}>
      {children}
    </Frame>
  )
}

/** Around the pages of those who run an edition; `slug` is the edition they are in. */
export function OrganiserFrame({ children, width = 'wide', here, slug, aside = <AccountLinks /> }: FrameProps & { slug: string }) {
  const at = (path: string) => `/organise/${slug}${path}`
  const nav = [
    { href: at(''), label: 'The year' },
    { href: at('/nominations'), label: 'Nominations' },
    { href: at('/same'), label: 'Look-alikes' },
    { href: at('/entries'), label: 'Entries' },
    { href: at('/notices'), label: 'Notices' },
    { href: at('/shortlists'), label: 'Shortlists' },
    { href: at('/outbox'), label: 'Outbox' },
  ]
  const forOrganisers = [
    { href: at('/judging'), label: 'Judging' },
    { href: at('/standings'), label: 'Results' },
    { href: at('/ceremony'), label: 'Ceremony' },
    { href: at('/people'), label: 'People' },
    { href: at('/settings'), label: 'Settings' },
    { href: at('/exports'), label: 'Exports' },
    { href: at('/audit'), label: 'Audit trail' },
  ]
  return (
    <Frame nav={useOrganises() ? [...nav, ...forOrganisers] : nav} here={here ?? at('')} width={width} aside={aside}>
      {children}
    </Frame>
  )
}

/** Around the pages of a judge; `slug` is the edition they judge. */
export function JudgeFrame({ children, width = 'wide', slug }: Pick<FrameProps, 'children' | 'width'> & { slug: string }) {
  const home = `/judge/${slug}`
  return (
    <Frame nav={[{ href: home, label: 'Your entries' }]} here={home} width={width} aside={<AccountLinks />}>
      {children}
    </Frame>
  )
}

/** Around the pages of a witness; `slug` is the edition whose seals they confirm. */
export function WitnessFrame({ children, width = 'wide', slug }: Pick<FrameProps, 'children' | 'width'> & { slug: string }) {
  const home = `/witness/${slug}`
  return (
    <Frame nav={[{ href: home, label: 'What waits for you' }]} here={home} width={width} aside={<AccountLinks />}>
      {children}
    </Frame>
  )
}

/** Around the pages of somebody signed in that belong to no edition. */
export function AccountFrame({ children, width }: Pick<FrameProps, 'children' | 'width'>) {
  return (
    <Frame width={width} aside={<AccountLinks />}>
      {children}
    </Frame>
  )
}

/** The way out, on every page for people signed in. The same for all, so no page need say who that is. */
function AccountLinks() {
  return (
    <div className="flex flex-wrap items-center gap-x-6">
      <a href="/account" className="inline-flex min-h-11 items-center">
        Your account
      </a>
      <Form action="/sign-out">
        <button type="submit" className="inline-flex min-h-11 cursor-pointer items-center text-plum600 underline hover:text-plum700 hover:decoration-2">Sign out</button>
      </Form>
    </div>
  )
}

/** On every page of an edition in which nothing is real. */
function RehearsalStrip({ slug }: { slug: string }) {
  const organises = useOrganises()
  return (
    <aside aria-label="Rehearsal" className="bg-gold200">
      <p className="mx-auto flex min-h-11 max-w-wide flex-wrap items-center gap-x-4 px-4 md:px-8">
        <span className="py-2"><strong>This is a rehearsal.</strong> Nothing here is real, and its messages reach nobody.</span>
        {organises && <a href={`/organise/${slug}/settings/clock`} className="inline-flex min-h-11 items-center text-ink print:hidden">Move its clock</a>}
      </p>
    </aside>
  )
}

function Frame({ children, nav, here, width, aside }: FrameProps & { nav?: { href: string; label: string }[] }) {
  const site = useSite()
  const rehearsal = site.rehearsals.find((slug) => here?.split('/').includes(slug))
  return (
    <>
      <SkipLink />
      <SiteHeader name={siteName} homeHref="/" nav={nav?.map((item) => ({ ...item, current: item.href === here }))} aside={aside} />
      {rehearsal && <RehearsalStrip slug={rehearsal} />}
      <Main width={width}>{children}</Main>
      <SiteFooter
        help={{ heading: 'Help with this service', phone: site.phone, email: site.email }}
        links={footerLinks}
        note={site.host ? `Run by ${site.host}` : undefined}
      />
    </>
  )
}
