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

interface RootData {
  site: Site
  organises: boolean
}

/** Whether to show the ways that only owners and organisers may go. */
export function useOrganises(): boolean {
  return useRouteLoaderData<RootData>('root')?.organises ?? false
}

/** The site as the root loader gave it; the bare name when even that failed. */
export function useSite(): Site {
  const root = useRouteLoaderData<RootData>('root')
  return root?.site ?? { name: 'Celebrating Excellence in Care', host: '', phone: '', email: '', edition: null }
}
