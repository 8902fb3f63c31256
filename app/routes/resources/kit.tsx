import type { LoaderFunctionArgs } from '@remix-run/node'
import { siteName } from '#app/features/editions/template.ts'
import { notFound } from '#app/platform/respond.server.ts'
import { SiteFooter, SiteHeader, SkipLink, Main, Hero } from '#app/ui/page.tsx'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { ChoicesSection } from '#app/routes/resources/kit-sections/choices.tsx'
import { DataSection } from '#app/routes/resources/kit-sections/data.tsx'
import { FieldsSection } from '#app/routes/resources/kit-sections/fields.tsx'
import { ProgressSection } from '#app/routes/resources/kit-sections/progress.tsx'
import { SheetsSection } from '#app/routes/resources/kit-sections/sheets.tsx'
import { WordsSection } from '#app/routes/resources/kit-sections/words.tsx'

const nav = [
  { href: '#words', label: 'Words', current: true },
  { href: '#fields', label: 'Fields' },
  { href: '#choices', label: 'Choices' },
  { href: '#progress', label: 'Progress' },
  { href: '#data', label: 'Data' },
  { href: '#sheets', label: 'Sheets' },
]

const help = {
  heading: 'Get help',
  phone: '01752 000 000',
  email: 'awards@example.org',
  hours: 'Monday to Friday, 9am to 5pm',
}

const links = [
  { href: '#privacy', label: 'Privacy' },
  { href: '#accessibility', label: 'Accessibility' },
  { href: '#cookies', label: 'Cookies' },
  { href: '#complaints', label: 'Complaints' },
]

/** For those who build this: not there in production. */
export function loader({ context }: LoaderFunctionArgs) {
  if (context.production) throw notFound()
  return null
}

/** Every component in every state, for looking at. */
export default function Kit() {
  return (
    <>
      <SkipLink />
      <SiteHeader name={siteName} homeHref="#main" nav={nav} aside={<a href="#sign-in">Sign in</a>} />
      <Main width="wide">
        <Hero
          eyebrow="Guildhall, 23 March"
          title="Thank you, in front of everyone"
          lead="Somebody made a hard day easier. Tell us who, in your own words. It takes about ten minutes."
        >
          <ButtonRow>
            <LinkButton href="#fields">Put somebody forward</LinkButton>
            <LinkButton href="#words" variant="quiet">
              How we judge
            </LinkButton>
          </ButtonRow>
        </Hero>
        <WordsSection />
        <FieldsSection />
        <ChoicesSection />
        <ProgressSection />
        <DataSection />
        <SheetsSection />
      </Main>
      <SiteFooter help={help} links={links} note="Run by the host, with its council." />
    </>
  )
}
