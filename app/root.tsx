import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, Links, Meta, Outlet, useLocation, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import textFont from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url'
import { canAssist, hasAnyRole } from '#app/domain/actor.ts'
import { currentEditionOfPage } from '#app/features/editions/queries.server.ts'
import { getSite } from '#app/features/editions/site.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { OrganiserFrame, PublicFrame } from '#app/features/editions/ui/frames.tsx'
import { useDesk } from '#app/features/editions/ui/site.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { RefusalBody } from '#app/platform/respond.server.ts'
import enhance from '#app/ui/enhance.ts?worker&url'
import { ErrorPage, errorWords } from '#app/ui/error-page.tsx'
import styles from '#app/ui/styles.css?url'

export const links = () => [
  { rel: 'preload', as: 'font', type: 'font/woff2', href: textFont, crossOrigin: 'anonymous' as const },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

/** Only error pages take their title from here: every page has its own. */
export const meta: MetaFunction = ({ error }) => [{ title: `${wordsFor(error).title} – ${siteName}` }]

/** What every page's header and footer say. Pages that are the same for everyone are made for a visitor, who organises nothing. */
export async function loader({ context: { ctx } }: LoaderFunctionArgs) {
  return { site: await getSite(ctx), organises: hasAnyRole(ctx.actor, 'owner', 'organiser'), desk: await deskOf(ctx) }
}

/** The current edition, for those who work on it. */
async function deskOf(ctx: Ctx): Promise<string | null> {
  const edition = ctx.actor.kind === 'account' ? await currentEditionOfPage(ctx) : undefined
  return edition && canAssist(ctx.actor, edition.id) ? edition.slug : null
}

export default function App() {
  return <Outlet />
}

/** The document around every page, errors included. */
export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#4A1F63" />
        <Meta />
        <Links />
        <script type="module" src={enhance} />
      </head>
      <body>{children}</body>
    </html>
  )
}

/** Every refusal and every fault: what happened, what became of what was typed, where to go on. */
export function ErrorBoundary() {
  const { status, title, body, onDevice } = wordsFor(useRouteError())
  const [, part = ''] = useLocation().pathname.split('/')
  return (
    <ErrorFrame>
      <ErrorPage status={status} title={title}>
        {body && <p>{body}</p>}
        {onDevice && <p><a href="/nominate/new-link">Ask for a new link</a></p>}
        <p>
          {worked.includes(part) ? <a href={`/${part}`}>Go to your own first page</a> : <a href="/">Go to the first page</a>}
        </p>
      </ErrorPage>
    </ErrorFrame>
  )
}

/** The parts of the site that people work in; each has a first page of its own. */
const worked = ['organise', 'judge', 'witness']

/** Who works on the current edition keeps their way about in it. */
function ErrorFrame({ children }: { children: ReactNode }) {
  const desk = useDesk()
  const atTheirs = useLocation().pathname.startsWith(`/organise/${desk}/`)
  return desk && atTheirs ? <OrganiserFrame slug={desk} width="text">{children}</OrganiserFrame> : <PublicFrame width="text">{children}</PublicFrame>
}

/** A refusal's own sentence says more than the words for its status, except where it must say nothing. `onDevice`: a link brings it back to this device. */
function wordsFor(error: unknown): { status: number; title: string; body?: string; onDevice?: boolean } {
  const status = isRouteErrorResponse(error) ? error.status : 500
  const refusal = isRouteErrorResponse(error) ? (error.data as Partial<RefusalBody> | null) : null
  const words = errorWords[status]
  if (!words) return { status, title: refusal?.sentence ?? 'That could not be done' }
  if (refusal?.code === 'draft-gone') return { status, title: 'Not on this device', body: refusal.sentence, onDevice: true }
  const plain = refusal?.code === 'not-found' || refusal?.code === 'not-yours'
  return plain || !refusal?.sentence ? { status, ...words } : { status, title: words.title, body: refusal.sentence }
}
