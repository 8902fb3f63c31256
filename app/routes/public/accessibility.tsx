import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findCurrentEdition } from '#app/features/editions/queries.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { Contact } from '#app/features/editions/ui/contact.tsx'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { PageTitle, Prose } from '#app/ui/heading.tsx'

export const handle = { finished: true }

/** Reviewed at least once a year, and whenever pages change in kind. */
const prepared = '22 November 2026'

export async function loader({ context: { ctx } }: LoaderFunctionArgs) {
  const edition = await findCurrentEdition(ctx)
  return { host: edition?.settings.host, address: new URL(ctx.baseUrl).host }
}

export const meta: MetaFunction = () => [
  { title: `Accessibility statement – ${siteName}` },
  { name: 'description', content: 'How to use these pages with a keyboard, a screen reader or large print, what is not yet good enough, and whom to tell.' },
]

type Host = ReturnType<typeof useLoaderData<typeof loader>>['host']

export default function Accessibility() {
  const { host, address } = useLoaderData<typeof loader>()
  return (
    <PublicFrame>
      <PageTitle>Accessibility statement for {siteName}</PageTitle>
      <Prose>
        <p>This accessibility statement applies to {address}.</p>
        <p>This website is run by {host?.name || 'the organisers of the awards'}. We want as many people as possible to be able to use this website. For example, that means you should be able to:</p>
        <ul>
          <li>zoom in up to 400% without the text spilling off the screen</li>
          <li>use every page with a keyboard, and on a phone of 320 pixels’ width</li>
          <li>use every public page without JavaScript</li>
          <li>choose your own colours, and switch movement off</li>
        </ul>
        <p>We have also made the text as simple as we could.</p>
        <p><a href="https://mcmw.abilitynet.org.uk/">AbilityNet</a> has advice on making your device easier to use if you have a disability.</p>
        <Status />
        <Feedback host={host} />
        <h2>Preparation of this accessibility statement</h2>
        <p>This statement was prepared on {prepared}. It was last reviewed on {prepared}.</p>
        <p>The developers tested this website, while building it, with the tool axe-core, in Chromium, at the width of a phone and of a desk screen, page by page and with errors in forms; and looked at the pages themselves. Nobody from outside has tested it, and no disabled person has.</p>
      </Prose>
    </PublicFrame>
  )
}

function Status() {
  return (
    <>
      <h2>How accessible this website is</h2>
      <p>We know of no part that is not accessible. But it has not been tested yet with screen readers, speech recognition or screen magnifiers, nor on a range of phones, so there may be faults that we do not know of.</p>
      <h2>Technical information about this website’s accessibility</h2>
      <p>We are committed to making this website accessible, in accordance with the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.</p>
      <h3>Compliance status</h3>
      <p>This website is partially compliant with the <a href="https://www.w3.org/TR/WCAG22/">Web Content Accessibility Guidelines version 2.2</a> AA standard. We do not say “fully” before the tests below have been done.</p>
      <h2>Non-accessible content</h2>
      <h3>Non-compliance with the accessibility regulations</h3>
      <p>None that is known. Still to be tested with NVDA, JAWS, VoiceOver and TalkBack, with Dragon or Voice Control, and with magnification: names, roles and values (4.1.2), status messages (4.1.3) and focus that is not hidden (2.4.11). This is to be done before nominations open to the public.</p>
      <h3>Disproportionate burden</h3>
      <p>We claim none.</p>
      <h3>Content that is not within the scope of the accessibility regulations</h3>
      <p>There is none.</p>
    </>
  )
}

function Feedback({ host }: { host: Host }) {
  return (
    <>
      <h2>Feedback and contact information</h2>
      <p>If you find a fault, or need information on this website in another form – large print, Easy Read, audio, braille, another language – {host ? <Contact host={host} /> : 'get in touch with the organisers'}. We answer within 10 working days.</p>
      <p>You can also nominate by phone or on paper. It counts just the same.</p>
      <h2>Enforcement procedure</h2>
      <p>The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the “accessibility regulations”). If you are not happy with how we respond to your complaint, <a href="https://www.equalityadvisoryservice.com/">contact the Equality Advisory and Support Service (EASS)</a>.</p>
    </>
  )
}
