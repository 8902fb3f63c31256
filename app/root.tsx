import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, Links, Meta, Outlet, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import textFont from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url'
import { getSite } from '#app/features/editions/site.server.ts'
import { PublicFrame } from '#app/features/editions/ui/frames.tsx'
import type { RefusalBody } from '#app/platform/respond.server.ts'
import enhance from '#app/ui/enhance.ts?worker&url'
import { ErrorPage, errorWords } from '#app/ui/error-page.tsx'
import styles from '#app/ui/styles.css?url'

export const links = () => [
  { rel: 'preload', as: 'font', type: 'font/woff2', href: textFont, crossOrigin: 'anonymous' as const },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = () => [{ title: 'Celebrating Excellence in Care' }]

/** Public: what every page's header and footer say. Nothing here depends on who is asking. */
export async function loader({ context: { ctx } }: LoaderFunctionArgs) {
  return { site: await getSite(ctx) }
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
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const refusal = isRouteErrorResponse(error) ? (error.data as Partial<RefusalBody> | null) : null
  const words = errorWords[status] ?? { title: refusal?.sentence ?? 'That could not be done', body: '' }
  return (
    <PublicFrame width="text">
      <title>{`${words.title} – Celebrating Excellence in Care`}</title>
      <ErrorPage status={status} title={words.title}>
        {status !== 404 && refusal?.sentence !== words.title && <p>{refusal?.sentence}</p>}
        <p>{words.body}</p>
        <p>
          <a href="/">Go to the first page</a>
        </p>
      </ErrorPage>
    </PublicFrame>
  )
}
