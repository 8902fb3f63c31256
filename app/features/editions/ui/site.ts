import { useRouteLoaderData } from '@remix-run/react'
import type { NominationPhase } from '#app/domain/edition.ts'

/** What the header and footer of every page say. */
export interface Site {
  host: string
  phone: string
  email: string
  /** of the current edition; null before there is one */
  edition: { slug: string; phase: NominationPhase; finalists: boolean; winners: boolean } | null
  /** slugs of editions in which nothing is real */
  rehearsals: string[]
}

interface RootData {
  site: Site
  organises: boolean
  /** slug of the current edition, for those who work on it */
  desk: string | null
}

/** Whether to show the ways that only owners and organisers may go. */
export function useOrganises(): boolean {
  return useRouteLoaderData<RootData>('root')?.organises ?? false
}

export function useDesk(): string | null {
  return useRouteLoaderData<RootData>('root')?.desk ?? null
}

/** The site as the root loader gave it; empty when even that failed. */
export function useSite(): Site {
  const root = useRouteLoaderData<RootData>('root')
  return root?.site ?? { host: '', phone: '', email: '', edition: null, rehearsals: [] }
}
