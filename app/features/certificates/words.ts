/** What an entry came to, the most first. */
export const honours = ['winner', 'highly-commended', 'finalist', 'nominated'] as const
export type Honour = (typeof honours)[number]

export const honourWords: Record<Honour, string> = {
  winner: 'Winner',
  'highly-commended': 'Highly commended',
  finalist: 'Finalist',
  nominated: 'Nominated',
}
