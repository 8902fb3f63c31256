import { useRouteLoaderData } from '@remix-run/react'
import type { NominationPhase } from '#app/domain/edition.ts'

/** What the header and footer of every page say. */
export interface Site {
  name: string
  host: string
  phone: string
  email: string
  /** of the current edition; null before there is one */
  edition: { slug: string; phase: NominationPhase } | null
}

/** The site as the root loader gave it; the bare name when even that failed. */
export function useSite(): Site {
  const root = useRouteLoaderData<{ site: Site }>('root')
  return root?.site ?? { name: 'Celebrating Excellence in Care', host: '', phone: '', email: '', edition: null }
}
