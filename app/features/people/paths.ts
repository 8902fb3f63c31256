/** An address of ours with a query; what is empty is left out. */
export function pathWith(path: string, query: Record<string, string>): string {
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString()
  return asked ? `${path}?${asked}` : path
}
