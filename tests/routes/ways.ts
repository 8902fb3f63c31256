import type { ServerBuild } from '@remix-run/node'

/** A route as the build has it, with its address. */
export interface BuiltRoute {
  id: string
  pattern: string
  hasAction: boolean
}

export function listRoutes({ routes: all }: ServerBuild): BuiltRoute[] {
  const pathOf = (id: string): string => {
    const route = all[id]
    return route?.parentId ? `${pathOf(route.parentId)}/${route.path ?? ''}` : ''
  }
  return Object.values(all)
    .filter((route) => route !== undefined && route.id !== 'root')
    .map((route) => ({ id: route?.id ?? '', pattern: pathOf(route?.id ?? ''), hasAction: route?.module.action !== undefined }))
}

/** Every way to ask for a page, and for its data without the page. */
export function waysToRead(path: string, id: string): [string, string][] {
  return [['page', path], ['data', dataPath(path)], ['data of the route alone', dataPath(path, id)]]
}

export function dataPath(path: string, id?: string): string {
  const [before = '', query] = path.split('?')
  const search = new URLSearchParams(query)
  if (id) search.set('_routes', id)
  return `${before === '/' ? '/_root' : before}.data${search.size ? `?${search.toString()}` : ''}`
}
